"""`grade schema`: the JSON Schema of the JSON report."""

from __future__ import annotations

import argparse
import json


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """It takes none."""


def run(arguments: argparse.Namespace) -> int:
    from grader.reports.json import schema

    print(json.dumps(schema(), indent=2))
    return 0
