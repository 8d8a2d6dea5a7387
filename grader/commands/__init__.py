"""The subcommands of `grade`, one file each: `add_arguments(parser)` and `run(arguments) -> exit status`."""
