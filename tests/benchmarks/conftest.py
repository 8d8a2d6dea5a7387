"""Benchmarks are no part of the installed package: they are found in the checkout, after everything that is installed."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[2]))
