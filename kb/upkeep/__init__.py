"""What an editor has to look at again: stale facts and broken links."""
