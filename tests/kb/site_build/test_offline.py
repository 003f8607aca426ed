"""The site as one zip: every link names a file that is there, and one site gives one zip."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from kb.errors import KbError
from kb.site_build.offline import DOOR, file_of, pack, with_files


@pytest.mark.parametrize(
    ("link", "file"),
    [
        ("../van-ban/", "../van-ban/index.html"),
        ("../van-ban/#thong-tu", "../van-ban/index.html#thong-tu"),
        ("../tim-kiem/?q=an+ninh", "../tim-kiem/index.html?q=an+ninh"),
        (".", "./index.html"),
        ("./", "./index.html"),
        ("..", "../index.html"),
        ("../..", "../../index.html"),
        ("#muc-1", "#muc-1"),
        ("?q=a", "?q=a"),
        ("", ""),
        ("../api/v1/index.json", "../api/v1/index.json"),
        ("https://vbpl.vn/", "https://vbpl.vn/"),
        ("//vbpl.vn/", "//vbpl.vn/"),
        ("mailto:a@b.vn", "mailto:a@b.vn"),
    ],
)
def test_a_link_names_its_file(link: str, file: str) -> None:
    assert file_of(link) == file
    assert file_of(file) == file


def test_links_of_every_kind_are_met() -> None:
    page = (
        '<a class="x" href="a/">a/</a><form action="../tim-kiem/"></form><svg><a xlink:href="b/"></a></svg>'
        '<meta http-equiv="refresh" content="0; url=../c/"><p data-href="d/">href="e/"</p>'
    )
    assert with_files(page) == (
        '<a class="x" href="a/index.html">a/</a><form action="../tim-kiem/index.html"></form>'
        '<svg><a xlink:href="b/index.html"></a></svg>'
        '<meta http-equiv="refresh" content="0; url=../c/index.html"><p data-href="d/">href="e/"</p>'
    )


def test_the_policy_allows_the_files_of_the_folder() -> None:
    page = """<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'">"""
    assert with_files(page) == page.replace("'self'", "'self' file:")


def test_the_zip_does_not_invite_to_load_itself() -> None:
    page = '<p>a</p><!-- published --><p><a href="../kho-tra-cuu.zip">Tải</a></p>\n<!-- /published --><p>b</p>'
    assert with_files(page) == "<p>a</p><p>b</p>"


def test_one_site_gives_one_zip(tmp_path: Path) -> None:
    zips = []
    for turn in range(2):
        site = tmp_path / f"site-{turn}"
        for name in sorted(
            ("b.html", "a/index.html", "404.html", "sitemap.xml.gz", "x.js.map", "kho-tra-cuu.zip"), reverse=bool(turn)
        ):
            (site / name).parent.mkdir(parents=True, exist_ok=True)
            (site / name).write_text('<a href="a/">', "utf-8")
        assert pack(site, tmp_path / f"{turn}.zip") == 4
        zips.append((tmp_path / f"{turn}.zip").read_bytes())
    assert zips[0] == zips[1]
    with zipfile.ZipFile(tmp_path / "0.zip") as archive:
        assert archive.namelist() == [DOOR, "kho/mo.js", "kho/a/index.html", "kho/b.html"]
        assert archive.read("kho/b.html") == b'<a href="a/index.html">'
    assert sorted(path.name for path in tmp_path.iterdir()) == ["0.zip", "1.zip", "site-0", "site-1"]


def test_a_zip_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    with pytest.raises(KbError, match=r"không ghi được .*kb\.zip"):
        pack(tmp_path / "site", tmp_path / "missing" / "kb.zip")
