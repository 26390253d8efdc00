"""The batch: the order of the rooms, and many articles at once."""
