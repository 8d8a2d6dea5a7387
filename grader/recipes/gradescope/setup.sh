#!/usr/bin/env bash
# Runs once, as root, when Gradescope builds the image: installs the grader, with its checks, into a folder of its own.
# requirements.txt, beside this file, names it: a version from the package index, or a wheel that lies here too.
set -euo pipefail
root=${AUTOGRADER_ROOT:-/autograder}
source=$root/source

new_enough() { command -v "$1" >/dev/null && "$1" -I -c 'import sys; sys.exit(sys.version_info < (3, 11))'; }
find_python() { for name in python3 python3.13 python3.12 python3.11; do new_enough "$name" && echo "$name" && return; done; }

if command -v apt-get >/dev/null; then
    apt-get update -qq
    apt-get install -qq -y python3 python3-venv
    [ -n "$(find_python)" ] || apt-get install -qq -y python3.11 python3.11-venv
fi
python=$(find_python) || { echo "The grader needs Python 3.11 or newer: choose a newer base image." >&2; exit 1; }

"$python" -I -m venv "$root/grader"
cd "$source" # requirements.txt may name a wheel that lies here
"$root/grader/bin/pip" install --quiet --extra-index-url https://download.pytorch.org/whl/cpu -r requirements.txt
"$root/grader/bin/grade" doctor
