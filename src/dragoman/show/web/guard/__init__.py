"""Who may ask, for what, how often and how much: looked at before a request reaches any page.

`checks.py` reads the head of a request, `rates.py` counts, `bodies.py` limits what is sent, `tokens.py` knows who has
entered, `wall.py` puts them before the pages and adds the headers that keep a browser from doing harm.
"""

from dragoman.show.web.guard.wall import Wall

__all__ = ["Wall"]
