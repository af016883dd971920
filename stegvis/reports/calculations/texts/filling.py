"""A person's texts as blocks, with their figures filled in and every unknown name as a fault."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from stegvis.core.calculations.nearest import with_guess
from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Fault
from stegvis.reports.calculations.subject import Subject
from stegvis.reports.calculations.texts.references import Named, known_references, named
from stegvis.reports.calculations.wording.footnotes import footnote
from stegvis.reports.values.document import Block, Bullets, Paragraph, Run
from stegvis.reports.values.texts import Passage, Piece, ReportTexts, Section

SHOWN_NAMES = 8


@dataclass
class Filler:
    """Fills texts and gathers what could not be filled; `file` is named in every fault."""

    subject: Subject
    file: str = ""
    faults: list[Fault] = field(default_factory=list)
    _told: set[str] = field(default_factory=set)
    """Footnotes already given in this section: a base is said once."""

    def blocks(self, sections: Iterable[Section]) -> tuple[Block, ...]:
        found: list[Block] = []
        for section in sections:
            self._told.clear()
            found += [self._block(passage) for passage in section.passages]
        return tuple(found)

    def _block(self, passage: Passage) -> Block:
        items = tuple(self._runs(item) for item in passage.items)
        return Bullets(items) if passage.is_list else Paragraph(items[0])

    def _runs(self, pieces: Iterable[Piece]) -> tuple[Run, ...]:
        return tuple(self._run(piece) for piece in pieces)

    def _run(self, piece: Piece) -> Run:
        if not piece.reference:
            return Run(piece.text, piece.strong)
        found = named(piece.reference, self.subject)
        if isinstance(found, Named):
            opens = found.subject.key(found.figure)
            return Run(found.shown, piece.strong, self._footnote(found), opens)
        self.faults.append(self._unknown(piece, found.meant))
        return Run(f"{{{{{piece.reference}}}}}", piece.strong)

    def _footnote(self, found: Named) -> str:
        text = footnote(found.figure, found.subject.words)
        if text in self._told:
            return ""
        self._told.add(text)
        return text

    def _unknown(self, piece: Piece, meant: str | None) -> Fault:
        where = _("{file}, rad {line}").format(file=self.file, line=piece.line)
        what = with_guess(_("Ingen siffra heter så."), f"{{{{{meant}}}}}" if meant else None)
        names = known_references(self.subject)
        shown = ", ".join(names[:SHOWN_NAMES]) + (" …" if len(names) > SHOWN_NAMES else "")
        return Fault(where, what, f"{{{{{piece.reference}}}}}", shown)


def filled(
    texts: ReportTexts, subject: Subject
) -> tuple[dict[str, tuple[Block, ...]], list[Fault]]:
    """Blocks by heading id, `heading/part` for a sub-programme's, and the faults on the way."""
    filler = Filler(subject, texts.file)
    by_heading: dict[str, list[Section]] = {}
    for section in texts.sections:
        key = f"{section.heading}/{section.part}" if section.part else section.heading
        by_heading.setdefault(key, []).append(section)
    found: dict[str, tuple[Block, ...]] = {}
    for key, sections in by_heading.items():
        filler.file = texts.where(sections[0].heading)
        found[key] = filler.blocks(sections)
    return found, filler.faults
