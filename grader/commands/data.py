"""`grade data`: the digits in force, and whether they are whole."""

from __future__ import annotations

import argparse
from pathlib import Path

from grader.catalog import own_course, shipped_course
from grader.commands.judging import add_data


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_data(parser)


def run(arguments: argparse.Namespace) -> int:
    from grader.datasets import FILES, damage, read
    from grader.errors import BadData

    folder = Path(arguments.data or own_course().data)
    ours = folder == shipped_course().data
    print(f"{folder}\n")
    broken = 0
    for name in FILES:
        try:
            shape = read(folder, name).shape
            problem = damage(folder, name) if ours else None
        except BadData as error:
            shape, problem = (), str(error)
        broken += problem is not None
        size = " x ".join(map(str, shape))
        print(f"  {name:24} {problem or (f'{size}, whole' if ours else size)}")
    print("\n" + ("All four are whole." if not broken else f"{broken} of 4 cannot be used."))
    return 2 if broken else 0
