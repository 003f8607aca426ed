"""What the law says of a record on a day: effect, periods, successors, rank, provisions, citation."""
