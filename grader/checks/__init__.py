"""The checks: ordinary pytest, one file an exercise. Run them with `pytest --pyargs grader.checks --submission DIR`."""
