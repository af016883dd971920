"""The one typst compiler of this process: pages as PDF, charts as PNG.

It sees only the files handed to it: no system fonts, no network, no folder of the machine.
"""

import re
from functools import cache, lru_cache
from typing import Any, Literal

import typst

from stegvis.reports.calculations.charts.svg import with_plain_colours
from stegvis.reports.files.fonts import font_folders
from stegvis.reports.files.pdf_streams import with_plain_line_ends

CONFORMS_TO: list[Literal["ua-1", "a-2a"]] = [
    "ua-1",
    "a-2a",
]  # PDF/UA-1 for readers with aids, PDF/A-2a for the archive
PRINT_PPI = 200
_VIEW_BOX = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')
_POINTS_A_UNIT = 0.75


@cache
def compiler() -> typst.Compiler:
    """Made once: finding the fonts costs 50 ms, a later document only its own setting."""
    folders = [str(folder) for folder in font_folders()]
    return typst.Compiler(font_paths=folders, ignore_system_fonts=True)


def pdf_of(files: dict[str, bytes]) -> bytes:
    """The file named `main` set as a document; the others are what it may read."""
    return with_plain_line_ends(_set(files, format="pdf", pdf_standards=CONFORMS_TO))


@lru_cache(maxsize=64)
def png_of(svg: str) -> bytes:
    """A chart as a picture for Word, which reads no SVG."""
    width, height = (points * _POINTS_A_UNIT for points in svg_size(svg))
    page = (
        f"#set page(width: {width}pt, height: {height}pt, margin: 0pt)\n"
        '#image("chart.svg", width: 100%)'
    )
    files: dict[str, bytes] = {"main": page.encode(), "chart.svg": with_plain_colours(svg).encode()}
    return _set(files, format="png", ppi=PRINT_PPI)


def svg_size(svg: str) -> tuple[float, float]:
    found = _VIEW_BOX.search(svg)
    if found is None:
        message = "an SVG of ours has a view box"
        raise ValueError(message)
    return float(found[1]), float(found[2])


def _set(files: dict[str, bytes], **how: object) -> bytes:
    """Typst's types do not know files in memory, which its compiler takes."""
    compile_files: Any = compiler().compile
    compiled: bytes | list[bytes] = compile_files(files, **how)
    return compiled[0] if isinstance(compiled, list) else compiled
