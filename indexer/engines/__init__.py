"""What keeps an index and answers from it: the port, the weight codes, the opening; each engine is an adapter."""
