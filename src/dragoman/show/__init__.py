"""The record for people: command line, report, Python."""
