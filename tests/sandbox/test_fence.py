"""The kernel's fences: tried for real here, and by an interpreter for the architecture that this is not."""

from __future__ import annotations

import platform
import struct
import subprocess
import sys
from errno import ENOSYS, ENOTTY, EPERM
from pathlib import Path

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.sandbox.fence import PACKAGE
from grader.sandbox.levels import Holds, Level, level_in_force, tried
from grader.sandbox.seccomp import ALLOW, ARCHITECTURES, ERRNO, KILL, program
from grader.sandbox.syscalls import ALLOWED, CONDITIONAL, REFUSED

PID = 4711
linux = pytest.mark.skipif(level_in_force() is not Level.STRONG, reason="no Landlock or no seccomp here")


def answer(machine: str, number: int, *arguments: int, architecture: int | None = None, gpu: bool = False) -> int:
    """What the kernel makes of a system call: a small interpreter of the classic BPF that is used."""
    given_ = [*arguments, *[0] * (6 - len(arguments))]
    data = struct.pack("IIQ6Q", number, architecture or ARCHITECTURES[machine][1], 0, *given_)
    code = list(struct.iter_unpack("HBBI", program(machine, PID, gpu)))
    held, at = 0, 0
    while True:
        operation, if_true, if_false, operand = code[at]
        at += 1
        if operation == 0x20:
            (held,) = struct.unpack_from("I", data, operand)
        elif operation == 0x54:
            held &= operand
        elif operation == 0x06:
            return operand
        else:
            at += if_true if (held == operand if operation == 0x15 else held >= operand) else if_false


@pytest.mark.parametrize("machine", ARCHITECTURES)
def test_every_call_of_the_tables_is_answered_as_its_table_says(machine: str) -> None:
    column = ARCHITECTURES[machine][0]
    known = set()
    for table, wanted in ((ALLOWED, ALLOW), (REFUSED, ERRNO | EPERM)):
        for name, numbers in table.items():
            if numbers[column] is not None:
                known.add(numbers[column])
                assert answer(machine, numbers[column]) == wanted, name
    known |= {numbers[column] for numbers in CONDITIONAL.values()}
    unknown = set(range(600)) - known
    assert {answer(machine, number) for number in unknown} == {ERRNO | ENOSYS}


@pytest.mark.parametrize("machine", ARCHITECTURES)
@pytest.mark.parametrize(
    ("name", "arguments", "wanted"),
    [
        ("clone", (0x3D0F00,), ALLOW),  # a thread, as glibc starts it
        ("clone", (0x01200011,), ERRNO | EPERM),  # a fork
        ("clone", (0x3D0F00 | 0x10000000,), ERRNO | EPERM),  # a thread in a new user namespace
        ("kill", (PID, 9), ALLOW),
        ("kill", (PID + 1, 9), ERRNO | EPERM),
        ("kill", (0, 9), ERRNO | EPERM),
        ("kill", (2**32 - 1, 9), ERRNO | EPERM),
        ("tgkill", (PID, PID, 6), ALLOW),
        ("tgkill", (1, 1, 9), ERRNO | EPERM),
        ("prctl", (15,), ALLOW),
        ("prctl", (1,), ERRNO | EPERM),  # to outlive its parent
        ("prlimit64", (0, 9, 0), ALLOW),
        ("prlimit64", (0, 9, 0x7FFF00000000), ERRNO | EPERM),
        ("prlimit64", (0, 9, 0x10), ERRNO | EPERM),
        ("prlimit64", (1, 9, 0), ERRNO | EPERM),
        ("ioctl", (1, 0x5401), ALLOW),
        ("ioctl", (1, 0x5412), ERRNO | ENOTTY),  # TIOCSTI: to type into the terminal
        ("fcntl", (3, 1), ALLOW),
        ("fcntl", (3, 8, 1), ERRNO | EPERM),
    ],
)
def test_calls_that_depend_on_their_arguments(machine: str, name: str, arguments: tuple[int, ...], wanted: int) -> None:
    assert answer(machine, CONDITIONAL[name][ARCHITECTURES[machine][0]], *arguments) == wanted


@given(st.integers(0, 2**32 - 1), st.lists(st.integers(0, 2**64 - 1), max_size=6))
def test_calls_in_another_architectures_way_are_the_end(number: int, arguments: list[int]) -> None:
    assert answer("x86_64", number, *arguments, architecture=0x40000003) == KILL  # 32-bit
    assert answer("x86_64", number | 0x40000000, *arguments) == ERRNO | ENOSYS  # x32


@given(st.integers(0, 2**30 - 1))
def test_a_gpus_driver_may_call_what_is_not_known_to_reach_others(number: int) -> None:
    refused = {numbers[0] for numbers in REFUSED.values()}
    assert (answer("x86_64", number, gpu=True) == ERRNO | EPERM) == (number in refused) or number in {
        numbers[0] for numbers in CONDITIONAL.values()
    }


@pytest.mark.parametrize(
    ("holds", "level"),
    [
        (Holds(), Level.PROCESS_ONLY),
        (Holds(files_refused=("a",), calls_refused=("b",)), Level.STRONG),
        (Holds(files_refused=("a",), calls_refused=("b",), gpu=True), Level.PARTIAL),
        (Holds(files_refused=("a",), calls_allowed=("b",)), Level.PARTIAL),
        (Holds(files_allowed=("a",), calls_refused=("b",)), Level.PARTIAL),
        (Holds(files_refused=("a",), files_allowed=("c",), calls_refused=("b",)), Level.PARTIAL),
        (Holds(files_refused=("a",), calls_refused=("b", "c"), calls_allowed=("d",)), Level.PARTIAL),
        (Holds(files_allowed=("a",), calls_allowed=("b",)), Level.PROCESS_ONLY),
    ],
)
def test_a_level_is_what_was_refused_without_exception(holds: Holds, level: Level) -> None:
    assert holds.level is level


def test_why_a_level_is_not_higher_is_said_in_sentences() -> None:
    assert (
        Holds(calls_allowed=("open a socket",), missing=("seccomp: no",)).why()
        == "It could open a socket. Seccomp: no."
    )


def test_the_self_test_tells_the_level_that_is_promised() -> None:
    assert tried().level is level_in_force()


def fenced(tmp_path: Path, body: str, private: Path = PACKAGE) -> list[str]:
    """What a fenced process printed."""
    source = f"""
import os
from pathlib import Path
from grader.sandbox.landlock import Ruleset
from grader.sandbox.seccomp import filter_for, restrict_calls
def tried(attempt):
    try: attempt(); return "allowed"
    except PermissionError: return "refused"
    except OSError as error: return type(error).__name__
files = Ruleset((Path({str(private)!r}),))
files.allow_writing(Path({str(tmp_path)!r}))
files.enforce()
restrict_calls(filter_for(os.getpid()))
{body}
"""
    ended = subprocess.run([sys.executable, "-P", "-c", source], capture_output=True, text=True, check=True)
    return ended.stdout.split()


@linux
def test_nothing_private_can_be_read_wherever_it_lies(tmp_path: Path) -> None:
    package = Path(numpy.__file__).parent  # stands for a grader that was installed from a wheel
    beside = next(path for path in package.parent.glob("*/__init__.py") if path.parent != package)
    body = f"""
for path in ({str(package / "__init__.py")!r}, {str(package / "linalg/__init__.py")!r}, {str(beside)!r}):
    print(tried(lambda: open(path).close()))
"""
    assert fenced(tmp_path, body, private=package) == ["refused", "refused", "allowed"]


@linux
@pytest.mark.parametrize(
    ("attempt", "told"),
    [
        ("open('/etc/passwd')", "refused"),
        ("os.listdir(os.path.expanduser('~'))", "refused"),
        ("open('/proc/self/environ')", "refused"),
        ("open('/dev/shm/x', 'w')", "refused"),
        ("open('/dev/tty', 'w')", "refused"),
        ("os.chmod(PLACE, 0o777)", "refused"),
        ("os.utime(PLACE)", "refused"),
        ("os.mkfifo(PLACE + '/fifo')", "refused"),
        ("os.symlink('/etc/passwd', PLACE + '/link') or open(PLACE + '/link')", "refused"),
        ("os.link('/etc/passwd', PLACE + '/hard')", "OSError"),
        ("os.rename(PLACE, PLACE + '2')", "refused"),
        ("os.memfd_create('x')", "refused"),
        ("os.setpriority(os.PRIO_PROCESS, 0, 5)", "refused"),
        ("os.sched_setaffinity(0, {0})", "refused"),
        ("os.posix_spawn('/bin/true', ['true'], {})", "refused"),
        ("os.pidfd_open(1)", "refused"),
        ("open('/proc/cpuinfo')", "allowed"),
        ("open('/dev/null', 'w')", "allowed"),
        ("os.urandom(9)", "allowed"),
        ("open(PLACE + '/mine', 'w').write('x') and os.rename(PLACE + '/mine', PLACE + '/yours')", "allowed"),
        ("os.makedirs(PLACE + '/a/b')", "allowed"),
        ("os.kill(os.getpid(), 0)", "allowed"),
        ("__import__('threading').Thread(target=int).start()", "allowed"),
        ("__import__('colorsys')", "allowed"),
    ],
)
def test_what_the_fences_refuse_and_what_they_let_through(tmp_path: Path, attempt: str, told: str) -> None:
    body = f"PLACE = {str(tmp_path)!r}\nprint(tried(lambda: {attempt}))"
    assert fenced(tmp_path, body) == [told]


@linux
def test_a_fence_cannot_be_put_up_around_some_threads_only(tmp_path: Path) -> None:
    source = """
import threading, time
from grader.sandbox.fence import PACKAGE
from grader.sandbox.landlock import Ruleset
threading.Thread(target=time.sleep, args=(9,), daemon=True).start()
Ruleset((PACKAGE,)).enforce()
"""
    ended = subprocess.run([sys.executable, "-P", "-c", source], capture_output=True, text=True)
    assert "other threads run already" in ended.stderr


def test_the_tables_belong_to_the_machine_that_this_is() -> None:
    if platform.machine() in ARCHITECTURES:
        unistd = Path("/usr/include/x86_64-linux-gnu/asm/unistd_64.h")
        if platform.machine() != "x86_64" or not unistd.exists():
            pytest.skip("the kernel's headers are not installed")
        lines = dict(line.split()[1:3] for line in unistd.read_text().splitlines() if line.startswith("#define __NR_"))
        for table in (ALLOWED, REFUSED, CONDITIONAL):
            for name, (number, _) in table.items():
                assert lines[f"__NR_{name}"] == str(number)
