"""Each tool in a virtual environment of its own, with the same PyTorch: made once, and kept below a folder."""

from __future__ import annotations

import json
import shutil
import subprocess
import venv
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

# What the answers need. The public part of the version: an index has the same release under several builds.
COMMON = tuple(f"{name}=={version(name).split('+')[0]}" for name in ("torch", "numpy"))


def environment(home: Path, name: str, packages: Sequence[str]) -> Path:
    """The Python of an environment that holds just these packages; pip installs them where they are not there yet."""
    folder, wanted = home / name, json.dumps([*packages, *COMMON])
    stamp = folder / "installed.json"
    if not stamp.is_file() or stamp.read_text() != wanted:
        print(f"Installing {', '.join(packages)} and PyTorch into {folder} ...", flush=True)
        shutil.rmtree(folder, ignore_errors=True)
        venv.create(folder, with_pip=True)
        subprocess.run([folder / "bin" / "python", "-m", "pip", "install", "-q", *packages, *COMMON], check=True)
        stamp.write_text(wanted)
    return folder / "bin" / "python"
