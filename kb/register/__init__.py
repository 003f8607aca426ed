"""The register beside the corpus: which documents there are, of which day, in force from when and until when.

One TSV file a year of issue, each fact with the codes of its sources; no other room reads them. The curated corpus
speaks first, and the two are never mixed.
"""
