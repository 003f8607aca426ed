"""An article of the library: what it says, where it stands in the codified law, and which document it comes from."""

from __future__ import annotations

from msgspec import Struct

from kb.language.phrases import phrases_in

CODE = "Bộ pháp điển"
"""What a reader is told of a text that comes from the codified law."""


class ArticleLink(Struct, frozen=True, omit_defaults=True):
    """What an article refers to; `anchor` is the id of an article, empty where the page gives none."""

    text: str
    anchor: str = ""


class SourceChange(Struct, frozen=True, omit_defaults=True):
    """What a later document did to an article: ``có nội dung được sửa đổi``, by which document, from which ISO day.

    A few notes do not say what was done; `how` is empty then.
    """

    how: str
    by: str
    number: str = ""
    in_force: str = ""


class ArticleSource(Struct, frozen=True, omit_defaults=True):
    """The document from which an article comes, as its note states it; empty is what the note does not give.

    `article` is the number in that document (``8``, ``8a``), days are ISO days, `title` without the type word's number.
    """

    article: str = ""
    type: str = ""
    number: str = ""
    title: str = ""
    issued: str = ""
    issuer: str = ""
    in_force: str = ""
    changes: tuple[SourceChange, ...] = ()

    @property
    def name(self) -> str:
        """``Luật số 35/2013/QH13``; of a document without a number its title."""
        return f"{self.type} số {self.number}" if self.number else self.full_title

    @property
    def full_title(self) -> str:
        """``Luật Trẻ em``: notes give the title of a law with its type word or without (``Luật sư`` is without)."""
        typed = self.title.casefold().startswith(f"{self.type} ".casefold()) and self.title not in phrases_in("laws")
        return self.title if typed else f"{self.type} {self.title}".strip()

    @property
    def cited(self) -> str:
        """``Điều 8 Luật số 35/2013/QH13``."""
        return f"Điều {self.article} {self.name}" if self.article else self.name


class CodifiedArticle(Struct, frozen=True, omit_defaults=True):
    """One article. `id` is its anchor in the codified law, `code` its code there (``37.1.LQ.8``).

    `chapter` holds marks and titles from the outermost part on, `text` a paragraph a line, `document` the item of the
    national database that holds the document (0 for unknown).
    """

    id: str
    heading: str
    text: str
    code: str = ""
    chapter: tuple[str, ...] = ()
    note: str = ""
    source: ArticleSource = ArticleSource()
    document: int = 0
    related: tuple[ArticleLink, ...] = ()

    @property
    def official(self) -> str:
        """The address of the document in the national database; empty for unknown."""
        return f"https://vbpl.vn/TW/Pages/vbpq-toanvan.aspx?ItemID={self.document}" if self.document else ""


class Subject(Struct, frozen=True, omit_defaults=True):
    """What a file of the library begins with: where its articles come from.

    `code` and `name` are those of the đề mục, `topic` that of the chủ đề; `origin` names what was read, `mark` tells
    whether that changed, `read` is the ISO day of the copy, `form` the form of the file, `witness` what a reader is
    told. `whole`: it came with all the others, in a package that says itself which there are.
    """

    code: str
    name: str
    origin: str
    mark: str
    read: str
    form: int
    topic: str = ""
    articles: int = 0
    witness: str = CODE
    whole: bool = False

    @property
    def is_code(self) -> bool:
        """Whether it is a đề mục of the codified law."""
        return bool(self.code)
