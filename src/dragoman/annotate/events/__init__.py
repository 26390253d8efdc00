"""The layer of events: who did what to whom, by PLOVER's sixteen types."""

from dragoman.annotate.events.layer import add_events

__all__ = ["add_events"]
