"""Run by the Python of otter's environment: grades notebooks one after the other, by the API that otter documents.

    python otter_session.py MARKS NOTEBOOK AUTOGRADER [NOTEBOOK AUTOGRADER ...]

Writes to MARKS, as JSON, the share of the points that each notebook got. Otter has no limit of time; this has one.
"""

import json
import signal
import sys

from otter.api import grade_submission

PATIENCE = 120  # seconds


def too_long(*_):
    raise TimeoutError(f"no end after {PATIENCE} seconds")


signal.signal(signal.SIGALRM, too_long)
marks, *pairs = sys.argv[1:]
shares = {}
for notebook, autograder in zip(pairs[::2], pairs[1::2], strict=True):
    signal.alarm(PATIENCE)
    try:
        results = grade_submission(notebook, autograder, quiet=True)
        shares[notebook] = results.total / results.possible if results.possible else 0.0
    except Exception as error:  # A kernel that died, and whatever else becomes of a submission: no points.
        print(f"{notebook}: {type(error).__name__}: {error}", file=sys.stderr)
        shares[notebook] = 0.0
with open(marks, "w") as file:
    json.dump(shares, file)
