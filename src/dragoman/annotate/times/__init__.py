"""Expressions of time and the days they mean."""

from __future__ import annotations

from dragoman.annotate.times.clause import time_of, times_of
from dragoman.annotate.times.layer import add_times

__all__ = ["add_times", "time_of", "times_of"]
