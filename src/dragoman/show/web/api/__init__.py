"""The JSON API under `/api/v1`: the same rows, filters and pages as the workspace has, for programs."""
