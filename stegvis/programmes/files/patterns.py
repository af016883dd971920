"""Goals picked from the shipped list of patterns instead of being written."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused
from stegvis.programmes.calculations.patterns import PATTERN_KEY, filled_in
from stegvis.programmes.files.complaints import findings_of
from stegvis.programmes.files.known_keys import KINDS
from stegvis.programmes.files.shipped import PATTERNS, shipped
from stegvis.programmes.files.toml_text import read_toml
from stegvis.programmes.values.findings import Finding, unknown_word
from stegvis.programmes.values.patterns import Pattern


@cache
def goal_patterns(path: Path | None = None) -> Mapping[str, Pattern]:
    file = read_toml(path or shipped(PATTERNS))
    patterns: dict[str, Pattern] = {}
    for index, row in enumerate(file.values.get("patterns", [])):
        try:
            pattern = Pattern.model_validate(row)
        except ValidationError as error:
            sentence = _("Målmönstren i {file} är fel.").format(file=file.name)
            findings = findings_of(error, row, Pattern)
            wrong = [finding.within("patterns", index) for finding in findings]
            raise Refused(sentence, map(file.fault, wrong)) from None
        patterns[pattern.id] = pattern
    return patterns


def expanded(row: dict[str, Any], first_day: date | None) -> tuple[dict[str, Any], list[Finding]]:
    """A goal in full, whether it names a pattern or was written out."""
    if PATTERN_KEY not in row:
        return row, []
    patterns = goal_patterns()
    named = str(row[PATTERN_KEY])
    if named not in patterns:
        sentence = _("Målmönstret {name} finns inte.").format(name=named)
        return row, [unknown_word((PATTERN_KEY,), sentence, named, tuple(patterns))]
    goal, findings = filled_in(patterns[named], row, first_day)
    return goal, [*findings, *_unknown_keys(patterns[named], row)]


def _unknown_keys(pattern: Pattern, row: Mapping[str, Any]) -> list[Finding]:
    """Keys that neither the pattern nor its kind of goal has."""
    kind = KINDS[pattern.goal["kind"]]
    known = (PATTERN_KEY, *pattern.parameters, *kind.model_fields)
    return [
        unknown_word((key,), _("Nyckeln {key} finns inte här.").format(key=key), key, known)
        for key in row
        if key not in known
    ]
