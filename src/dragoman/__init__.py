"""What the sources say of a negotiation, with the words that every row rests on."""

__version__ = "0.1.0"
