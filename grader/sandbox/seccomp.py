"""System calls that the kernel refuses a worker from now on (Linux; seccomp with a classic BPF program).

Deny by default: what no table of `syscalls` names is answered ENOSYS, what `REFUSED` names EPERM. A program of another
architecture's calls (32-bit, x32) is killed or told that there is no such call.

Sources: seccomp(2), `linux/seccomp.h`, `linux/audit.h`, `linux/bpf_common.h`.
"""

from __future__ import annotations

import ctypes
import os
import platform
import struct
import sys
from collections.abc import Iterable, Iterator
from errno import ENOSYS, ENOTTY, EPERM
from functools import cache

from grader.sandbox.syscalls import ALLOWED, CONDITIONAL, REFUSED, Numbers

# Column in the tables, AUDIT_ARCH_*, the number of the call `seccomp` itself.
ARCHITECTURES = {"x86_64": (0, 0xC000003E, 317), "aarch64": (1, 0xC00000B7, 277)}
X32_BIT = 0x40000000
LOAD, JUMP_EQUAL, JUMP_AT_LEAST, AND, RETURN = 0x20, 0x15, 0x35, 0x54, 0x06  # BPF_LD|W|ABS, BPF_JMP|JEQ|K, ...
NUMBER, ARCHITECTURE, ARGUMENTS = 0, 4, 16  # offsets in struct seccomp_data
ALLOW, ERRNO, KILL = 0x7FFF0000, 0x00050000, 0x80000000
SET_FILTER, ALL_THREADS, NO_MITIGATION = 1, 1, 4
PR_SET_NO_NEW_PRIVS = 38

CLONE_THREAD = 0x00010000
CLONE_NEW = 0x7E020000  # every namespace flag
PR_NAMES = (15, 16)  # PR_SET_NAME, PR_GET_NAME: threads are named
TERMINAL = (0x5401, 0x5413, 0x541B, 0x5421, 0x5450, 0x5451)  # TCGETS, TIOCGWINSZ, FIONREAD, FIONBIO, FIONCLEX, FIOCLEX
# F_SETOWN, F_SETSIG, F_SETOWN_EX, F_SETLEASE, F_NOTIFY: ways to have the kernel send signals to others.
SIGNALLING = (8, 10, 15, 1024, 1026)

Instruction = tuple[int, int, int, int]  # code, jump if true, jump if false, operand


class Unavailable(Exception):
    """The kernel or the architecture has no such fence. The text says why."""


@cache
def libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


def filter_for(pid: int, gpu: bool = False) -> bytes:
    """The program that restricts the process `pid`. Raises Unavailable where none is known.

    gpu: a driver's own calls are let through; only those are refused that are known to reach others.
    """
    if sys.platform != "linux" or platform.machine() not in ARCHITECTURES:
        raise Unavailable(f"no filter is known for {sys.platform} on {platform.machine()}")
    return program(platform.machine(), pid, gpu)


def restrict_calls(code: bytes) -> None:
    """Let the kernel run this filter from now on, for this process and all its threads. Raises Unavailable."""
    content = ctypes.create_string_buffer(code)
    described = struct.pack("HxxxxxxP", len(code) // 8, ctypes.addressof(content))
    _, _, number = ARCHITECTURES[platform.machine()]
    libc().prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    for flags in (ALL_THREADS | NO_MITIGATION, ALL_THREADS):
        if libc().syscall(number, SET_FILTER, flags, described) == 0:
            return
    raise Unavailable(f"seccomp: {os.strerror(ctypes.get_errno())}")


def program(machine: str, pid: int, gpu: bool = False) -> bytes:
    """The filter of a process, as the kernel takes it."""
    column, architecture, _ = ARCHITECTURES[machine]
    return b"".join(struct.pack("HBBI", *step) for step in _steps(column, architecture, pid, gpu))


def _steps(column: int, architecture: int, pid: int, gpu: bool) -> Iterator[Instruction]:
    yield LOAD, 0, 0, ARCHITECTURE
    yield from _unless_equal(architecture, [_answer(KILL)])
    yield LOAD, 0, 0, NUMBER
    yield JUMP_AT_LEAST, 0, 1, X32_BIT
    yield _error(ENOSYS)
    for number in _numbers(ALLOWED, column):
        yield from _if_equal(number, [_answer(ALLOW)])
    for name, steps in _conditions(pid, gpu).items():
        yield from _if_equal(CONDITIONAL[name][column], steps)
    for number in _numbers(REFUSED, column):
        yield from _if_equal(number, [_error(EPERM)])
    yield _answer(ALLOW) if gpu else _error(ENOSYS)


def _numbers(table: Numbers, column: int) -> Iterator[int]:
    return (numbers[column] for numbers in table.values() if numbers[column] is not None)  # type: ignore[misc]


def _conditions(pid: int, gpu: bool) -> dict[str, list[Instruction]]:
    """For each call that depends on its arguments: the steps that decide."""
    return {
        "clone": [*_load(0), (AND, 0, 0, CLONE_THREAD | CLONE_NEW), *_one_of([CLONE_THREAD])],
        "prctl": [*_load(0), *_one_of(PR_NAMES)],
        # Limits may be looked at, one's own, and not set.
        "prlimit64": [*_null(2), *_load(0), *_one_of([0, pid])],
        "kill": [*_load(0), *_one_of([pid])],
        "tgkill": [*_load(0), *_one_of([pid])],
        "ioctl": [_answer(ALLOW)] if gpu else [*_load(1), *_one_of(TERMINAL, ENOTTY)],
        "fcntl": [*_load(1), *_none_of(SIGNALLING)],
    }


def _load(argument: int, high: bool = False) -> list[Instruction]:
    """The lower (or upper) half of an argument; both architectures are little-endian."""
    return [(LOAD, 0, 0, ARGUMENTS + 8 * argument + 4 * high)]


def _one_of(values: Iterable[int], error: int = EPERM) -> list[Instruction]:
    steps = [step for value in values for step in _if_equal(value, [_answer(ALLOW)])]
    return [*steps, _error(error)]


def _none_of(values: Iterable[int]) -> list[Instruction]:
    steps = [step for value in values for step in _if_equal(value, [_error(EPERM)])]
    return [*steps, _answer(ALLOW)]


def _null(argument: int) -> list[Instruction]:
    """Go on only where a pointer is null."""
    halves = [_load(argument), _load(argument, high=True)]
    return [step for load in halves for step in (*load, *_unless_equal(0, [_error(EPERM)]))]


def _if_equal(value: int | None, steps: list[Instruction]) -> list[Instruction]:
    return [] if value is None else [(JUMP_EQUAL, 0, len(steps), value), *steps]


def _unless_equal(value: int, steps: list[Instruction]) -> list[Instruction]:
    return [(JUMP_EQUAL, len(steps), 0, value), *steps]


def _answer(value: int) -> Instruction:
    return RETURN, 0, 0, value


def _error(number: int) -> Instruction:
    return _answer(ERRNO | number)
