"""Submissions that try to be passed without being right, or to do harm; one file a class, one function an attack.

A function's name is `<exercise>__<idea>`, its docstring says what is tried, its body is the submission.
"""
