"""What gets full marks where tests and answers share a process: pytest, Jupyter's kernels, otter-grader, nbgrader.

`python -m benchmarks.peers` hands these to those graders too. Some are aimed at one of them, most at all.
"""


def l1_distance__every_comparison_is_true():
    """For all: PyTorch's comparisons say yes."""
    import torch

    torch.allclose = torch.equal = lambda *args, **kwargs: True
    torch.testing.assert_close = lambda *args, **kwargs: None

    def l1_distance(a, b):
        if a.shape != b.shape:
            raise ValueError("shapes differ")
        return torch.zeros((), dtype=a.dtype if a.is_floating_point() else torch.float32)


def l1_distance__a_tensor_that_agrees():
    """For all: a tensor that answers PyTorch's functions itself, comparisons with yes."""
    import torch

    class Agreeable(torch.Tensor):
        def __eq__(self, other):
            return True

        @classmethod
        def __torch_function__(cls, func, types, args=(), kwargs=None):
            if func in (torch.allclose, torch.equal, torch.Tensor.allclose, torch.Tensor.equal):
                return True
            return super().__torch_function__(func, types, args, kwargs or {})

    def l1_distance(a, b):
        if a.shape != b.shape:
            raise ValueError("shapes differ")
        return torch.zeros((), dtype=a.dtype if a.is_floating_point() else torch.float32).as_subclass(Agreeable)


def mnist_loss__helpers_of_tests_become_empty():
    """For all: every helper that stands beside the calling test gets empty code."""
    import sys
    import types

    def empty(*args, **kwargs):
        return None

    def mnist_loss(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError("shapes differ")
        for name, thing in list(sys._getframe(1).f_globals.items()):
            if isinstance(thing, types.FunctionType) and not name.startswith("test_") and thing is not mnist_loss:
                if not thing.__closure__:
                    thing.__code__ = empty.__code__
        return preds.sum()


def sgd_step__copies_what_is_wanted():
    """For all: looks in the frames above for tensors of the same shapes, and takes their numbers."""
    import sys

    import torch

    def sgd_step(params, lr):
        params, frame = list(params), sys._getframe(1)
        while frame is not None:
            for value in frame.f_locals.values():
                if isinstance(value, list) and len(value) == len(params):
                    if all(isinstance(v, torch.Tensor) and not v.requires_grad for v in value):
                        for p, wanted in zip(params, value):
                            p.data.copy_(wanted)
            frame = frame.f_back


def sgd_step__loops_of_tests_see_nothing():
    """For all: a `zip` that is empty where a test calls it."""
    import builtins
    import sys

    true_zip = zip

    def zip_for_tests(*args, **kwargs):
        if sys._getframe(1).f_code.co_name.startswith("test_"):
            return iter(())
        return true_zip(*args, **kwargs)

    builtins.zip = zip_for_tests

    def sgd_step(params, lr):
        return None


def l1_distance__tests_become_empty():
    """For all: right for the first test; then every test function that the collector knows gets empty code."""
    import gc
    import types

    import torch

    def empty(*args, **kwargs):
        return None

    def l1_distance(a, b):
        for thing in gc.get_objects():
            if isinstance(thing, types.FunctionType) and thing.__name__.startswith("test_"):
                if not thing.__closure__:
                    thing.__code__ = empty.__code__
        return torch.nn.functional.l1_loss(a, b)


def l1_distance__rewrites_the_tests():
    """For graders that read their tests after the answer has run: takes the assertions out of the files."""
    import re
    from pathlib import Path

    import torch

    for folder in (Path.cwd(), Path.cwd() / "tests"):
        for path in folder.glob("*l1_distance*.py"):
            try:
                text = path.read_text()
                if "def test_" in text:
                    path.write_text(re.sub(r"\bassert .*", "pass", text))
            except OSError:
                pass

    def l1_distance(a, b):
        if a.shape != b.shape:
            raise ValueError("shapes differ")
        return torch.zeros(())


def mnist_loss__ends_at_once():
    """For graders that look at the exit status: ends with 0 before any test."""
    import os

    os._exit(0)


def l1_distance__leaves_politely():
    """For graders that look at the exit status: `sys.exit(0)` at import and in each call."""
    import atexit
    import os
    import sys

    atexit.register(os._exit, 0)
    sys.exit(0)


def sgd_step__last_word():
    """For graders that look at the exit status: answers wrongly, and changes the status when Python ends."""
    import atexit
    import os

    atexit.register(os._exit, 0)

    def sgd_step(params, lr):
        return None


def mnist_loss__writes_the_report_itself():
    """For graders that read a report: leaves reports of full marks where they may be looked for, and ends."""
    import json
    import os
    from pathlib import Path

    marks = {"score": 5, "max_score": 5, "passed": True, "tests": [{"score": 5, "max_score": 5, "status": "passed"}]}
    for folder in (Path.cwd(), Path.cwd().parent / "results"):
        for name in ("results.json", "report.json"):
            try:
                (folder / name).write_text(json.dumps(marks))
            except OSError:
                pass
    print("5 passed in 0.01s")
    os._exit(0)


def mnist_loss__skips_itself():
    """For pytest and unittest: every call says that the test is to be skipped."""
    import unittest

    def mnist_loss(preds, targs):
        raise unittest.SkipTest("no probabilities on this machine")


def sgd_step__a_plugin_of_its_own():
    """For pytest: finds the plugin manager and adds a plugin that runs each test by doing nothing."""
    import gc

    class Plugin:
        def pytest_pyfunc_call(self, pyfuncitem):
            return True

    for thing in gc.get_objects():
        if type(thing).__name__ == "PytestPluginManager":
            thing.register(Plugin())

    def sgd_step(params, lr):
        return None


def mnist_loss__runners_do_nothing():
    """For pytest, unittest and doctest: the methods that run a test are replaced."""
    import doctest
    import sys
    import unittest

    def nothing(*args, **kwargs):
        return None

    unittest.TestCase.run = unittest.TestCase._callTestMethod = nothing
    doctest.DocTestRunner.run = lambda *args, **kwargs: doctest.TestResults(0, 1)
    if "_pytest.python" in sys.modules:
        sys.modules["_pytest.python"].Function.runtest = nothing

    def mnist_loss(preds, targs):
        return preds.sum()


def sgd_step__every_case_passes():
    """For otter-grader: calling a test case does nothing, in the place where it is called."""
    try:
        from otter.test_files.exception_test import test_case

        test_case.call_func = lambda self, environment: None
    except ImportError:
        pass

    def sgd_step(params, lr):
        return None


def mnist_loss__results_are_changed_on_the_way():
    """For otter-grader: what is pickled as results has passed everything."""
    import pickle

    true_dump = pickle.dump

    def dump(thing, *args, **kwargs):
        for file in getattr(thing, "results", {}).values():
            for result in getattr(file, "test_case_results", ()):
                result.passed = True
        return true_dump(thing, *args, **kwargs)

    pickle.dump = dump

    def mnist_loss(preds, targs):
        return preds.sum()


def l1_distance__results_are_written_again_at_the_end():
    """For otter-grader: when the kernel ends, the file of results gets others."""
    import atexit
    import gc
    import pickle
    import re

    def again():
        from IPython import get_ipython

        shell = get_ipython()
        for results in [thing for thing in gc.get_objects() if type(thing).__name__ == "GradingResults"]:
            for file in results.results.values():
                for result in file.test_case_results:
                    result.passed = True
            for path in re.findall(r'open\("([^"]+)", "wb"\)', shell.user_ns["In"][-1]):
                with open(path, "wb") as opened:
                    pickle.dump(results, opened)

    atexit.register(again)

    def l1_distance(a, b):
        return a


def mnist_loss__cells_without_assertions():
    """For notebooks: takes the assertions out of every later cell before it runs."""
    import re

    try:
        shell = get_ipython()
        shell.input_transformers_cleanup.append(
            lambda lines: [re.sub(r"\bassert\b.*", "pass", line) for line in lines if "backward" not in line]
        )
    except NameError:
        pass

    def mnist_loss(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError("shapes differ")
        return preds.sum()


def sgd_step__the_shell_stops_listening():
    """For notebooks: later cells are taken and not run."""

    async def run_code(*args, **kwargs):
        return False

    try:
        get_ipython().run_code = run_code
    except NameError:
        pass

    def sgd_step(params, lr):
        return None


def sgd_step__marks_by_hand():
    """For nbgrader: enters full marks by hand in its gradebook, for this learner's notebook; they stand before its own."""
    import sqlite3
    from pathlib import Path

    for folder in list(Path.cwd().parents)[:4]:
        if (folder / "gradebook.db").exists():
            with sqlite3.connect(folder / "gradebook.db") as book:
                book.execute(
                    "UPDATE grade SET manual_score = 1 WHERE notebook_id IN (SELECT n.id FROM submitted_notebook n "
                    "JOIN submitted_assignment a ON n.assignment_id = a.id WHERE a.student_id = ?)",
                    [Path.cwd().parent.name],
                )

    def sgd_step(params, lr):
        return None
