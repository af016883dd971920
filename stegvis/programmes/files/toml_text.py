"""A TOML file read, or refused with the line where it stops being TOML."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import gettext_noop as N_
from stegvis.core.values.refusals import Fault, Refused
from stegvis.programmes.files.line_numbers import line_numbers, line_of
from stegvis.programmes.values.findings import Finding, KeyPath

LARGEST_FILE = 400_000  # bytes; the largest of our own definitions is a twentieth
NOT_SHOWN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
PLACE = re.compile(r"\(at (?:line (\d+), column (\d+)|end of document)\)")

# how a line looks where people often go wrong, and what was expected instead
OFTEN_MEANT = (
    (re.compile("[“”„’‘»]"), N_('raka citattecken, som i name = "Nya vägar"')),
    (re.compile(r"=\s*\d+,\d"), N_("punkt som decimaltecken, som i target = 0.5")),
    (re.compile(r"=\s*\d{4}-\d"), N_("ett datum som finns, skrivet som 2025-01-31")),
    (re.compile(r"=\s*(ja|sant)\b", re.IGNORECASE), N_("true, som betyder ja")),
    (re.compile(r"=\s*(nej|falskt)\b", re.IGNORECASE), N_("false, som betyder nej")),
    (re.compile(r"=\s*[^\W\d]"), N_('text inom citattecken, som i name = "Nya vägar"')),
    (re.compile(r"^\[\["), N_("dubbla hakparenteser runt alla tabeller med det namnet")),
)
# what tomllib says, and what was expected instead
EXPECTATIONS = (
    ("after a key", N_("ett = efter nyckeln")),
    ("Cannot overwrite a value", N_("att varje nyckel står en gång")),
    ("Cannot declare", N_("att varje tabell står en gång; flera likadana skrivs [[tabell]]")),
    ("Cannot mutate", N_("att varje tabell står en gång; flera likadana skrivs [[tabell]]")),
    ("Invalid value", N_('ett värde: "text", tal, datum som 2024-12-31, true, false eller lista')),
    ("Unclosed array", N_("en ] som avslutar listan")),
    ("inline table", N_("en } som avslutar tabellen, på samma rad")),
    ("newline or end of document", N_("en ny rad efter värdet")),
    ("Invalid initial character for a key", N_("en nyckel av bokstäver a–z, siffror, - och _")),
    ("Unterminated string", N_("ett citattecken som avslutar texten")),
    ("Illegal character", N_("ett citattecken som avslutar texten på samma rad")),
    ("Unescaped '\\'", N_("två \\\\ där ett \\ ska stå")),
)


@dataclass(frozen=True)
class TomlFile:
    """What a file holds; `name` is its name without folders, as faults show it."""

    name: str
    values: dict[str, Any]
    lines: dict[KeyPath, int]

    def in_order(self, findings: Iterable[Finding]) -> list[Finding]:
        return sorted(findings, key=lambda finding: line_of(finding.path, self.lines) or 0)

    def fault(self, finding: Finding) -> Fault:
        parts = [self.name]
        line = line_of(finding.path, self.lines) or 0
        if line:
            parts.append(_("rad {line}").format(line=line))
        if finding.path:
            parts.append(self._key(finding.path))
        return finding.as_fault(", ".join(parts), line)

    def _key(self, path: KeyPath) -> str:
        """`[[goals]] 3 (work-or-studies), target.value`."""
        if len(path) == 1 or not isinstance(path[1], int):
            return ".".join(map(str, path))
        row = f"[[{path[0]}]] {path[1] + 1}{self._identity(path[0], path[1])}"
        rest = ".".join(str(part + 1 if isinstance(part, int) else part) for part in path[2:])
        return f"{row}, {rest}" if rest else row

    def _identity(self, table: str | int, index: int) -> str:
        rows = self.values.get(str(table))
        row = rows[index] if isinstance(rows, list) and index < len(rows) else None
        if not isinstance(row, dict):
            return ""
        named = row.get("id") or row.get("code") or row.get("version")
        return f" ({named})" if named else ""


def read_toml(path: Path) -> TomlFile:
    return read_toml_text(_text(path), name=path.name)


def read_toml_text(text: str, *, name: str) -> TomlFile:
    """As a file, from a text that somebody wrote on screen; `name` is what faults call it."""
    try:
        found = TomlFile(name, tomllib.loads(text), line_numbers(text))
    except ValueError as error:  # also of a number with thousands of digits
        raise _not_toml(name, text, str(error)) from None
    except RecursionError:
        raise Refused(_("{file} har för många listor i varandra.").format(file=name)) from None
    hidden = [found.fault(one) for one in found.in_order(_not_shown(found.values))]
    if hidden:
        sentence = _("{file} har tecken som inte går att visa.").format(file=name)
        raise Refused(sentence, hidden)
    return found


def _not_shown(values: dict[str, Any]) -> Iterator[Finding]:
    """Signs that no document takes, which TOML can write by their numbers."""
    waiting: list[tuple[KeyPath, Any]] = [((), values)]
    while waiting:
        path, value = waiting.pop()
        if isinstance(value, dict):
            waiting += [((*path, key), one) for key, one in value.items()]
        elif isinstance(value, list):
            waiting += [((*path, at), one) for at, one in enumerate(value)]
        elif isinstance(value, str) and (found := NOT_SHOWN.search(value)):
            what = _("Texten har ett tecken som inte går att visa. Ta bort det.")
            yield Finding(path, what, f"\\u{ord(found[0]):04x}")


def _text(path: Path) -> str:
    try:
        with path.open("rb") as opened:
            content = opened.read(LARGEST_FILE + 1)
    except IsADirectoryError:
        raise Refused(_("{file} är en mapp, inte en fil.").format(file=path)) from None
    except FileNotFoundError:
        raise Refused(_("Filen {file} finns inte.").format(file=path)) from None
    except OSError:
        raise Refused(_("Filen {file} går inte att öppna.").format(file=path)) from None
    if len(content) > LARGEST_FILE:
        raise Refused(_("{file} är för stor för en definition.").format(file=path.name))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused(not_utf8(path.name, content, error.start)) from None


def not_utf8(name: str, content: bytes, place: int) -> str:
    line = content.count(b"\n", 0, place) + 1
    sentence = _("{file} är inte sparad som UTF-8 (fel på rad {line}). Spara om den som UTF-8.")
    return sentence.format(file=name, line=line)


def _not_toml(name: str, text: str, message: str) -> Refused:
    lines = text.splitlines() or [""]
    place = PLACE.search(message)
    line = int(place[1]) if place and place[1] else len(lines)
    column = int(place[2]) if place and place[2] else len(lines[-1]) + 1
    where = _("{file}, rad {line}, kolumn {column}")
    read = lines[min(line, len(lines)) - 1].strip()
    fault = Fault(
        where.format(file=name, line=line, column=column),
        _("Raden går inte att läsa."),
        read or _("slutet av filen"),
        _expected(read, message),
        line,
    )
    return Refused(_("{file} går inte att läsa.").format(file=name), [fault])


def _expected(line: str, message: str) -> str:
    """What people often mean by such a line, or else what the parser says."""
    meant = (_(said) for looks, said in OFTEN_MEANT if looks.search(line))
    return next(meant, next((_(said) for part, said in EXPECTATIONS if part in message), ""))
