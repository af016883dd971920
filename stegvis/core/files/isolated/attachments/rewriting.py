"""XML read and written again, element by element: what no rule keeps is not there any more.

Prefixes are kept as they were, since parts name prefixes in their attributes.
"""

from collections.abc import Iterable, Iterator
from typing import Protocol
from xml.parsers import expat
from xml.sax.saxutils import escape

from stegvis.core.files.isolated.problems import unfit

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
IN_ATTRIBUTES = {'"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}
IN_TEXT = {"\r": "&#13;"}
DEEPEST = 500  # Word nests tables and frames, a person not this far

Attributes = dict[str, str]


class Rules(Protocol):
    def element(self, name: str, attributes: Attributes) -> Attributes | None:
        """What is kept of it; None leaves it out with all that stands inside it."""

    def text(self, name: str, text: str) -> None:
        """Look at the text of an element."""


def rewritten(pieces: Iterable[bytes], rules: Rules, part: str) -> bytes:
    writer = _Writer(rules)
    try:
        for piece in pieces:
            writer.parser.Parse(piece, False)  # noqa: FBT003 - expat takes it by position
        writer.parser.Parse(b"", True)  # noqa: FBT003 - the same
    except expat.ExpatError as error:
        raise unfit("damaged_xml", read=part) from error
    return "".join(writer.whole()).encode()


def local(name: str) -> str:
    return name.rpartition(":")[2]


class _Writer:
    def __init__(self, rules: Rules) -> None:
        self.rules = rules
        self.out: list[str] = []
        self.open: list[str] = []
        self.skipped = 0  # how deep inside something that is left out
        self.parser = expat.ParserCreate("utf-8")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._started
        self.parser.EndElementHandler = self._ended
        self.parser.CharacterDataHandler = self._text

    def whole(self) -> Iterator[str]:
        yield HEAD
        yield from self.out

    def _started(self, name: str, attributes: Attributes) -> None:
        kept = None if self.skipped else self.rules.element(name, attributes)
        if kept is None:
            self.skipped += 1
            return
        self.open.append(name)
        if len(self.open) > DEEPEST:
            raise unfit("unusual")
        said = [f' {key}="{escape(value, IN_ATTRIBUTES)}"' for key, value in kept.items()]
        self.out.append(f"<{name}{''.join(said)}>")

    def _ended(self, name: str) -> None:
        if self.skipped:
            self.skipped -= 1
            return
        self.open.pop()
        self.out.append(f"</{name}>")

    def _text(self, text: str) -> None:
        if not self.skipped:
            self.rules.text(local(self.open[-1]), text)
            self.out.append(escape(text, IN_TEXT))
