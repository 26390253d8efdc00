"""`python -m training --corpora FOLDER`: corpora to arrays, training, the eight-bit file, heads, beliefs, figures."""

import argparse
import os
import sys
from pathlib import Path


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--corpora", type=Path, help="default: ../shared/corpora")
    ask.add_argument("--minutes", default="90")
    ask.add_argument("--workers", default="2")
    ask.add_argument("--on", action="store_true", help="begin with the weights of the shipped file")
    said = ask.parse_args()
    if said.corpora:
        os.environ["DRAGOMAN_CORPORA"] = str(said.corpora.resolve())
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    from training import attribution_belief, believe, convert, evaluate, export, more_heads, train

    for step, words in (
        (convert, []),
        (train, ["--minutes", said.minutes, "--workers", said.workers, *["--on"] * said.on]),
        (export, []),
        (more_heads, []),
        (believe, []),
        (attribution_belief, ["--write"]),
        (evaluate, []),
    ):
        sys.argv = [step.__name__, *words]
        step.main()


if __name__ == "__main__":
    main()
