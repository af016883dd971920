"""Files opened here and read in a child: for each its sheets, or why it is refused."""

import json
import os
import stat
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from stegvis.core.files.isolated import limits
from stegvis.core.files.sheets.answers import Answer, answer_from
from stegvis.core.files.sheets.running import Stopped, Usage, child, end_of
from stegvis.core.files.sheets.sentences import refusal, refusal_of, warnings
from stegvis.core.files.sheets.sheet import Sheet
from stegvis.core.values.refusals import Refused

SUFFIXES = (".xlsx", ".csv", ".parquet")
OTHER_SUFFIXES = {  # what a person may try → the kind of problem
    ".xls": "old_office",
    ".xlt": "old_office",
    ".doc": "old_office",
    ".ods": "open_document",
    ".xlsm": "macros",
    ".xltm": "macros",
}
ENCODINGS = ("utf-8", "utf-16", "cp1252")


@dataclass(frozen=True)
class Source:
    path: Path
    descriptor: int

    def request(self, encoding: str | None) -> dict[str, str | int | None]:
        """What the child is told: never where the file lies."""
        suffix = self.path.suffix.lower()
        name, descriptor = self.path.stem, self.descriptor
        return {"name": name, "suffix": suffix, "source": descriptor, "encoding": encoding}


def read_each(
    paths: Sequence[Path], *, encoding: str | None = None, usage: Usage | None = None
) -> list[list[Sheet] | Refused]:
    """For each file its sheets, or why it is refused; one child as long as it lives.

    `usage` is filled with what the last child used.
    """
    if encoding not in (None, *ENCODINGS):
        raise ValueError(encoding)
    with ExitStack() as stack:
        opened = [_source(path, stack) for path in paths]
        waiting = [source for source in opened if isinstance(source, Source)]
        outcomes: list[list[Sheet] | Refused] = []
        while len(outcomes) < len(waiting):  # a child that was ended says nothing of the rest
            rest = waiting[len(outcomes) :]
            outcomes.extend(_from_one_child(rest, encoding, usage or Usage()))
    read = iter(outcomes)
    return [next(read) if isinstance(source, Source) else source for source in opened]


def _from_one_child(
    sources: list[Source], encoding: str | None, usage: Usage
) -> list[list[Sheet] | Refused]:
    request = json.dumps([source.request(encoding) for source in sources])
    descriptors = tuple(source.descriptor for source in sources)
    outcomes: list[list[Sheet] | Refused] = []
    reason = ""
    try:
        with child(request, sources=descriptors, usage=usage) as lines:
            for source in sources:
                answer = answer_from(lines)
                if answer is None:
                    break
                outcomes.append(_outcome(source.path.name, answer))
    except Stopped as stopped:
        reason = stopped.reason
    if len(outcomes) < len(sources):
        name = sources[len(outcomes)].path.name
        outcomes.append(refusal_of(name, reason or end_of(usage)))
    return outcomes


def _outcome(name: str, answer: Answer) -> list[Sheet] | Refused:
    if answer.problems:
        return refusal(name, answer.problems, answer.count)
    return [
        Sheet(table.name, table.numbers, table.columns, table.visible, warnings(table.notes))
        for table in answer.tables
    ]


def _source(path: Path, stack: ExitStack) -> Source | Refused:
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        return refusal_of(path.name, OTHER_SUFFIXES.get(suffix, "suffix"))
    try:
        return Source(path, stack.enter_context(_opened(path)))
    except Refused as refused:
        return refused


@contextmanager
def _opened(path: Path) -> Iterator[int]:
    """A descriptor of a plain file of permitted size; opening a pipe must not wait for ever."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except FileNotFoundError as error:
        raise refusal_of(path.name, "missing") from error
    except OSError as error:
        raise refusal_of(path.name, "no_access") from error
    try:
        found = os.fstat(descriptor)
        if not stat.S_ISREG(found.st_mode):
            raise refusal_of(path.name, "not_regular")
        if found.st_size > limits.FILE_BYTES:
            raise refusal_of(path.name, "large_file", number=found.st_size, limit=limits.FILE_BYTES)
        yield descriptor
    finally:
        os.close(descriptor)
