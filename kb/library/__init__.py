"""The library beside the corpus: the text of the codified law, in the user's own data folder and never in a repository.

Pages of the Ministry of Justice's package, JSON lines or office files become articles, a file of JSON lines a subject;
one sorted file beside them says where the articles of a document stand. What it holds is never mixed with the corpus.
"""
