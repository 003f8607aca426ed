"""Word files (.docx, ECMA-376) in the layout of official texts.

Nghị định 30/2020/NĐ-CP, Phụ lục I: Times New Roman, size 13 to 14, italic for legal bases, each on its own line,
first line indented 1 or 1.27 cm, both edges aligned, at least 6 pt between paragraphs; A4 with its margins.
"""

from __future__ import annotations

import io
from pathlib import Path

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from kb.files import write_output
from kb.formats.visible import visible

STYLE = "Căn cứ"
"""The name of the paragraph style in Word."""


def write_basis(lines: list[str], out: Path, *, force: bool = False) -> None:
    """Write the legal bases, a paragraph each, in the style `STYLE`, which an office can change once for all lines.

    Control characters, which XML cannot hold, are shown. Raises as `kb.files.write_output`.
    """
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(3), Cm(2)
    section.top_margin = section.bottom_margin = Cm(2)
    style = document.styles.add_style(STYLE, WD_STYLE_TYPE.PARAGRAPH)
    style.font.name = "Times New Roman"
    style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), "Times New Roman")
    style.font.size = Pt(14)
    style.font.italic = True
    layout = style.paragraph_format
    layout.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    layout.first_line_indent = Cm(1.27)
    layout.space_after = Pt(6)
    layout.line_spacing = 1.0
    for line in lines:
        document.add_paragraph(visible(line), style=STYLE)
    saved = io.BytesIO()
    document.save(saved)
    write_output(out, saved.getvalue(), force=force)
