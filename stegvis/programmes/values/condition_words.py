"""A condition's text cut into words, each with its place, and what to say of a wrong one."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from stegvis.core.calculations.nearest import nearest, with_guess
from stegvis.core.values.language import gettext as _

LONGEST_TEXT = 4_000  # a guard: the longest condition of a real goal is a tenth of it


class Kind(StrEnum):
    DATE = "date"
    NUMBER = "number"
    WORD = "word"
    QUOTED = "quoted"
    SIGN = "sign"
    END = "end"


@dataclass(frozen=True)
class Token:
    kind: Kind
    text: str
    position: int


class ConditionError(ValueError):
    """Why a condition cannot be read: what stood where, and what could have stood there."""

    def __init__(self, position: int, read: str, expected: str, meant: str | None = None) -> None:
        self.position = position
        self.read = read
        self.expected = expected
        self.meant = meant
        super().__init__(str(self))

    @property
    def sentence(self) -> str:
        sentence = _("Villkoret går inte att läsa vid tecken {position}.")
        return with_guess(sentence.format(position=self.position + 1), self.meant)

    def __str__(self) -> str:
        rest = _("Där står: {read}. Väntat: {expected}.")
        return f"{self.sentence} {rest.format(read=self.read, expected=self.expected)}"


PATTERN = re.compile(
    r"\s*(?:"
    r"(?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2}(?![\w-]))"
    r"|(?P<number>-?[0-9]+(?:\.[0-9]+)?(?![\w-]))"
    r"|(?P<word>\w+(?:-\w+)*)"
    r"|(?P<quoted>'[^']*')"
    r"|(?P<sign>>=|<=|!=|\S)"
    r")"
)


def tokens(text: str) -> tuple[Token, ...]:
    """The words of a condition, closed by an END."""
    if len(text) > LONGEST_TEXT:
        expected = _("högst {limit} tecken").format(limit=LONGEST_TEXT)
        raise ConditionError(LONGEST_TEXT, text[:20] + "…", expected)
    found = [
        Token(Kind(match.lastgroup), match[match.lastgroup], match.start(match.lastgroup))
        for match in PATTERN.finditer(text)
        if match.lastgroup
    ]
    return (*found, Token(Kind.END, "", len(text.rstrip())))


def misread(token: Token, expected: str, known: Iterable[str] = ()) -> ConditionError:
    read = token.text or _("slutet av villkoret")
    meant = nearest(token.text, known) if token.kind is Kind.WORD else None
    return ConditionError(token.position, read, expected, meant)
