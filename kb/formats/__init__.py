"""Writers of files that other programs read: one format a module, its standard named; none of them knows a record."""
