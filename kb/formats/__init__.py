"""Writers of files that other programs read. Each knows its format alone, no record."""
