"""Workers for the tests of the work in hand: what a process may do to an order."""

from __future__ import annotations

import os
from multiprocessing.connection import Connection

from dragoman.show.web.intake.order import AsOf, Order


def reads(order: Order | AsOf, pipe: Connection) -> None:
    pipe.send(("step", "annotate", 1, 2))
    pipe.send(("problem", "a.txt: it is empty; take it out or fill it"))
    pipe.send(("step", "annotate", 2, 2))
    pipe.send(("done", "ru-1", "Done: 2 articles in all."))


def fails(order: Order | AsOf, pipe: Connection) -> None:
    pipe.send(("failed", "none of the files can be read"))


def is_killed(order: Order | AsOf, pipe: Connection) -> None:
    os.kill(os.getpid(), 9)
