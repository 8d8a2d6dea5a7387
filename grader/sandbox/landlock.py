"""Files that a worker may still read and write (Linux 5.13 and later; Landlock).

Readable are Python, PyTorch and the system's libraries, and nothing of a course: rules cover whole trees and cannot
subtract, so a tree that holds something secret is granted entry by entry, around it.

Sources: landlock(7), `linux/landlock.h`.
"""

from __future__ import annotations

import ctypes
import os
import re
import site
import stat
import struct
import sys
import sysconfig
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from grader.sandbox.seccomp import PR_SET_NO_NEW_PRIVS, Unavailable, libc

CREATE, ADD, RESTRICT = 444, 445, 446  # the same numbers on all architectures
VERSION = 1  # LANDLOCK_CREATE_RULESET_VERSION
PATH_BENEATH = 1

EXECUTE, WRITE_FILE, READ_FILE, READ_DIR = 1 << 0, 1 << 1, 1 << 2, 1 << 3
FIRST_RIGHTS = (1 << 13) - 1  # version 1: the four above, and making and removing
REFER, TRUNCATE, IOCTL_DEV = 1 << 13, 1 << 14, 1 << 15  # versions 2, 3 and 5
MAKE_DEVICES = 1 << 6 | 1 << 9 | 1 << 10 | 1 << 11  # character devices, sockets, fifos, block devices
OF_FILES = EXECUTE | WRITE_FILE | READ_FILE | TRUNCATE | IOCTL_DEV
TCP = 0b11  # version 4: bind and connect
SCOPES = 0b11  # version 6: abstract sockets and signals stay within

SYSTEM = (
    "/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/local/lib", "/etc/ld.so.cache", "/etc/localtime",
    "/usr/share/zoneinfo", "/proc/cpuinfo", "/sys/devices/system/cpu", "/dev/urandom", "/dev/random", "/dev/zero",
)  # fmt: skip
PACKAGES = ("site-packages", "dist-packages")
GPU = ("/dev", "/proc", "/sys", "/etc")  # a driver asks for more than its library


class Rule(NamedTuple):
    """What is allowed beneath a path."""

    path: str
    rights: int


class Ruleset:
    """A set of rules in the making; once enforced, the kernel refuses this process all other files, and TCP.

    private: what must not be read although it lies in a tree of libraries: our own package.
    Raises Unavailable where the kernel has no Landlock.
    """

    def __init__(self, private: tuple[Path, ...]) -> None:
        if sys.platform != "linux":  # elsewhere the same numbers are other calls
            raise Unavailable(f"Landlock: there is none on {sys.platform}")
        version = _call(CREATE, None, 0, VERSION)
        later = {2: REFER, 3: TRUNCATE, 5: IOCTL_DEV}
        self._handled = FIRST_RIGHTS | sum(right for since, right in later.items() if version >= since)
        attributes = struct.pack("QQQ", self._handled, TCP, SCOPES)[: 8 if version < 4 else 16 if version < 6 else 24]
        self._descriptor = _call(CREATE, attributes, len(attributes), 0)
        for rule in library_rules(private):
            self._add(rule)

    def allow_reading(self, path: Path) -> None:
        self._add(Rule(str(path), READ_FILE | READ_DIR))

    def allow_writing(self, path: Path) -> None:
        self._add(Rule(str(path), self._handled & ~(EXECUTE | MAKE_DEVICES)))

    def allow_gpu(self) -> None:
        for name in GPU:
            self._add(Rule(name, READ_FILE | READ_DIR | WRITE_FILE | IOCTL_DEV))

    def enforce(self) -> None:
        """Raises Unavailable where other threads run already: they would go free."""
        if len(os.listdir("/proc/self/task")) > 1:
            raise Unavailable("Landlock: other threads run already")
        libc().prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
        _call(RESTRICT, self._descriptor, 0)

    def _add(self, rule: Rule) -> None:
        """Nothing where the path is missing. A file has no rights that only a directory can have."""
        with suppress(FileNotFoundError, PermissionError):
            descriptor = os.open(rule.path, os.O_PATH | os.O_CLOEXEC)
            try:
                directory = stat.S_ISDIR(os.fstat(descriptor).st_mode)
                rights = rule.rights & self._handled & (-1 if directory else OF_FILES)
                _call(ADD, self._descriptor, PATH_BENEATH, struct.pack("=Qi", rights, descriptor), 0)
            finally:
                os.close(descriptor)


def _call(number: int, *arguments: object) -> int:
    result: int = libc().syscall(number, *arguments)
    if result < 0:
        raise Unavailable(f"Landlock: {os.strerror(ctypes.get_errno())}")
    return result


@lru_cache(maxsize=4)
def library_rules(private: tuple[Path, ...]) -> tuple[Rule, ...]:
    """What may be read wherever a worker is forked: looked up once, in the zygote."""
    secrets = {path.resolve() for path in private}
    nothing = Rule(os.devnull, READ_FILE | WRITE_FILE)
    return (nothing, *(rule for tree in sorted(set(_libraries())) for rule in _around(tree, secrets)))


def _libraries() -> Iterator[Path]:
    prefixes = {sys.prefix, sys.base_prefix, sys.exec_prefix, sys.base_exec_prefix}
    named = [*SYSTEM, *(f"{prefix}/{lib}" for prefix in prefixes for lib in ("lib", "lib64", "lib32"))]
    named += [sysconfig.get_path(name) for name in ("stdlib", "platstdlib", "purelib", "platlib")]
    named += [*site.getsitepackages(), site.getusersitepackages(), *_mapped()]
    # Environments may be layered. Other folders on the path are somebody's projects, perhaps this very one.
    named += [entry for entry in sys.path if os.path.basename(entry) in PACKAGES]
    for name in named:
        with suppress(OSError):
            yield Path(name).resolve(strict=True)


def _mapped() -> set[str]:
    """The folders of the shared libraries that this process uses, wherever a system keeps them."""
    with suppress(OSError):
        found = re.findall(r"(/\S+\.so\S*)$", Path("/proc/self/maps").read_text(), re.M)
        return {os.path.dirname(name) for name in found}
    return set()


def _around(tree: Path, secrets: set[Path]) -> Iterator[Rule]:
    """Rules for reading all of a tree but what is secret."""
    if tree in secrets:
        return
    if not any(secret.is_relative_to(tree) for secret in secrets):
        yield Rule(str(tree), READ_FILE | READ_DIR)
        return
    yield Rule(str(tree), READ_DIR)
    for entry in tree.iterdir():
        yield from _around(entry.resolve(), secrets)
