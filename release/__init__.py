"""What makes the files of a release; no part of the program."""
