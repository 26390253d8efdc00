"""How often one client may ask: a bucket of tokens for each, filled again as time goes by.

Reading and writing have buckets of their own; so has every failed entrance. Knows only so many clients at a time, the
longest silent ones forgotten first.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

CLIENTS = 10_000


@dataclass(slots=True)
class Bucket:
    left: float
    seen: float


class Rates:
    """At most `a_second` requests of each client in the long run, and `burst` at once."""

    def __init__(self, a_second: float, burst: float, clock: Callable[[], float] = time.monotonic) -> None:
        self.a_second, self.burst, self.clock = a_second, burst, clock
        self.buckets: OrderedDict[str, Bucket] = OrderedDict()

    def wait(self, client: str) -> float:
        """Count one request; gives back the seconds to wait, 0 where it may be answered."""
        now = self.clock()
        bucket = self.buckets.pop(client, None) or Bucket(self.burst, now)
        bucket.left = min(self.burst, bucket.left + (now - bucket.seen) * self.a_second)
        bucket.seen = now
        self.buckets[client] = bucket
        if len(self.buckets) > CLIENTS:
            self.buckets.popitem(last=False)
        if bucket.left < 1:
            return (1 - bucket.left) / self.a_second
        bucket.left -= 1
        return 0
