"""The command line: one file a command; it prints and exits, nothing else."""
