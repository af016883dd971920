"""What a portrait is made of."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Entry:
    """A sentence, with what explains it under it."""

    text: str
    under: tuple[str, ...] = ()


@dataclass(frozen=True)
class SideBySide:
    """Two versions of one thing, the earlier to the left."""

    earlier: Entry
    later: Entry


@dataclass(frozen=True)
class Section:
    title: str
    entries: tuple[Entry | SideBySide, ...]


def section(title: str, sentences: "list[str]") -> Section:
    return Section(title, tuple(Entry(sentence) for sentence in sentences))
