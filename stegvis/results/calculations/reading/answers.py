"""A proposed mapping, and what a person has answered about it."""

from collections.abc import Mapping

from stegvis.core.values.language import gettext as _
from stegvis.programmes.values.code_lists import CodeList
from stegvis.programmes.values.definition import Definition
from stegvis.programmes.values.facts import TABLE_OF, Column
from stegvis.results.values.mapping import Mapping as SheetMapping
from stegvis.results.values.mapping import PersonalNumber, RowRule

GIVEN_BY_NUMBER = ("birth_year", "gender", "same_person")


def meanings_of(mapping: SheetMapping) -> dict[str, str]:
    """Heading → what it is read as, in words: `Personer: Kön`."""
    meanings: dict[str, list[str]] = {}
    for rule in mapping.rows:
        for column, heading in _taken(rule):
            table, title = _(TABLE_OF[rule.table].title), _(column.title)
            words = f"{table}: {title}"
            meanings.setdefault(heading, []).append(words)
        if rule.when:
            meanings.setdefault(rule.when, []).append(_(TABLE_OF[rule.table].title))
    single = {mapping.key: _("Löpnummer"), mapping.age_at_enrolment: _("Ålder vid inskrivning")}
    told = {heading: ", ".join(dict.fromkeys(words)) for heading, words in meanings.items()}
    return {heading: words for heading, words in single.items() if heading} | told


def codes_by_heading(mapping: SheetMapping, definition: Definition) -> dict[str, CodeList]:
    """What the words of each coded heading may mean."""
    return {
        heading: definition.codes(column.code_list)
        for rule in mapping.rows
        for column, heading in _taken(rule)
        if column.code_list
    }


def _taken(rule: RowRule) -> list[tuple[Column, str]]:
    found = ((TABLE_OF[rule.table].column(name), heading) for name, heading in rule.take.items())
    return [(column, heading) for column, heading in found if column is not None]


def worded(mapping: SheetMapping, words: Mapping[tuple[str, str], str]) -> SheetMapping:
    """`words` by heading and word: the code that was chosen."""
    chosen = {
        heading: {word: words.get((heading, word), code) for word, code in known.items()}
        for heading, known in mapping.words.items()
    }
    return mapping.model_copy(update={"words": chosen})


def worked_out_from(mapping: SheetMapping, heading: str) -> SheetMapping:
    """Birth year and gender are worked out of a personal number before it is dropped."""
    number = PersonalNumber(heading=heading, gives=GIVEN_BY_NUMBER) if heading else None
    return mapping.model_copy(update={"personal_number": number})
