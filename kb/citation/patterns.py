"""The written forms of a citation, one phrase a line.

All are matched on the plain text of a `Reading`, at a known place or in a window of bounded length, and none
has two ways to read the same characters: time stays in proportion to the text, whatever the text.
Sources of the forms: Nghị định 30/2020/NĐ-CP (Phụ lục I and III), Nghị định 34/2016/NĐ-CP (Điều 58), Hướng dẫn
05-HD/VPTW, and what older and local offices were seen to write.
"""

from __future__ import annotations

import re

from kb.number.types import BY_NAME, symbol_names

CAPITAL = "A-Z" + "".join(letter for letter in map(chr, range(0xC0, 0x1EFA)) if letter.isupper())
SMALL = "a-z" + "".join(letter for letter in map(chr, range(0xDF, 0x1EFA)) if letter.islower())
"""Letters for a class of a pattern: a range such as À-Ỹ holds small letters too."""


def words(phrase: str) -> str:
    """A phrase as a pattern: any white space, line breaks too, between its words."""
    return r"\s+".join(re.escape(word) for word in phrase.split())


def any_of(*phrases: str) -> str:
    """The longest of several phrases."""
    return "|".join(words(phrase) for phrase in sorted(phrases, key=len, reverse=True))


def by_first_letter(*phrases: str) -> str:
    """The longest of several phrases as whole words in any letter case; other letters are passed over at once.

    Not behind "pháp": "pháp luật" is the law at large, no document.
    """
    rests: dict[str, list[str]] = {}
    for phrase in phrases:
        rests.setdefault(phrase[0], []).append(phrase[1:])
    begins = (
        rf"{letter}(?<!\w.)(?<!(?i:pháp)\s.)(?i:{any_of(*rest)})"
        for first, rest in rests.items()
        for letter in (first, first.lower())
    )
    return rf"(?:{'|'.join(begins)})(?!\w)"


SYMBOLS = symbol_names() | {"LT": ""}
"""Symbol in capitals → type word. LT (liên tịch) marks a joint document, of whatever type. "QĐ" of the Party may be
Quy định: a type is never read from a symbol alone there."""

LAW_TYPES = frozenset({"Hiến pháp", "Bộ luật", "Luật", "Pháp lệnh"})
NUMBERED_TYPES = frozenset(
    {"Luật", "Pháp lệnh", "Nghị định", "Thông tư", "Thông tư liên tịch", "Quyết định", "Nghị quyết", "Chỉ thị"}
)
"""Types whose number may be cited without its symbol: ``Thông tư 01/2018``."""
OF_ONE_BODY = frozenset({"Luật", "Pháp lệnh", "Nghị định"})
"""Types that one body alone issues."""

ABBREVIATED = (
    "NĐ", "TT", "QĐ", "NQ", "CT", "TTLT", "NQLT", "KL", "HD", "KH", "CV", "TB", "BC", "ĐA", "VBHN", "PL", "CTr", "CTPH",
    "TTr",
)  # fmt: skip
"""Symbols that stand for the type word in front of a number: ``NĐ 78/2025/NĐ-CP``."""

_EXTRA_TYPES = ("Công văn hỏa tốc", "Công điện khẩn", "Thông tư liên Bộ", "Liên tịch")
TYPE_WORD = re.compile(by_first_letter(*BY_NAME, *_EXTRA_TYPES))

_GROUP = r"[^\W\d_][\w&]*(?:\.(?=[A-ZĐƯ])[\w&]+)*(?:\([A-ZĐ]+\d{0,3}\))?"
NUMBER = re.compile(
    rf"""
    (?P<ordinal> \d
      (?: (?<![\w/.%\ufffd-].) (?<!\d,.) | (?<=\Wsố.) )              # not inside a longer code or figure; "số26/2014"
      \d{{0,4}} (?: \.\d{{1,3}} (?= /(?:19|20)\d\d/NQ ) )? [A-Za-z]? )   # 66.17/2026/NQ-CP
    (?: \s{{0,3}} [/%-] \s{{0,3}} (?P<year> (?:19|20)\d\d ) (?= \s* [/%-] ) )?
    (?P<symbol> (?: \s{{0,3}} [/%-] \s{{0,400}} {_GROUP} ){{1,7}} )
    """,
    re.VERBOSE,
)
SYMBOL_PART = re.compile(rf"(?P<before>\s*)(?P<separator>[/%-])(?P<after>\s*)(?P<group>{_GROUP})")
GLUED = re.compile(r"(?:TTg|[A-ZĐ][A-ZĐ&\d]+)(?=[a-zđà-ỹ]{2})")
"""The capitals of a group to which the next word was glued: ``QĐ-BTCngày``."""
SHARED = re.compile(r"(?<![\w/.-])\d{1,4}[a-zđ]?(?:/(?:19|20)\d\d)?(?![\w/-])")
SHARED_BEFORE = re.compile(rf"(?:{SHARED.pattern}(?:\s*[,;]\s*(?:và\s+)?|\s+(?:và|hoặc|cùng|&)\s+)(?:số\s+)?){{1,12}}$")
"""Numbers of a list whose last one bears the symbol: ``28, 42 và`` 44-NQ/TW."""
SPACED = re.compile(r"\s+(?i:số)\s*:?\s*(?P<number>\d{1,5}\s[A-ZĐ]{2}[\w&]*(?:[/-][A-ZĐ][\w&]*){1,5})(?![\w/])")
"""Behind a type word, as written until the 1990s: ``Thông tư số 89 TC/TCT``."""
QUALIFIED = re.compile(
    r"(?:\s+(?!(?:theo|tại|kèm|mẫu|biểu|của|và|hoặc|ban|quy)(?!\w))[a-zđà-ỹ]+,?){1,7}(?<!mẫu)(?<!biểu)\s+số\s*:?\s*"
)
"""Between type word and number: ``Báo cáo thẩm tra số 1006/BC-UBXH15``."""
PARTIAL = re.compile(r"(?P<number>\d(?<![\w/.%-].)\d{0,2}/(?:19|20)\d\d)(?![\w/%-])")
BARE = re.compile(r"\s+(?P<word>số\s+)?(?P<ordinal>\d{1,4})(?![\w/%:-])(?![.,]\d)(?!\s[A-ZĐ]{2,}[/-])")

HOUSE = re.compile(r"(?:QH|UBTVQH|HĐNN|TVQH)\d{0,2}|TTg|CP|HĐBT|HĐCP|CTN|TW|TƯ|TU", re.IGNORECASE)
"""Groups that only documents bear."""
OFFICE = re.compile(r"(?:B[A-ZĐ]|UB|HĐ|TW|TƯ|TU|VP|SL|ST|SN|SY|SG|CA|TANDTC|VKS|TCT|TCHQ|BCĐ|MTTQ|ĐCT|NHNN|CP|TTg)")
"""How the office in an official letter's symbol begins: ``3954/UBND-VX``."""

NUMBER_WORD = re.compile(r"\s*[:,]?\s*(?:\(?số\s*[:.]?\s*)?", re.IGNORECASE)
FORM_BEFORE = re.compile(
    r"(?:mẫu|biểu|biểu mẫu|phụ lục|hợp đồng|giấy phép|giấy chứng nhận|chứng chỉ|tờ khai|mã|ký hiệu|hóa đơn|hoá đơn)"
    r"\s+(?:số\s*)?[:.]?\s*$",
    re.IGNORECASE,
)
SELF_BEFORE = re.compile(r"(?:^|\n|\|)[ \t]*\**Số(?:[ ]hiệu|[ ]ký[ ]hiệu)?\**[ \t]*[:|][ \t]*$", re.IGNORECASE)
LIST_BEFORE = re.compile(r"(?:[\s,;]|và|hoặc|cùng|các)*(?:số)?\s*", re.IGNORECASE)

_MARK = r"(?:\d{1,2}(?!\w))?"
"""The mark of a footnote that is glued to a year: a year has four figures (`kb.citation.dates.typed_date`)."""
_WHOLE_YEAR = rf"(?:(?:19|20)\d\d{_MARK}|\d{{4}})"
_ENDS = r"(?![^\W¹²³⁰⁴-⁹])"
_DAY = rf"\d{{1,2}}\s*[/.-]\s*\d{{1,2}}(?:\s*[/.-]\s*(?:{_WHOLE_YEAR}|\d{{2,5}})|\s*,?\s+năm\s+{_WHOLE_YEAR}){_ENDS}"
_DAY_IN_WORDS = rf"\d{{1,2}}\s*,?\s*(?:tháng|ngày)\s*\d{{1,2}}(?:\s*,?\s*năm\s*|\s*,?\s+|\s*/\s*){_WHOLE_YEAR}{_ENDS}"
DATE = rf"(?:{_DAY_IN_WORDS}|{_DAY})"
_WORD_DAY = r"ng[aàáảãạ]y"
_ISSUED_ON = r"(?:(?:cùng|đều)\s+)?(?:(?:được\s+)?(?:ký|ban\s+hành|đề)\s+)?(?:cùng\s+)?"
_BARE_DAY = r"\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d(?![\w/-])"
DATE_AFTER = re.compile(
    rf"\s*,?\s*(?:{_ISSUED_ON}\(?{_WORD_DAY}\s*|(?:(?<=,)|(?<=,\s)|\()(?={_BARE_DAY}))(?P<date>{DATE})", re.IGNORECASE
)
"""A day behind a number; without the word only behind a comma or in brackets: ``124/2021/TT-BCA, 28/12/2021``."""
UNREAD_AFTER = re.compile(
    rf"(?:\s*,?\s*|\s?[;|]\s?(?={_BARE_DAY})){_ISSUED_ON}\(?(?P<date>{_WORD_DAY}\s*(?:[\d_]|\.\.|…)[^\n;,()]{{0,24}}"
    rf"|(?<=[\s;|]){_BARE_DAY}"
    r"|th[aáàâ]ng\s+(?P<month>\d{1,2})(?:\s*[/-]\s*|\s*,?\s+(?:năm\s+)?)(?P<year>(?:19|20)\d\d)(?!\d))",
    re.IGNORECASE,
)
"""What stands for a day behind a number and is none: a month alone, what was left to be filled in, or a day of which no
word says that it is that of issue (``06/2014/NĐ-CP 20/3/2014`` in a list may be any day)."""
YEAR_AFTER = re.compile(
    rf"\s*(?:,?\s+năm\s+|(?P<open>\()\s*(?:năm\s+)?)(?P<year>(?:19|20)\d\d){_MARK}(?(open)\s*\)|(?!\d))",
    re.IGNORECASE,
)
"""A year in the place of a day: ``46-CT/TW năm 2015``, ``46-CT/TW (2015)``."""
NOTE_MARK = re.compile(r"\d{1,2}\)?(?![\w/.,-])|(?:\d{1,2}|\*{1,3})\)(?=[\s,;.]|$)")
"""The mark of a footnote right behind a number: ``06/2014/NĐ-CP1)``."""
DATE_PARTS = re.compile(r"\d+")
OF = re.compile(r"\s*,?\s*(?:của\s+|do\s+|giữa\s+){1,3}", re.IGNORECASE)
_ORDINAL_WORD = r"\w+ (?:\s+[^\W\d_]{2,6}(?=\s*,?\s*(?:của\s+)?Ban\s))?"
_COMMITTEE = r"Ban\s+Chấp\s+hành\s+(?:Trung\s+ương|TW|TƯ) (?:\s+Đảng)?"
SESSION = re.compile(
    rf"""
    \s+ (?P<issuer>
      Hội\s+nghị\s+ (?: lần\s+thứ\s+{_ORDINAL_WORD} | (?:Trung\s+ương|TW)\s*\d{{0,2}} ) \s*,?\s* (?:của\s+)?
      (?: {_COMMITTEE} )?
      (?: \s*,?\s* \(?kh[oó][aá]\s+[XVI\d]+\)? )?
    )
    """,
    re.VERBOSE,
)
"""A session of the Party's Central Committee that follows the number without "của"."""

TITLE_BEGINS = re.compile(
    r"\s*,?\s*(?:\([^()\n]{0,60}\)\s*)?"
    r"(?!(?:hướng\s+dẫn|quy\s+định)\s+số\s*:?\s*\d)(?P<title>(?:về|quy\s+định|hướng\s+dẫn|ban\s+hành|phê\s+duyệt|sửa\s+đổi|lấy|thực\s+hiện)(?!\w))",
    re.IGNORECASE,
)
OTHER_IN_TITLE = re.compile(
    r"(?<!\w)(?:Luật|Bộ\s+luật|Pháp\s+lệnh|Hiến\s+pháp|Nghị\s+(?:định|quyết)|Thông\s+tư|Quyết\s+định|Chỉ\s+thị|Kết\s+luận"
    r"|Công\s+ước|Hiệp\s+định|(?:từ|đến|trước|sau|vào)(?=\s*$))(?!\w)"
)
"""Another document in a title, or a day that is not that of issue."""
CLAUSE_END = re.compile(r";|\.(?=\s|$)|\n\s*\n|…")
DATE_BEFORE = re.compile(rf"ngày\s+(?P<date>{DATE})\s*,?\s+", re.IGNORECASE)
ISSUED_CLOSE_BEFORE = re.compile(r"\s+(?:đã\s+)?(?:ký\s+)?ban\s+hành\s+$", re.IGNORECASE)

_UNIT_NUMBER = r"(?:\d+[a-zđ]?(?:\.\d+)*|[IVXLC]+(?:-[A-Z])?|[a-zđ](?:\d+)?)(?!\w)"
_UNIT = rf"(?:điểm|tiết|khoản|điều|mục|chương|phần)\s+{_UNIT_NUMBER}(?:\s*(?:,|và|hoặc|đến|-)\s*{_UNIT_NUMBER})*"
PROVISION_BEFORE = re.compile(
    rf"(?<!\w)(?P<provision>{_UNIT}(?:\s*(?:,|;|và|hoặc|của)?\s*{_UNIT})*)\s*,?\s*(?:của|tại|theo|thuộc)?\s*(?:các\s+)?$",
    re.IGNORECASE,
)
UNIT_NUMBER_ENDS = re.compile(r"(?:\d[a-zđ]?|[IVXLC]|(?:^|,)[a-zđ])$", re.IGNORECASE)
"""How a word ends that may number a provision: ``5``, ``12a``, ``IV``, ``b``."""
UNIT_LINKS = frozenset({"của", "tại", "theo", "thuộc", "các"})
"""What may stand between a provision and the document it is of."""
QUOTED_TITLE = re.compile(
    r"\s*,?\s*(?:về(?:\s+việc)?|V/v|là|:|quy\s+định|ban\s+hành|phê\s+duyệt)?\s*[“\"](?P<title>[^“”\"]{3,600})[”\"]",
    re.IGNORECASE,
)
QUOTES_PROVISION = re.compile(r"\s*,?\s*(?::|quy\s+định)\s*[“\"]", re.IGNORECASE)
"""What leads from a provision to its words, and from a document to its title."""

LAW_WORD = re.compile(r"(?<!\w)(?:Luật|Bộ\s+[Ll]uật|Pháp\s+[Ll]ệnh|Hiến\s+[Pp]háp)(?!\w)")
ANY_LAW_WORD = re.compile(LAW_WORD.pattern, re.IGNORECASE)
"""Also in small letters, as a hurried hand writes them within the name of an amending act."""
AMENDS = re.compile(r"\s*(?:sửa\s+đổi|bổ\s+sung)\b", re.IGNORECASE)
DATED = re.compile(rf"\s+(?:ngày\s+{DATE}|năm\s+(?:19|20)\d\d(?!\w))")
DATED_LAW = re.compile(
    rf"""
      (?: \s+ (?: \(sửa\s+đổi(?:\s*,?\s*bổ\s+sung)?\) | sửa\s+đổi(?:\s*,?\s*bổ\s+sung)? ) )?
      (?: \s*,?\s+ năm\s+(?P<year>(?:19|20)\d\d) {_MARK} (?!\d)
        | \s*,?\s+ (?:được\s+)?(?:ban\s+hành\s+)? ngày\s+(?P<date>{DATE})
        | \s* \(\s* (?:năm\s+)? (?P<bracketed>(?:19|20)\d\d) (?!\d) [^()\n]{{0,40}} \)
        | \s+ (?P<bare>(?:19|20)\d\d) (?![\w/.-]) )
    """,
    re.VERBOSE,
)
NAME_ENDS = re.compile(
    r"\s+(?:và|hoặc|có|này|nêu|nói|hiện|khác|thuộc|từ|trước|còn|vẫn|cũng|để|gồm|quy|định|như)(?!\w)|,(?!\s+(?:chống|phòng|trật)\s)|\d|/|\n\s*\n|$"
)
_TERM = r"(?:\s*,?\s*\(?(?:kh[oó][aá]|nhiệm\s+kỳ)\s+(?:[XVI]+|\d{1,4}(?:\s*-\s*\d{4})?)(?!\w)\)?){0,2}"
_PARTY_BRANCH = rf"""bộ\s+(?: các\s+cấp | (?:\w+\s+){{1,8}}? (?=lần\s+thứ\s)
    | (?:tỉnh|thành\s+phố|huyện|quận|thị\s+xã|xã|phường|đặc\s+khu)
        (?:\s+\d{{1,2}}(?!\w) | (?:\s+[{CAPITAL}]\w*){{0,4}}) )"""
PARTY_RESOLUTION = re.compile(
    rf"""
    (?<!\w)Nghị\s+quyết\s+
    (?:
      (?:của\s+)? Đại\s+hội \s+ (?:đại\s+biểu\s+)? (?:toàn\s+quốc\s+)? (?:lần\s+thứ\s+)?
        (?: Đảng (?:\s+{_PARTY_BRANCH})? (?:\s+toàn\s+quốc)? (?:\s*(?<!\w)lần\s+thứ)? \s* )?
        (?: [XVI]{{1,6}} (?!\w) )?
        (?: \s+ (?:của\s+)? Đảng (?:\s+Cộng\s+sản\s+Việt\s+Nam)? (?:\s+{_PARTY_BRANCH})? )?
        (?: \s+ lần\s+thứ\s+[XVI]+ (?!\w) )? {_TERM}
    | (?:Hội\s+nghị\s+)?
        (?: (?:lần\s+thứ\s+)?(?:Trung\s+ương|TW)\s*\d{{1,2}}(?!\w) | lần\s+thứ\s+\w+ (?:\s+\(?\d+\)?)? )
        (?: \s*,?\s* (?:của\s+)? {_COMMITTEE} )? {_TERM}
    )
    """,
    re.VERBOSE,
)
STANDARD = re.compile(
    r"""
    (?P<body> [TQEI](?<![\w/-].)
            (?: (?: (?<=T)(?:CVN|CXDVN|CXD|CCS) | (?<=Q)(?:CVN|CĐP) ) (?:\s+(?:ISO|IEC|EN))? (?:/IEC)?
              | (?: (?<=E)N | (?<=I)(?:SO|EC) ) (?:[ /](?:ISO|IEC|EN)){0,3} (?=\s) ) )  # few: each may begin a code
    (?P<code>
      \s* [:]? \d{1,5} (?:[-.]\d{1,4})* (?:,\d{1,3}(?!\d))* (?:\s?-\s?\d{1,3}(?=\s?:))?
      (?: \s?:\s? (?:19|20)?\d\d (?!\d) )?
      (?: /[A-ZĐ][A-ZĐa-z&]* (?:-[A-ZĐ]+)* )?
    )
    """,
    re.VERBOSE,
)
