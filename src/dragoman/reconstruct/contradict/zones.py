"""Whether two hours of the clock may be one moment told in two zones: "4 p.m. local time" and "1300 GMT".

Zones whose distance from Greenwich is fixed are compared exactly; of a zone that is not named, or only as local, the
distance is not known: then any that zones can lie apart may be it.
"""

from __future__ import annotations

import re

HOURS = {
    "gmt": 0.0, "utc": 0.0, "bst": 1.0, "cet": 1.0, "cest": 2.0, "eet": 2.0, "eest": 3.0, "msk": 3.0,
    "moscow time": 3.0, "eat": 3.0, "ist": 5.5, "pkt": 5.0, "sgt": 8.0, "hkt": 8.0, "jst": 9.0, "kst": 9.0,
    "est": -5.0, "edt": -4.0, "cst": -6.0, "cdt": -5.0, "mst": -7.0, "pst": -8.0, "pdt": -7.0, "wat": 1.0, "sast": 2.0,
}  # fmt: skip
NAMED = re.compile(rf"\b({'|'.join(HOURS)}|local time|eastern(?: time)?|et)\b", re.IGNORECASE)
IN_ZONES = "one moment, told by the clocks of two zones"
STEP, MOST = 30, 14 * 60  # minutes


def zone(words: str) -> str | None:
    """The zone that some words name.

    >>> zone("at 1300 GMT"), zone("4 p.m. local time"), zone("on Friday")
    ('gmt', 'local time', None)
    """
    found = NAMED.search(words)
    return found[1].casefold() if found else None


def one_moment(one: tuple[str, int], other: tuple[str, int]) -> bool:
    """Whether two times, each its words and its minute of the day, may be one moment in two zones.

    >>> one_moment(("4 p.m. local time", 960), ("1300 GMT", 780))
    True
    >>> one_moment(("1400 GMT", 840), ("1300 GMT", 780)), one_moment(("at 4 p.m.", 960), ("at 3 p.m.", 900))
    (False, False)
    """
    left, right = zone(one[0]), zone(other[0])
    if left == right:
        return False
    apart = (one[1] - other[1] + MOST) % (24 * 60) - MOST
    if left in HOURS and right in HOURS:
        return apart == 60 * (HOURS[left] - HOURS[right])
    return apart % STEP == 0 and abs(apart) <= MOST


def minute_of(clock: str) -> int:
    """The minute of the day.

    >>> minute_of("13:30")
    810
    """
    hour, minute = clock.split(":")
    return 60 * int(hour) + int(minute)
