"""Seven Steps: auto-graded PyTorch katas. `grade` is `grader.cli:main`."""

__version__ = "0.1.0"
