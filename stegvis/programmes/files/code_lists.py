"""Code lists as they are written: one key a code, its name or a table with name and kin.

[code_lists.gender]
open = true                                    # a programme may add codes freely
woman = "Kvinna"
man = {name = "Man", also = ["M"]}
moved_abroad = {name = "Flyttat utomlands", common = "moved"}
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused
from stegvis.programmes.files.complaints import findings_of
from stegvis.programmes.files.shipped import COMMON_LISTS, shipped
from stegvis.programmes.files.toml_text import read_toml
from stegvis.programmes.values.code_lists import CodeEntry, CodeList
from stegvis.programmes.values.findings import Finding, unknown_word

ABOUT_THE_LIST = ("title", "open")
Lists = dict[str, CodeList]


@cache
def common_lists(path: Path | None = None) -> Mapping[str, CodeList]:
    """The shared lists; every programme has them, with its own words added."""
    file = read_toml(path or shipped(COMMON_LISTS))
    lists, findings = read_lists(file.values)
    if findings:
        sentence = _("De gemensamma kodlistorna i {file} är fel.").format(file=file.name)
        raise Refused(sentence, map(file.fault, findings))
    return lists


def read_lists(raw: Mapping[str, Any]) -> tuple[Lists, list[Finding]]:
    lists: Lists = {}
    findings: list[Finding] = []
    for name, table in raw.items():
        if not isinstance(table, Mapping):
            expected = _("en tabell med en rad för varje kod")
            findings.append(Finding((name,), _("Kodlistan går inte att läsa."), "", expected))
            continue
        entries, wrong = _entries(table)
        about = {key: table[key] for key in ABOUT_THE_LIST if _is_about(key, table.get(key))}
        lists[name] = CodeList(codes=tuple(entries), **about)
        findings += [finding.within(name) for finding in wrong]
    return lists, findings


def _is_about(key: str, value: object) -> bool:
    return isinstance(value, bool) if key == "open" else key == "title" and isinstance(value, str)


def _entries(table: Mapping[str, Any]) -> tuple[list[CodeEntry], list[Finding]]:
    entries: list[CodeEntry] = []
    findings: list[Finding] = []
    for code, said in table.items():
        if _is_about(code, said):
            continue
        raw = {"code": code, **(said if isinstance(said, Mapping) else {"name": said})}
        try:
            entries.append(CodeEntry(**raw))
        except ValidationError as error:
            wrong = [finding.within(code) for finding in findings_of(error, raw, CodeEntry)]
            findings += [_on_the_code(finding, said) for finding in wrong]
    return entries, findings


def _on_the_code(finding: Finding, said: object) -> Finding:
    path = finding.path if isinstance(said, Mapping) else finding.path[:1]
    return Finding(path, finding.what, finding.read, finding.expected)


def merged(common: Mapping[str, CodeList], own: Lists) -> tuple[Lists, list[Finding]]:
    """The common lists with a programme's own words, each a kind of a common one."""
    lists = dict(common)
    findings: list[Finding] = []
    for name, local in own.items():
        if name not in common:
            sentence = _("Kodlistan {name} finns inte.").format(name=name)
            findings.append(unknown_word((name,), sentence, name, tuple(common)))
            continue
        lists[name] = _joined(common[name], local)
        findings += [finding.within(name) for finding in _homeless(common[name], local)]
    return lists, findings


def _joined(common: CodeList, local: CodeList) -> CodeList:
    entries = {entry.code: entry for entry in common.codes}
    for entry in local.codes:
        shared = entries[entry.code].also if entry.code in entries else ()
        also = tuple(dict.fromkeys([*shared, *entry.also]))
        entries[entry.code] = entry.model_copy(update={"also": also})
    return common.model_copy(update={"codes": tuple(entries.values())})


def _homeless(common: CodeList, local: CodeList) -> list[Finding]:
    """Local codes that are no kind of a common one, in a list that wants them to be."""
    known = tuple(entry.code for entry in common.codes)
    findings = []
    for entry in local.codes:
        path = (entry.code, "common")
        if entry.common is not None and entry.common not in common:
            sentence = _("Den gemensamma koden {code} finns inte.").format(code=entry.common)
            findings.append(unknown_word(path, sentence, entry.common, known))
        elif entry.common is None and entry.code not in common and not common.open:
            sentence = _("Koden {code} säger inte vilken gemensam kod den är en sorts (common).")
            sentence = sentence.format(code=entry.code)
            findings.append(unknown_word(path, sentence, entry.code, known))
    return findings
