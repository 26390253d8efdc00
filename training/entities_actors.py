"""How often the country of an actor is right: `python -m training.entities_actors` on the cases of actor strings."""

from __future__ import annotations

import json
from pathlib import Path

from dragoman.model.actors import country_of

CASES = Path(__file__).parents[2] / "shared/corpora/events/actor-cases-dev.jsonl"


def main() -> None:
    hits, total = 0, 0
    for line in CASES.read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        if case["needs"] != "agents-list-or-wikipedia" or "country" not in (case["expect"] or {}):
            continue
        actor, context = (
            case["input"]["actor"],
            case["input"].get("context") or case["input"].get("known_country") or "",
        )
        got = country_of(actor) or (country_of(context) if context else None) or ""
        hits, total = hits + (got == case["expect"]["country"]), total + 1
        if got != case["expect"]["country"]:
            print(f"{actor!r} {context!r}: got {got!r}, expected {case['expect']['country']!r}")
    print(f"country right {hits / total:.3f} ({hits}/{total})")


if __name__ == "__main__":
    main()
