"""The English catalogue: what the code says, against what has been translated.

`python3 run.py translations` writes the same bytes for the same code: sorted, without
line numbers and dates.
"""

import re
import sys
from collections import Counter
from collections.abc import Collection, Iterator
from io import BytesIO
from pathlib import Path
from typing import IO, Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir, extract_python
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

from stegvis.core.values.language import CATALOGUES
from stegvis.reports.files.templates import read_template
from stegvis.reports.values.templates import reworded

ROOT = Path(__file__).parents[2]
SOURCES = ("stegvis", "demo")
REPORT_TEMPLATES = "definitions/reports"
CATALOGUE = CATALOGUES / "en" / "LC_MESSAGES" / "stegvis.po"
KEYWORDS = {**DEFAULT_KEYWORDS, "gettext_noop": None}
METHODS = [("**.py", "python"), ("**/templates/**.*", "stegvis.config.translations:from_template")]
OPTIONS = {"**": {"silent": "true"}}
PLACEHOLDER = re.compile(r"\{(\w*)|%\((\w+)\)s")
NOISE = (
    b'"POT-Creation-Date',
    b'"PO-Revision-Date',
    b'"Generated-By',
    b'"Report-Msgid-Bugs-To',
    b'"Last-Translator',
    b'"Language-Team',
)
HEADER = "# English for Stegvis. The source language is Swedish."


def main(arguments: list[str]) -> int:
    text = updated()
    wrong = list(faults(text))
    if arguments == ["--check"]:
        wrong += [] if text == existing() else [f"{CATALOGUE.name} is not up to date"]
    else:
        CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
        CATALOGUE.write_bytes(text)
    print("\n".join([*wrong, f"{len(wrong)} things to do in {CATALOGUE.name}"]))
    return 1 if wrong else 0


def existing() -> bytes:
    return CATALOGUE.read_bytes() if CATALOGUE.is_file() else b""


def updated() -> bytes:
    """The catalogue as it should stand: today's sentences, yesterday's translations."""
    catalogue = read_po(BytesIO(existing()), locale="en")
    catalogue.update(extracted(), no_fuzzy_matching=True, update_creation_date=False)
    catalogue.project, catalogue.version = "Stegvis", ""
    catalogue.fuzzy, catalogue.header_comment = False, HEADER
    written = BytesIO()
    write_po(written, catalogue, sort_output=True, ignore_obsolete=True, include_lineno=False)
    lines = written.getvalue().splitlines(keepends=True)
    return b"".join(line for line in lines if not line.startswith(NOISE))


def extracted() -> Catalog:
    template = Catalog()
    for source in SOURCES:
        found = extract_from_dir(ROOT / source, METHODS, OPTIONS, keywords=KEYWORDS)
        for name, _line, sentence, comments, context in sorted(found, key=lambda row: row[0]):
            where = [(f"{source}/{name}", 0)]
            template.add(sentence, locations=where, auto_comments=comments, context=context)
    for path in sorted((ROOT / REPORT_TEMPLATES).glob("*.toml")):
        for sentence in said_by(path):
            template.add(sentence, locations=[(f"{REPORT_TEMPLATES}/{path.name}", 0)])
    return template


def from_template(
    opened: IO[bytes], keywords: Any, comment_tags: Collection[str], options: Any
) -> Iterator[Any]:
    """What a template says: Django turns its tags into calls of gettext, and Babel finds those."""
    calls = "\n".join(map(str.strip, templatize(opened.read().decode()).splitlines()))
    yield from extract_python(BytesIO(calls.encode()), keywords, comment_tags, options)


def said_by(path: Path) -> list[str]:
    """The sentences of a report template that are ours."""
    found: list[str] = []

    def noted(sentence: str) -> str:
        found.append(sentence)
        return sentence

    reworded(read_template(path), noted)
    return [sentence for sentence in found if sentence]


def faults(text: bytes) -> Iterator[str]:
    """Sentences that an English reader would get in Swedish, or with a hole in them."""
    for message in read_po(BytesIO(text), locale="en"):
        if message.id and (wrong := _fault(message)):
            yield f"{wrong}: {all_of(message.id)[0]}"


def _fault(message: Message) -> str | None:
    given = all_of(message.string)
    if not all(given):
        return "not translated"
    if message.fuzzy:
        return "fuzzy"
    same = [*map(_placeholders, given)] == [*map(_placeholders, all_of(message.id))]
    return None if same else "other placeholders"


def _placeholders(sentence: str) -> Counter[tuple[str, str]]:
    return Counter(PLACEHOLDER.findall(sentence.replace("{{", "")))


def all_of(sentence: str | list[str] | tuple[str, ...] | None) -> tuple[str, ...]:
    return (sentence or "",) if isinstance(sentence, str | None) else tuple(sentence)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
