"""The record as it is kept, and back."""
