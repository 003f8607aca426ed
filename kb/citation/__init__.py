"""Citations: find them in a text, resolve them to records, annotate the text."""
