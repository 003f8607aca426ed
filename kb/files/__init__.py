"""Writes the files that belong to a user: whole or not at all, and never over what another has saved meanwhile.

A file is written aside in the same folder, flushed, and put in place by one rename; the folder is flushed after it
(fsync(2): the entry of a new name is not flushed with the file). Where a symbolic link is named, its target is replaced
and the link stays. Mode, owner, group and extended attributes are kept as far as the writer may set them; a file with
several hard links becomes one of its own, since a rename can do no other.

What is left open when `read` is compared. Between comparison and rename another program may save. Linux and macOS
exchange the two names in one step, so what is taken out is compared once more and put back when it is new; there an
editor that wrote into the file it held open, after that second comparison, is lost (microseconds). Windows, and disks
that cannot exchange, keep the window between the comparison and the rename; Windows refuses the rename while the other
program holds the file open.

A killed writer leaves `.kb-*.tmp` (32 hexadecimal digits). The next write in the folder deletes it: writers at work
hold a shared lock on the folder, so who gets it alone is beside leftovers only. Where a folder cannot be locked
(Windows, some network disks), or another is writing, a leftover is deleted when it is an hour old.
"""

from __future__ import annotations

from kb.files.kinds import why_no_file
from kb.files.refusals import FileChanged, FileExists, FileUnwritable, OutputIsInput, reason, refusal
from kb.files.scratch import scratch_folder
from kb.files.write import create_file, create_files, refuse_same_file, replace_file, replacing_file, write_output

__all__ = [
    "FileChanged",
    "FileExists",
    "FileUnwritable",
    "OutputIsInput",
    "create_file",
    "create_files",
    "reason",
    "refusal",
    "refuse_same_file",
    "replace_file",
    "replacing_file",
    "scratch_folder",
    "why_no_file",
    "write_output",
]
