"""What an AI assistant may ask: the answers of the commands, each with its day, its sources, and whether it is held."""
