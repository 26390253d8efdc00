"""Where accounts, or the voices in them, cannot both be right: one file for each kind of difference."""
