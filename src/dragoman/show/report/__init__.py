"""The report: one file that holds the whole record for people, and asks nothing of any network."""

from dragoman.show.report.page import page

__all__ = ["page"]
