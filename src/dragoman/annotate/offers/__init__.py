"""The layer of moves: what is offered, demanded, answered and signed, as each place tells it."""

from dragoman.annotate.offers.layer import add_moves

__all__ = ["add_moves"]
