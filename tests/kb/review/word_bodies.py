"""Bodies of Word files with a citation in every kind of place that Word knows."""

from __future__ import annotations

from tests.kb.drafts.files import LAPSED
from tests.kb.drafts.word_parts import paragraph, run

BEFORE, BEHIND = run("Thực hiện "), run(", các cấp Hội triển khai.")
FIRST, REST = LAPSED[:20], LAPSED[20:]
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF so \\h </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
)
FIELD_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
CONTROL, CONTROL_END = "<w:sdt><w:sdtPr><w:id w:val='7'/></w:sdtPr><w:sdtContent>", "</w:sdtContent></w:sdt>"
TABLE, TABLE_END = "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr>", "</w:tr></w:tbl>"
BOX = (
    "<w:r><w:pict><v:shape xmlns:v='urn:schemas-microsoft-com:vml' style='width:200pt;height:50pt'><v:textbox>"
    "<w:txbxContent>"
)
BOX_END = "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
BODIES = {
    "a run of its own": paragraph(BEFORE, run(LAPSED), BEHIND),
    "inside a run": paragraph(run(f"Thực hiện {LAPSED}, các cấp", "<w:rPr><w:b/></w:rPr>")),
    "over three runs": paragraph(run(f"Theo {LAPSED[:9]}"), run(LAPSED[9:30]), run(f"{LAPSED[30:]} và")),
    "over a page mark": paragraph(run(f"Theo {FIRST}"), "<w:r><w:lastRenderedPageBreak/></w:r>", run(REST)),
    "twice in a run": paragraph(run(f"{LAPSED}; {LAPSED}")),
    "a hyperlink": paragraph(BEFORE, "<w:hyperlink w:anchor='a'>", run(LAPSED), "</w:hyperlink>", BEHIND),
    "an insertion": paragraph(BEFORE, "<w:ins w:id='3' w:author='a'>", run(LAPSED), "</w:ins>", BEHIND),
    "a field": paragraph(BEFORE, FIELD, run(LAPSED), FIELD_END, BEHIND),
    "half in a field": paragraph(BEFORE, run(FIRST), FIELD, run(REST), FIELD_END, BEHIND),
    "a field in a field": paragraph(BEFORE, FIELD, FIELD, run(LAPSED), FIELD_END, run(" a"), FIELD_END, BEHIND),
    "a field in one run": paragraph(
        BEFORE,
        FIELD.replace("</w:r><w:r>", "").removesuffix("</w:r>")
        + f"<w:t>{LAPSED}</w:t><w:fldChar w:fldCharType='end'/></w:r>",
        BEHIND,
    ),
    "a field over paragraphs": paragraph(BEFORE, FIELD, run("a"))
    + paragraph(run(LAPSED))
    + paragraph(FIELD_END, BEHIND),
    "a simple field": paragraph(BEFORE, "<w:fldSimple w:instr=' REF so '>", run(LAPSED), "</w:fldSimple>", BEHIND),
    "a control in a line": paragraph(BEFORE, CONTROL, run(LAPSED), CONTROL_END, BEHIND),
    "a control of text": paragraph(
        BEFORE, CONTROL.replace("<w:id", "<w:text/><w:id"), run(f"a {LAPSED} b"), CONTROL_END, BEHIND
    ),
    "a block control": paragraph(BEFORE) + CONTROL + paragraph(run(f"a {LAPSED} b")) + CONTROL_END + paragraph(BEHIND),
    "a block control before a control": paragraph(BEFORE)
    + (CONTROL + paragraph(run(f"a {LAPSED} b")) + CONTROL_END) * 2
    + "<w:p><w:pPr><w:jc w:val='both'/></w:pPr>"
    + BEHIND
    + "</w:p>",
    "a block control before an empty paragraph": CONTROL + paragraph(run(LAPSED)) + CONTROL_END + "<w:p/>",
    "a block control at the end": paragraph(BEFORE) + CONTROL + paragraph(run(LAPSED)) + CONTROL_END,
    "a control of a cell": TABLE
    + CONTROL
    + "<w:tc>"
    + paragraph(run(f"a {LAPSED} b"))
    + "</w:tc>"
    + CONTROL_END
    + TABLE_END
    + paragraph(BEHIND),
    "a cell": TABLE + "<w:tc>" + paragraph(run(f"a {LAPSED} b")) + "</w:tc>" + TABLE_END + paragraph(BEHIND),
    "a text box": paragraph(BEFORE, BOX, paragraph(run(f"a {LAPSED} b")), BOX_END, BEHIND),
    "a control that fills a text box": paragraph(
        BEFORE, BOX, CONTROL, paragraph(run(f"a {LAPSED} b")), CONTROL_END, BOX_END, BEHIND
    ),
}
BEHIND_IN_THE_RUN = {
    "a footnote mark": "<w:footnoteReference w:id='2'/>",
    "a picture": "<w:drawing/>",
    "a symbol": "<w:sym w:font='Wingdings' w:char='F04A'/>",
    "a soft hyphen": "<w:softHyphen/>",
    "a tab": "<w:tab/>",
}
