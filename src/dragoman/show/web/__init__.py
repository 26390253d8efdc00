"""The workspace: the report's page live over the store, with search, corrections and new articles; and the JSON API.

`app.py` puts it together; `guard/` keeps strangers out; `shelf.py` holds the runs at hand; `asked.py` says what an
address asks for; `pages/` answers people, `api/` answers programs; `intake/` takes new articles in.
"""
