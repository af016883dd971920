"""What a portrait is made of."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Entry:
    """A sentence, with what explains it under it; `about` is the id of the goal or figure."""

    text: str
    under: tuple[str, ...] = ()
    about: str = ""


@dataclass(frozen=True)
class SideBySide:
    """Two versions of one thing, the earlier to the left."""

    earlier: Entry
    later: Entry


@dataclass(frozen=True)
class Section:
    """`key` is the same in every language and version."""

    key: str
    title: str
    entries: tuple[Entry | SideBySide, ...]


def section(key: str, title: str, sentences: "list[str]") -> Section:
    return Section(key, title, tuple(Entry(sentence) for sentence in sentences))
