"""What the record holds of a claim in the user's own words: who says it, differs, denies it, is silent."""

from dragoman.show.asked.answer import Answer, Found, check

__all__ = ["Answer", "Found", "check"]
