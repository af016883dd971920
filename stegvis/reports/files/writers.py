"""Which files a follow-up writes, and who writes each."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from stegvis.core.values.refusals import Fault
from stegvis.programmes.values.definition import Definition
from stegvis.reports.calculations.figures_json import figures_text
from stegvis.reports.files.pdf import write_pdf
from stegvis.reports.files.word import write_word
from stegvis.reports.files.workbook import write_workbook
from stegvis.reports.values.document import Document
from stegvis.results.values.figures import FollowUp

FAULTS = "faults.txt"

Write = Callable[[Path], None]


@dataclass(frozen=True)
class ToWrite:
    """All that the files hold; the first definition is the programme's own."""

    document: Document
    follow_up: FollowUp
    definitions: tuple[Definition, ...]
    faults: tuple[Fault, ...] = ()


def writers(holds: ToWrite, *, house_style: Path | None = None) -> dict[str, Write]:
    """By file name, in the order they are written."""
    files: dict[str, Write] = {
        "report.docx": partial(write_word, holds.document, house_style=house_style),
        "report.pdf": partial(write_pdf, holds.document),
        "figures.xlsx": partial(write_workbook, holds.follow_up, definitions=holds.definitions),
        "figures.json": partial(_write_text, figures_text(holds.follow_up)),
    }
    if holds.faults:
        files[FAULTS] = partial(_write_text, _lines(holds.faults))
    return files


def _lines(faults: Sequence[Fault]) -> str:
    return "".join(f"{fault}\n" for fault in faults)


def _write_text(text: str, path: Path) -> None:
    path.write_text(text, encoding="utf-8")
