"""Whether a mapping says what it must, in codes that the definition has."""

from stegvis.core.calculations.nearest import nearest, with_guess
from stegvis.core.values.language import gettext as _
from stegvis.programmes.values.code_lists import CodeList
from stegvis.programmes.values.definition import Definition
from stegvis.programmes.values.facts import TABLE_OF, Column, ColumnKind
from stegvis.programmes.values.findings import Finding, KeyPath, one_of, unknown_word
from stegvis.results.calculations.reading.cells import code_reader
from stegvis.results.values.mapping import NOTHING, Mapping, RowRule
from stegvis.results.values.reading import Unreadable


def mapping_findings(mapping: Mapping, definition: Definition) -> list[Finding]:
    """What makes the mapping impossible to use; words not yet filled in are told for each row."""
    findings = []
    for place, rule in enumerate(mapping.rows):
        findings += [one.within("rows", place) for one in _rule_findings(rule, definition)]
    for heading, codes in _coded_headings(mapping, definition).items():
        for word, meaning in mapping.words.get(heading, {}).items():
            if meaning not in {"", NOTHING} and isinstance(code_reader(codes)(meaning), Unreadable):
                findings.append(_unknown_meaning(("words", heading, word), meaning, codes))
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


def _unknown_meaning(path: KeyPath, meaning: str, codes: CodeList) -> Finding:
    """Said in names, for a name is as good as its code."""
    names = tuple(entry.name for entry in codes.codes)
    meant = nearest(meaning, (*names, *(entry.code for entry in codes.codes)))
    what = with_guess(_("Ordet finns inte i kodlistan."), meant)
    return Finding(path, what, meaning, one_of(names))


def _coded_headings(mapping: Mapping, definition: Definition) -> dict[str, CodeList]:
    columns = {
        heading: TABLE_OF[rule.table].column(name)
        for rule in mapping.rows
        for name, heading in rule.take.items()
    }
    return {
        heading: definition.codes(column.code_list)
        for heading, column in columns.items()
        if column is not None and column.kind is ColumnKind.CODE
    }


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
