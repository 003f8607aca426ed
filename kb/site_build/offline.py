"""The site as one file to carry away: a zip that, unpacked, opens by double-click on a machine without a network.

A folder opened from a disk has no server that shows `van-ban/` as `van-ban/index.html`, so every link names its file.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from kb.files import replacing_file

NAME = "kho-tra-cuu.zip"
DOOR = "mo-kho-tra-cuu.html"
"""What a reader double-clicks; the site's own files are in a folder beside it."""
FOLDER = "kho/"
_LEFT = re.compile(
    rf"^{re.escape(NAME)}$|(^|/)(404\.html|sitemap\.xml(\.gz)?|[^/]+\.map|du-lieu/(pack\.bin|probe\.txt))$"
)
"""What serves nobody without a server."""
_LINK = re.compile(r"""((?:\s|:)(?:href|action)=")([^"]*)(")""")
_REFRESH = re.compile(r"""(http-equiv="refresh" content="0; url=)([^"]*)(")""")
_PUBLISHED = re.compile("<!-- published -->.*?<!-- /published -->", re.DOTALL)
"""What a page says on the web alone: where this zip is."""
_POLICY = re.compile(r"""(http-equiv="Content-Security-Policy" content=")([^"]*)(")""")
_EPOCH = (1980, 1, 1, 0, 0, 0)
_OPEN = f'location.replace("{FOLDER}index.html");\n'
_DOOR_PAGE = f"""<!doctype html>
<html lang="vi">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>Mở kho tra cứu</title>
<script src="{FOLDER}mo.js"></script>
<h1>Mở kho tra cứu</h1>
<p>Nếu trang không tự mở, bấm <a href="{FOLDER}index.html">vào đây</a>.</p>
<p>Nếu vẫn không mở được thì tệp zip chưa được giải nén: bấm chuột phải vào tệp zip, chọn “Giải nén tất cả”
(Extract All), rồi mở lại tệp {DOOR} trong thư mục vừa giải nén.</p>
</html>
"""


def pack(site: Path, target: Path) -> int:
    """Write the site's zip, put in place in one step, and return how many files are in it.

    Raises FileUnwritable.

    One site gives one zip, byte for byte: no clock, no file's time, no order of a folder.
    """
    count = 0
    with replacing_file(target) as aside, zipfile.ZipFile(aside, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in packed(site):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type, entry.external_attr, entry.create_system = zipfile.ZIP_DEFLATED, 0o644 << 16, 3
            archive.writestr(entry, content)
            count += 1
    return count


def packed(site: Path) -> Iterator[tuple[str, bytes]]:
    """Name and content of each file of the zip."""
    yield DOOR, _DOOR_PAGE.encode()
    yield f"{FOLDER}mo.js", _OPEN.encode()
    for path in sorted(path for path in site.rglob("*") if path.is_file()):
        name = path.relative_to(site).as_posix()
        if not _LEFT.search(name):
            content = path.read_bytes()
            yield FOLDER + name, with_files(content.decode()).encode() if path.suffix == ".html" else content


def with_files(html: str) -> str:
    """The page with the file's name in every link to a folder of the site, and a policy that allows files."""
    html = _PUBLISHED.sub("", html)
    # A file has no origin that 'self' could mean.
    html = _POLICY.sub(lambda found: found[1] + found[2].replace("'self'", "'self' file:") + found[3], html)
    html = _REFRESH.sub(lambda found: found[1] + file_of(found[2]) + found[3], html)
    return _LINK.sub(lambda found: found[1] + file_of(found[2]) + found[3], html)


def file_of(link: str) -> str:
    """``../van-ban/#x`` -> ``../van-ban/index.html#x``; addresses of the web, files and places stay as they are."""
    parts = urlsplit(link)
    if parts.scheme or parts.netloc or not parts.path:
        return link
    last = parts.path.rpartition("/")[2]
    if last not in ("", ".", ".."):
        return link
    folder = parts.path if not last else f"{parts.path}/"
    return urlunsplit(parts._replace(path=f"{folder}index.html"))
