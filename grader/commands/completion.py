"""`grade completion bash|zsh|fish`: prints what that shell has to read."""

from __future__ import annotations

import argparse

from grader.completion import SHELLS, script

HOW = """To try it: `source <(grade completion bash)`, and the same in zsh; in fish, `grade completion fish | source`.
To keep it, put that line into ~/.bashrc, ~/.zshrc (below `compinit`) or ~/.config/fish/config.fish."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("shell", choices=SHELLS)
    parser.epilog = HOW


def run(arguments: argparse.Namespace) -> int:
    print(script(arguments.shell), end="")
    return 0
