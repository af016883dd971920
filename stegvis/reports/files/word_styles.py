"""The styles of a report: found by their Swedish or English names, or made."""

from dataclasses import dataclass

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement

from stegvis.reports.files.word_xml import HALF_POINTS, TWIPS_PER_POINT, element

FONT = "Calibri"  # on every machine with Word; LibreOffice sets Carlito, of the same widths
INK, QUIET, ACCENT, TINT, HAIR = "1B2A31", "4A5960", "0B5A66", "EDF1F3", "C9D3D7"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


_LINE = 240  # Word counts lines in these


@dataclass(frozen=True)
class Style:
    """How a part of a report looks where no house style says otherwise. Sizes in points."""

    names: tuple[str, ...]
    size: float = 10.5
    before: float = 0
    after: float = 7
    line: float = 1.2
    bold: bool = False
    italic: bool = False
    colour: str = INK
    keep_next: bool = False
    outline: int | None = None
    indent: float = 0
    hanging: float = 0
    more: str = ""


_BOX = (
    f'<w:pBdr><w:left w:val="single" w:sz="24" w:space="8" w:color="{ACCENT}"/></w:pBdr>'
    f'<w:shd w:val="clear" w:color="auto" w:fill="{TINT}"/>'
)
_TAB_LEADER = '<w:tabs><w:tab w:val="right" w:leader="underscore" w:pos="9060"/></w:tabs>'

PARAGRAPHS = {
    "title": Style(("Title", "rubrik", "titel"), 24, 0, 4, 1.0, bold=True, keep_next=True),
    "subtitle": Style(("Subtitle", "underrubrik"), 13, 0, 14, colour=QUIET),
    "fact": Style(("Stegvis uppgift",), after=3, indent=120, hanging=120),
    "heading 1": Style(
        ("heading 1", "rubrik 1"), 15, 20, 7, 1.1, bold=True, keep_next=True, outline=0
    ),
    "heading 2": Style(
        ("heading 2", "rubrik 2"), 12.5, 15, 5, 1.1, bold=True, keep_next=True, outline=1
    ),
    "heading 3": Style(
        ("heading 3", "rubrik 3"), 11, 12, 4, 1.1, bold=True, keep_next=True, outline=2
    ),
    "body": Style(("Body Text", "brödtext", "normal")),
    "help": Style(("Stegvis hjälptext",), italic=True, colour=QUIET),
    "quote": Style(("Quote", "citat"), italic=True, indent=18),
    "small": Style(("Stegvis not",), 9, 2, 10, colour=QUIET),
    "bullet": Style(("List Bullet", "punktlista"), after=3, indent=18, hanging=14),
    "caption": Style(("caption", "beskrivning"), 9.5, 10, 4, 1.1, bold=True, keep_next=True),
    "picture": Style(("Stegvis figur",), before=0, after=8, line=1.0),
    "gap": Style(("Stegvis mellanrum",), 2, 0, 0, 1.0),
    "cell": Style(("Stegvis tabelltext",), 9.5, 2, 2, 1.05),
    "notice": Style(("Stegvis ruta",), before=6, after=8, indent=10, more=_BOX),
    "signature": Style(("Stegvis underskrift",), before=16, after=0, more=_TAB_LEADER),
    "contents 1": Style(("toc 1", "innehåll 1"), after=2, before=4, bold=True),
    "contents 2": Style(("toc 2", "innehåll 2"), after=1, indent=12),
    "header": Style(("header", "sidhuvud"), 9, 0, 0, 1.0, colour=QUIET),
    "footer": Style(("footer", "sidfot"), 9, 0, 0, 1.0, colour=QUIET),
    "footnote text": Style(("footnote text", "fotnotstext"), 8.5, 0, 2, 1.05),
}
FOOTNOTE_MARK = ("footnote reference", "fotnotsreferens")
TABLE = ("Stegvis tabell",)


_HOUSE_LETTERS = 1.2  # a house style may have wider ones than ours


@dataclass
class Styles:
    """Style ids of one Word document by what they are for."""

    word: WordDocument
    letters: float
    """How wide letters are against those that tables are measured with."""
    ids: dict[str, str]

    def __getitem__(self, role: str) -> str:
        return self.ids[role]


def styles_for(word: WordDocument, *, is_house_style: bool, scale: float = 1.0) -> Styles:
    """A house style's own styles stand; what it lacks is made. Elsewhere all are ours."""
    found = _by_name(word)
    font = "" if is_house_style else FONT
    ids = {}
    for role, style in PARAGRAPHS.items():
        existing = _first(found, style.names)
        if existing is None:
            ids[role] = _add(word, _paragraph_style(_new_id(role), style, scale, font))
        else:
            ids[role] = existing.get(qn("w:styleId"))
            if not is_house_style:
                _replace(existing, _paragraph_style(ids[role], style, scale, font))
    ids["mark"] = _found_or_added(word, found, FOOTNOTE_MARK, _mark_style())
    ids["table"] = _found_or_added(word, found, TABLE, _table_style())
    return Styles(word, _HOUSE_LETTERS if is_house_style else scale, ids)


def _by_name(word: WordDocument) -> dict[str, BaseOxmlElement]:
    named = word.styles.element.iter(qn("w:style"))
    return {one.find(qn("w:name")).get(qn("w:val")).casefold(): one for one in named}


def _first(found: dict[str, BaseOxmlElement], names: tuple[str, ...]) -> BaseOxmlElement | None:
    known = (found.get(name.casefold()) for name in names)
    return next((one for one in known if one is not None), None)


def _found_or_added(
    word: WordDocument, found: dict[str, BaseOxmlElement], names: tuple[str, ...], new: str
) -> str:
    existing = _first(found, names)
    return _add(word, new) if existing is None else str(existing.get(qn("w:styleId")))


def _add(word: WordDocument, xml: str) -> str:
    made = parse_xml(xml)
    word.styles.element.append(made)
    return str(made.get(qn("w:styleId")))


def _replace(existing: BaseOxmlElement, xml: str) -> None:
    """The character style that Word keeps beside a paragraph style stays its twin."""
    made, twin = parse_xml(xml), existing.find(qn("w:link"))
    if twin is not None:
        made.find(qn("w:next")).addnext(twin)
    existing.getparent().replace(existing, made)


def _new_id(role: str) -> str:
    return "Stegvis" + "".join(word.capitalize() for word in role.split())


def _paragraph_style(style_id: str, style: Style, scale: float, font: str) -> str:
    return (
        f'<w:style xmlns:w="{_W}" w:type="paragraph" w:styleId="{style_id}">'
        f'<w:name w:val="{style.names[0]}"/><w:basedOn w:val="Normal"/>'
        f'<w:next w:val="{style_id if not style.keep_next else "Normal"}"/><w:qFormat/>'
        f"<w:pPr>{_keep(style)}{_more(style)}{_spacing(style, scale)}{_indent(style)}"
        f"{_outline(style)}</w:pPr>"
        f"<w:rPr>{_letters(font)}{'<w:b/>' if style.bold else ''}{'<w:i/>' if style.italic else ''}"
        f'<w:color w:val="{style.colour}"/>'
        f'<w:sz w:val="{round(style.size * scale * HALF_POINTS)}"/></w:rPr></w:style>'
    )


def _letters(font: str) -> str:
    return f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:cs="{font}"/>' if font else ""


def _keep(style: Style) -> str:
    return "<w:keepNext/><w:keepLines/>" if style.keep_next else ""


def _more(style: Style) -> str:
    return style.more


def _spacing(style: Style, scale: float) -> str:
    """On a denser page, room between goes before letters."""
    before, after = (round(at * scale**3 * TWIPS_PER_POINT) for at in (style.before, style.after))
    line = max(_LINE, round(style.line * scale**0.5 * _LINE))
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="auto"/>'


def _indent(style: Style) -> str:
    left, hanging = (round(at * TWIPS_PER_POINT) for at in (style.indent, style.hanging))
    return f'<w:ind w:left="{left}" w:hanging="{hanging}"/>' if left or hanging else ""


def _outline(style: Style) -> str:
    return "" if style.outline is None else f'<w:outlineLvl w:val="{style.outline}"/>'


def _mark_style() -> str:
    return (
        f'<w:style xmlns:w="{_W}" w:type="character" w:styleId="FootnoteReference">'
        '<w:name w:val="footnote reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
        "</w:style>"
    )


def _table_style() -> str:
    rule = f'w:val="single" w:sz="4" w:space="0" w:color="{HAIR}"'
    strong = f'w:val="single" w:sz="6" w:space="0" w:color="{INK}"'
    return (
        f'<w:style xmlns:w="{_W}" w:type="table" w:styleId="StegvisTabell">'
        '<w:name w:val="Stegvis tabell"/><w:uiPriority w:val="59"/><w:qFormat/>'
        f"<w:tblPr><w:tblBorders><w:bottom {rule}/><w:insideH {rule}/></w:tblBorders>"
        '<w:tblCellMar><w:left w:w="90" w:type="dxa"/><w:right w:w="90" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr>"
        '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr>'
        f'<w:tcBorders><w:bottom {strong}/></w:tcBorders><w:shd w:val="clear" w:color="auto"'
        f' w:fill="{TINT}"/></w:tcPr></w:tblStylePr>'
        '<w:tblStylePr w:type="lastRow"><w:rPr><w:b/></w:rPr><w:tcPr>'
        f"<w:tcBorders><w:top {strong}/></w:tcBorders></w:tcPr></w:tblStylePr></w:style>"
    )


def set_defaults(word: WordDocument, language: str, *, is_house_style: bool) -> None:
    """The language everywhere; in our own document also the letters."""
    styles = word.styles.element
    defaults = styles.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    if defaults is None:
        defaults = _new_defaults(styles)
    for mark in [defaults, *styles.iter(qn("w:rPr"))]:
        for old in mark.findall(qn("w:lang")):
            mark.remove(old)
    if not is_house_style:
        defaults.clear()
        defaults.append(element("rFonts", ascii=FONT, hAnsi=FONT, cs=FONT, eastAsia=FONT))
        defaults.append(element("sz", val=21))
    defaults.append(element("lang", val=language, eastAsia=language))


def _new_defaults(styles: BaseOxmlElement) -> BaseOxmlElement:
    for old in styles.findall(qn("w:docDefaults")):
        styles.remove(old)
    properties = element("rPr")
    styles.insert(0, element("docDefaults", element("rPrDefault", properties)))
    return properties
