"""The command line: commands/ has one file for each command; `main` finds them and ensures the exit codes."""
