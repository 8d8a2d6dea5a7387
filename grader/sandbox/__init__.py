"""The process that runs one submission, and the typed wire to it."""
