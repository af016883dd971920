"""A proposed mapping as TOML, with `osäker` wherever a person must look."""

from collections.abc import Iterator, Mapping

import tomlkit
from tomlkit.items import AoT, Array, InlineTable, Table

from stegvis.core.values.language import gettext as _
from stegvis.programmes.values.code_lists import CodeList
from stegvis.programmes.values.definition import Definition
from stegvis.programmes.values.facts import TABLE_OF
from stegvis.results.values.mapping import NOTHING, Proposal, RowRule

SINGLE = ("format", "programme", "sheet", "heading_row", "key", "age_at_enrolment")


def mapping_text(proposal: Proposal, definition: Definition) -> str:
    document = tomlkit.document()
    for line in _opening(proposal, definition):
        document.add(tomlkit.comment(line))
    for name in SINGLE:
        document.add(name, tomlkit.item(getattr(proposal.mapping, name)))
    document.add("date_formats", _list(proposal.mapping.date_formats))
    document.add(tomlkit.nl())
    document.add(tomlkit.comment(_("Kolumner som inte läses, och varför:")))
    for heading, why in proposal.unread.items():
        document.add(tomlkit.comment(f"  {heading}: {why}"))
    document.add("unread", _list(proposal.mapping.unread))
    for line in _personal_number(proposal.personal_number):
        document.add(tomlkit.comment(line))
    document.add("rows", _rules(proposal.mapping.rows, proposal.doubts))
    if proposal.mapping.words:
        document.add("words", _words(proposal, definition))
    return tomlkit.dumps(document)


def _opening(proposal: Proposal, definition: Definition) -> Iterator[str]:
    sentence = _("Översättning av bladet {sheet} till insatsen {programme}.")
    yield sentence.format(sheet=proposal.mapping.sheet, programme=definition.name)
    yield _("Den är ett förslag. Se över det som är märkt osäker och fyll i det som är tomt.")
    yield _('Ett ord som betyder "inget" skrivs {sign}. Mer står i docs/guide.').format(
        sign=f'"{NOTHING}"'
    )
    if not proposal.mapping.key:
        yield _("Ingen kolumn med löpnummer hittades; raderna numreras.")


def _personal_number(heading: str) -> Iterator[str]:
    """Only when the person takes the sign away is anything worked out of the numbers."""
    if heading:
        yield _("Kolumnen {heading} läses inte. Födelseår och kön kan räknas fram ur den").format(
            heading=heading
        )
        yield _("innan den släpps, om tecknet # tas bort på raden under:")
        gives = '"birth_year", "gender", "same_person"'
        yield f"personal_number = {{ heading = {_quoted(heading)}, gives = [{gives}] }}"


def _quoted(text: str) -> str:
    return tomlkit.string(text).as_string()


def _list(words: tuple[str, ...]) -> Array:
    array = tomlkit.array()
    array.extend(words)
    return array.multiline(len(words) > 1)


def _rules(rules: tuple[RowRule, ...], doubts: Mapping[str, str]) -> AoT:
    tables = tomlkit.aot()
    for rule in rules:
        table = tomlkit.table()
        table.add("table", rule.table)
        table.add("take", _inline(rule.take))
        if rule.constants:
            table.add("constants", _inline(rule.constants))
        if rule.when:
            table.add("when", rule.when)
        told = [
            _("osäker: {heading} ({why})").format(heading=heading, why=doubts[heading])
            for heading in (*rule.take.values(), rule.when)
            if heading in doubts
        ]
        if told:
            table["take"].comment("; ".join(told))
        tables.append(table)
    return tables


def _inline(pairs: Mapping[str, str]) -> InlineTable:
    table = tomlkit.inline_table()
    table.update(pairs)
    return table


def _words(proposal: Proposal, definition: Definition) -> Table:
    every = tomlkit.table(is_super_table=True)
    lists = _lists(proposal, definition)
    for heading, words in proposal.mapping.words.items():
        table, codes = tomlkit.table(), lists.get(heading, CodeList())
        for word, code in words.items():
            table.add(word, codes.name_of(code))
            doubt = proposal.word_doubts.get((heading, word), "")
            if doubt:
                names = ", ".join(entry.name for entry in codes.codes)
                doubtful = _("osäker: {why}").format(why=doubt)
                table[word].comment(doubtful if code else f"{doubt}: {names}")
        every.add(heading, table)
    return every


def _lists(proposal: Proposal, definition: Definition) -> dict[str, CodeList]:
    """What each heading's words may mean; written by name, since a person reads it."""
    return {
        heading: definition.codes(column.code_list)
        for rule in proposal.mapping.rows
        for name, heading in rule.take.items()
        if (column := TABLE_OF[rule.table].column(name)) and column.code_list
    }
