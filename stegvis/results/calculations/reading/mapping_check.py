"""Whether a mapping says what it must, in codes that the definition has."""

from stegvis.core.values.language import gettext as _
from stegvis.programmes.values.definition import Definition
from stegvis.programmes.values.facts import TABLE_OF, Column, ColumnKind
from stegvis.programmes.values.findings import Finding, unknown_word
from stegvis.results.values.mapping import NOTHING, Mapping, RowRule


def mapping_findings(mapping: Mapping, definition: Definition) -> list[Finding]:
    """What makes the mapping impossible to use; words not yet filled in are told for each row."""
    findings = []
    for place, rule in enumerate(mapping.rows):
        findings += [one.within("rows", place) for one in _rule_findings(rule, definition)]
    for heading, codes in _coded_headings(mapping, definition).items():
        for word, code in mapping.words.get(heading, {}).items():
            if code not in {"", NOTHING, *codes}:
                sentence = _("Koden finns inte.")
                findings.append(unknown_word(("words", heading, word), sentence, code, codes))
    return findings + _enrolment_findings(mapping) + _homeless_words(mapping)


def _rule_findings(rule: RowRule, definition: Definition) -> list[Finding]:
    table, findings = TABLE_OF[rule.table], []
    for column in table.columns:
        given = column.name in rule.take or column.name in rule.constants
        if column.required and column.kind is not ColumnKind.KEY and not given:
            sentence = _("Regeln ger inget värde åt {column}.").format(column=column.name)
            findings.append(Finding(("take",), sentence, "", _(column.title)))
    for name, code in rule.constants.items():
        codes = _codes(table.column(name), definition)
        if codes and code not in codes:
            path = ("constants", name)
            findings.append(unknown_word(path, _("Koden finns inte."), code, codes))
    return findings


def _codes(column: Column | None, definition: Definition) -> tuple[str, ...]:
    if column is None or column.kind is not ColumnKind.CODE:
        return ()
    return tuple(entry.code for entry in definition.codes(column.code_list).codes)


def _coded_headings(mapping: Mapping, definition: Definition) -> dict[str, tuple[str, ...]]:
    pairs = [
        (heading, TABLE_OF[rule.table].column(name))
        for rule in mapping.rows
        for name, heading in rule.take.items()
    ]
    found = {heading: _codes(column, definition) for heading, column in pairs}
    return {heading: codes for heading, codes in found.items() if codes}


def _enrolment_findings(mapping: Mapping) -> list[Finding]:
    if any(rule.table == "enrolments" for rule in mapping.rows):
        return []
    sentence = _("Ingen kolumn säger när deltagaren skrevs in.")
    expected = _('en regel som table = "enrolments", take = { enrolled_on = "er rubrik" }')
    return [Finding(("rows",), sentence, "", expected)]


def _homeless_words(mapping: Mapping) -> list[Finding]:
    read = mapping.headings
    sentence = _("Orden gäller en kolumn som ingen regel läser.")
    return [
        unknown_word(("words", heading), sentence, heading, read)
        for heading in mapping.words
        if heading not in read
    ]


def words_to_fill(mapping: Mapping) -> list[tuple[str, str]]:
    """Heading and word of every word that nobody has given a meaning yet."""
    return [
        (heading, word)
        for heading, words in mapping.words.items()
        for word, meaning in words.items()
        if not meaning
    ]
