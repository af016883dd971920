"""The line on which every key of a TOML text stands, which tomllib does not tell.

The text is known to be valid: tomllib has read it. So this scan needs no errors of its own.
"""

import re
from bisect import bisect_left

from stegvis.programmes.values.findings import KeyPath

BLANK = re.compile(r"(?:\s|#[^\n]*)*")
KEY = re.compile(r"""\s*("(?:[^"\\]|\\.)*"|'[^']*'|[\w-]+)[ \t]*""")
MANY = re.compile(r'"""(?:[^\\]|\\.)*?"{3,5}|' + r"'''.*?'{3,5}", re.DOTALL)
PLAIN = re.compile(r"""\"(?:[^"\\\n]|\\.)*\"|'[^'\n]*'|[^,\]}\n#]+""")


def line_numbers(text: str) -> dict[KeyPath, int]:
    return _Scan(text.replace("\r\n", "\n")).lines


def line_of(path: KeyPath, lines: dict[KeyPath, int]) -> int | None:
    """The line of the key, or of the nearest table around it that the file has."""
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path)


class _Scan:
    def __init__(self, text: str) -> None:
        self.text = text
        self.ends = [found.start() for found in re.finditer("\n", text)]
        self.place = 0
        self.lines: dict[KeyPath, int] = {}
        self.latest: dict[KeyPath, int] = {}
        """Arrays of tables: which of its tables is being written."""
        self._all()

    def _all(self) -> None:
        table: KeyPath = ()
        self._skip()
        while self.place < len(self.text):
            if self.text[self.place] == "[":
                table = self._header()
            else:
                self._pair(table)
            self._skip()

    def _skip(self) -> None:
        if found := BLANK.match(self.text, self.place):
            self.place = found.end()

    def _note(self, path: KeyPath) -> None:
        self.lines.setdefault(path, bisect_left(self.ends, self.place) + 1)

    def _header(self) -> KeyPath:
        start, many = self.place, self.text.startswith("[[", self.place)
        self.place += 2 if many else 1
        *outer, name = self._keys()
        self.place, end = start, self.text.index("]", self.place)
        path: KeyPath = (*self._inside(outer), name)
        if many:
            self.latest[path] = self.latest.get(path, -1) + 1
            path = (*path, self.latest[path])
        self._note(path)
        self.place = end + (2 if many else 1)
        return path

    def _inside(self, names: list[str]) -> KeyPath:
        path: KeyPath = ()
        for name in names:
            path = (*path, name)
            if path in self.latest:
                path = (*path, self.latest[path])
        return path

    def _keys(self) -> list[str]:
        names: list[str] = []
        while found := KEY.match(self.text, self.place):
            names.append(found[1].strip("\"'") if found[1][0] in "\"'" else found[1])
            self.place = found.end()
            if self.text[self.place] != ".":
                break
            self.place += 1
        return names

    def _pair(self, table: KeyPath) -> None:
        start = self.place
        path = (*table, *self._keys())
        end, self.place = self.place, start
        self._note(path)
        self.place = end + 1  # the =
        self._value(path)

    def _value(self, path: KeyPath) -> None:
        while self.text[self.place] in " \t":
            self.place += 1
        if self.text[self.place] == "[":
            self._items(path, "]")
        elif self.text[self.place] == "{":
            self._items(path, "}")
        elif found := MANY.match(self.text, self.place) or PLAIN.match(self.text, self.place):
            self.place = found.end()

    def _items(self, path: KeyPath, closing: str) -> None:
        index = 0
        self.place += 1
        self._skip()
        while self.text[self.place] != closing:
            if closing == "}":
                self._pair(path)
            else:
                self._note((*path, index))
                self._value((*path, index))
            index += 1
            self._skip()
            self.place += self.text[self.place] == ","
            self._skip()
        self.place += 1
