"""Numbers of which the corpus knows documents that have no record: what is known of them, a sentence each."""

from __future__ import annotations

from kb.corpus.corpus import Corpus
from kb.language.fold import normal
from kb.law.collisions import without_record
from kb.number.document_number import match_key_of


def numbers_without_record(corpus: Corpus) -> dict[str, str]:
    """Key of a number (`DocumentNumber.match_key`, in lower case) -> Vietnamese sentences with tabs between."""
    keys = {id_: normal(match_key_of(document.number)) for id_, document in corpus.documents.items()}
    told = {
        key: without_record((corpus.documents[i] for i, own in keys.items() if own == key), None)
        for key in sorted({*keys.values()} - {""})
    }
    return {
        key: "\t".join(" ".join(said.split()) for said in sentences) for key, sentences in told.items() if sentences
    }
