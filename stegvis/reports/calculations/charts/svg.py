"""Elements of SVG, the colours, and the frame that every chart stands in."""

import re
from html import escape
from zlib import crc32

INK = "var(--stegvis-ink, #1b2a31)"
QUIET = "var(--stegvis-quiet, #4a5960)"
GRID = "var(--stegvis-grid, #dde4e7)"
TRACK = "var(--stegvis-track, #edf1f3)"
ACCENT = "var(--stegvis-accent, #0b5a66)"
SOFT = "var(--stegvis-accent-soft, #7fb3ba)"
PAPER = "var(--stegvis-paper, #ffffff)"

WIDTH = 640.0
HALF_WIDTH = 400.0  # beside another chart, with type as large as on the full width
SIZE = 13.0
SMALL = 12.0
LINE = 16.0

_VARIABLE = re.compile(r"var\(--[a-z-]+, (#[0-9a-f]{6})\)")
_PATTERN = re.compile(r"url\(#([a-z]+)\)")


def tag(name: str, *children: str, **attributes: str | float) -> str:
    """An element; an underscore in an attribute's name is a hyphen."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_value(value)}"'
        for key, value in attributes.items()
    )
    return f"<{name}{written}>{''.join(children)}</{name}>" if children else f"<{name}{written}/>"


def _value(value: str | float) -> str:
    return escape(value) if isinstance(value, str) else f"{round(value, 2):g}"


def text(x: float, y: float, words: str, **attributes: str | float) -> str:
    """Words with their baseline at `y`; text stays text, so that it can be read aloud."""
    given: dict[str, str | float] = {"font_size": SIZE, "fill": INK, **attributes}
    return tag("text", escape(words, quote=False), x=x, y=y, **given)


def text_lines(x: float, y: float, lines: list[str], **attributes: str | float) -> str:
    return "".join(
        text(x, y + index * LINE, line, **attributes) for index, line in enumerate(lines)
    )


def rectangle(x: float, y: float, width: float, height: float, fill: str) -> str:
    return tag("rect", x=x, y=y, width=max(0.0, width), height=height, fill=fill)


def line(start: tuple[float, float], end: tuple[float, float], **attributes: str | float) -> str:
    given: dict[str, str | float] = {"stroke": GRID, "stroke_width": 1, **attributes}
    return tag("line", x1=start[0], y1=start[1], x2=end[0], y2=end[1], **given)


def _pattern(name: str, content: str, angle: int) -> str:
    return tag(
        "pattern",
        content,
        id=name,
        width=7,
        height=7,
        patternUnits="userSpaceOnUse",
        patternTransform=f"rotate({angle})",
    )


_DOTS = rectangle(0, 0, 7, 7, PAPER) + tag("circle", cx=3.5, cy=3.5, r=1.9, fill=ACCENT)
_PATTERNS = {
    "striped": _pattern(
        "striped", rectangle(0, 0, 7, 7, PAPER) + rectangle(0, 0, 3, 7, ACCENT), 45
    ),
    "dotted": _pattern("dotted", _DOTS, 0),
    "faint": _pattern("faint", rectangle(0, 0, 7, 7, PAPER) + rectangle(0, 0, 1.5, 7, SOFT), 135),
}
STRIPED, DOTTED, FAINT = (f"url(#{name})" for name in _PATTERNS)
FILLS = (ACCENT, STRIPED, SOFT, DOTTED)
"""Told apart in print without colour: solid, striped, light, dotted."""


def frame(title: str, description: str, size: tuple[float, float], body: str) -> str:
    """The chart with its name and its text; ids are its own, as a page may hold many charts."""
    key = f"c{crc32(f'{title}{description}{body}'.encode()):08x}"
    used = [name for name in _PATTERNS if f"url(#{name})" in body]
    definitions = tag("defs", *(_PATTERNS[name] for name in used)) if used else ""
    drawn = _PATTERN.sub(rf"url(#{key}-\1)", definitions + body)
    for name in used:
        drawn = drawn.replace(f'id="{name}"', f'id="{key}-{name}"')
    return tag(
        "svg",
        tag("title", escape(title, quote=False), id=f"{key}-t"),
        tag("desc", escape(description, quote=False) or " ", id=f"{key}-d"),
        drawn,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {size[0]:g} {round(size[1], 1):g}",
        role="img",
        aria_labelledby=f"{key}-t {key}-d",
        font_family="Inter, sans-serif",
    )


def with_plain_colours(svg: str) -> str:
    """For readers without CSS, such as typst: every variable as its fall-back."""
    return _VARIABLE.sub(r"\1", svg)
