"""What is indexed, of the corpus and of articles."""
