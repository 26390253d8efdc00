"""The pages of the workspace, for people: made of the report's own sections, with or without JavaScript."""
