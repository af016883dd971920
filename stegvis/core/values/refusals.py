"""What we say no to, and how we say it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from stegvis.core.values.language import gettext as _


@dataclass(frozen=True, order=True)
class Fault:
    """One thing that is wrong: where it stands, what stands there, what was expected.

    `line` and `path` say the same place to a screen that shows the text or its fields.
    """

    where: str
    what: str
    read: str = ""
    expected: str = ""
    line: int = field(default=0, compare=False, repr=False)
    path: tuple[str | int, ...] = field(default=(), compare=False, repr=False)

    def __str__(self) -> str:
        parts = [f"{self.where}: {self.what}" if self.where else self.what]
        if self.read:
            parts.append(_("Där står: {read}.").format(read=self.read))
        if self.expected:
            parts.append(_("Väntat: {expected}.").format(expected=self.expected))
        return " ".join(map(_ended, parts))


def _ended(sentence: str) -> str:
    """One full stop, also where what stands there already ends with one, as `Soc.` does."""
    return f"{sentence.rstrip('.')}." if sentence[-1:] not in {"?", "!", "…"} else sentence


class Refused(Exception):  # noqa: N818 - a refusal is an answer, not an error
    """A refusal in one clear sentence, with every fault that led to it."""

    def __init__(self, sentence: str, faults: Iterable[Fault] = ()) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.faults = tuple(faults)

    def __str__(self) -> str:
        return "\n".join([self.sentence, *(f"  - {fault}" for fault in self.faults)])
