"""The commands that need the corpus alone, one verb a module. Nothing else of kb knows click.

click names its types when they are made, so its words are Vietnamese before any command is read.
"""

from kb.commands.words import speak_vietnamese

speak_vietnamese()
