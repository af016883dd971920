"""The people and money of a programme, and what has changed since the decision."""

from collections import defaultdict

from stegvis.core.values.formatting import day, kronor, number
from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import gettext_noop as N_
from stegvis.programmes.calculations.portrait.section import Entry, Section, section
from stegvis.programmes.calculations.words import period_words
from stegvis.programmes.values.definition import BudgetRow, Definition, Deviation, Post

DEVIATIONS = {
    "goal": N_("mål"),
    "staff": N_("personal"),
    "money": N_("pengar"),
    "period": N_("tid"),
    "method": N_("arbetssätt"),
    "target_group": N_("målgrupp"),
    "other": N_("annat"),
}


def resource_sections(definition: Definition) -> tuple[Section, ...]:
    return (
        section("posts", _("Personal"), [_post(post, definition) for post in definition.posts]),
        Section("budget", _("Budget"), _budget(definition)),
        section("deviations", _("Avvikelser"), [_deviation(one) for one in definition.deviations]),
        section("versions", _("Versioner"), _versions(definition)),
    )


def _post(post: Post, definition: Definition) -> str:
    sentence = _("{role}, {percent} procent, {period}. {payer}.")
    return sentence.format(
        role=post.role,
        percent=number(post.percent),
        period=period_words(post.first, post.last),
        payer=_paid_by(post.payer, definition, financed=post.financed),
    )


def _paid_by(payer: str, definition: Definition, *, financed: bool) -> str:
    name = definition.codes("payer").name_of(payer)
    if financed:
        return _("Betalas av förbundets medel genom {name}").format(name=name)
    return _("Betalas av {name} själv").format(name=name)


def _budget(definition: Definition) -> tuple[Entry, ...]:
    by_year: defaultdict[int, list[BudgetRow]] = defaultdict(list)
    for row in definition.budget:
        by_year[row.year].append(row)
    entries = [_year(year, rows, definition) for year, rows in sorted(by_year.items())]
    if len(entries) > 1:
        entries.append(Entry(_("Hela insatsen: {sums}").format(sums=_sums(definition.budget))))
    return tuple(entries)


def _year(year: int, rows: list[BudgetRow], definition: Definition) -> Entry:
    sentence = _("År {year}: {sums}").format(year=year, sums=_sums(rows))
    return Entry(sentence, tuple(_row(row, definition) for row in rows))


def _sums(rows: "tuple[BudgetRow, ...] | list[BudgetRow]") -> str:
    financed = sum(row.amount_ore for row in rows if row.financed)
    own = sum(row.amount_ore for row in rows if not row.financed)
    sentence = _("{financed} från förbundet")
    if own:
        sentence = _("{financed} från förbundet, {own} från parterna själva, {total} tillsammans")
    amounts = {"financed": kronor(financed), "own": kronor(own), "total": kronor(financed + own)}
    return f"{sentence.format(**amounts)}."


def _row(row: BudgetRow, definition: Definition) -> str:
    category = row.name or definition.codes("cost_category").name_of(row.category)
    payer = _paid_by(row.payer, definition, financed=row.financed)
    sentence = _("{category}: {amount}. {payer}.")
    return sentence.format(category=category, amount=kronor(row.amount_ore), payer=payer)


def _deviation(deviation: Deviation) -> str:
    sentence = _("{on} ({kind}): {text}")
    if deviation.decided_by:
        sentence = _("{on} ({kind}, beslut av {who}): {text}")
    return sentence.format(
        on=day(deviation.on),
        kind=_(DEVIATIONS[deviation.kind]),
        who=deviation.decided_by,
        text=deviation.text,
    )


def _versions(definition: Definition) -> list[str]:
    sentence = _("Version {version}, {on}: {why}")
    return [
        sentence.format(version=one.version, on=day(one.on), why=one.why)
        for one in definition.versions
    ]
