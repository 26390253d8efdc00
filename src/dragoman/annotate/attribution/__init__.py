"""Who is reported to have said what: cues, their sources and contents, and what can be told of each."""
