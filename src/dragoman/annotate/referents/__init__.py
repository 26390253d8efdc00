"""Names, titles, descriptions and pronouns: who and what an article speaks of."""
