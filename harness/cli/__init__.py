"""The command line: commands/ holds one file a command, `main` finds them and keeps the promise of the exit codes."""
