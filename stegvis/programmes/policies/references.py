"""Whether everything that a definition points at is there, and stands there once."""

from collections.abc import Iterable, Iterator

from stegvis.core.values.language import gettext as _
from stegvis.programmes.policies.conditions import Scope, check_code, check_condition
from stegvis.programmes.values.definition import CODE_LIST_OF_DUE, Definition
from stegvis.programmes.values.findings import Finding, unknown_word
from stegvis.programmes.values.indicators import AnyIndicator
from stegvis.programmes.values.standard_figures import is_standard_figure

NAMED = ("steps", "activities", "instruments", "surveys", "assessments", "volumes", "balances")


def indicators(definition: Definition) -> Iterator[tuple[str, int, AnyIndicator]]:
    for key, rows in (("goals", definition.goals), ("figures", definition.figures)):
        for index, row in enumerate(rows):
            yield key, index, row


def check_references(definition: Definition) -> Iterator[Finding]:
    yield from _check_repeated(definition)
    yield from _check_codes(definition)
    yield from _check_target_group(definition)
    yield from _check_changes(definition)
    if definition.id in (definition.part_of, *definition.parts):
        yield Finding(("id",), _("Insatsen kan inte vara en del av sig själv."), definition.id)
    for part in definition.part_names:
        if part not in definition.parts:
            sentence = _("Delinsatsen finns inte i parts.")
            yield unknown_word(("part_names", part), sentence, part, definition.parts)


def _check_repeated(definition: Definition) -> Iterator[Finding]:
    for key in (*NAMED, "events"):
        yield from _repeated(key, "code", [row.code for row in getattr(definition, key)])
    for key in ("instruments", "surveys"):
        for index, owner in enumerate(getattr(definition, key)):
            for finding in _repeated("items", "code", [item.code for item in owner.items]):
                yield finding.within(key, index)
    yield from _repeated("parties", "id", [party.id for party in definition.parties])
    yield from _repeated("deviations", "id", [one.id for one in definition.deviations])
    yield from _repeated("versions", "version", [one.version for one in definition.versions])
    yield from _check_own_ids(definition)


def _check_own_ids(definition: Definition) -> Iterator[Finding]:
    seen: set[str] = set()
    for key, index, row in indicators(definition):
        if is_standard_figure(row.id):
            what = _("Stegvis räknar redan ett tal med detta id i varje insats.")
            expected = _("ett annat id, till exempel mal-{id}").format(id=row.id)
            yield Finding((key, index, "id"), what, row.id, expected)
        if row.id in seen:
            yield Finding((key, index, "id"), _("Två mål eller tal har samma id."), row.id)
        seen.add(row.id)


def _repeated(table: str, key: str, values: Iterable[str]) -> Iterator[Finding]:
    seen: set[str] = set()
    for index, value in enumerate(values):
        if value in seen:
            what = _("{value} står två gånger i {table}.").format(value=value, table=table)
            yield Finding((table, index, key), what, value)
        seen.add(value)


def _check_codes(definition: Definition) -> Iterator[Finding]:
    def check(code: str, code_list: str, *path: str | int) -> Iterator[Finding]:
        return check_code(code, code_list, Scope(definition, "", path))

    for index, seats in enumerate(definition.seats):
        yield from check(seats.seat, "seat", "seats", index, "seat")
    for index, due in enumerate(definition.due):
        yield from check(due.code, CODE_LIST_OF_DUE[due.what], "due", index, "code")
        if due.within is None and due.every is None:
            what = _("Det står inte när det ska vara gjort.")
            expected = _("within = 2 (inom) eller every = 3 (var tredje)")
            yield Finding(("due", index), what, "", expected)
    for index, post in enumerate(definition.posts):
        yield from check(post.payer, "payer", "posts", index, "payer")
    for index, row in enumerate(definition.budget):
        yield from check(row.payer, "payer", "budget", index, "payer")
        yield from check(row.category, "cost_category", "budget", index, "category")


def _check_target_group(definition: Definition) -> Iterator[Finding]:
    for index, rule in enumerate(definition.target_group):
        if rule.where is not None:
            scope = Scope(definition, "enrolments", ("target_group", index, "where"))
            yield from check_condition(rule.where.tree, scope)


def _check_changes(definition: Definition) -> Iterator[Finding]:
    """A goal that replaces another names it, and the deviation that allowed it."""
    known = tuple(one.id for one in definition.deviations)
    ids = tuple(row.id for _key, _index, row in indicators(definition))
    for key, index, row in indicators(definition):
        path = (key, index)
        if row.replaces is not None and (row.replaces not in ids or row.replaces == row.id):
            others = tuple(other for other in ids if other != row.id)
            sentence = _("Det ersatta målet finns inte.")
            yield unknown_word((*path, "replaces"), sentence, row.replaces, others)
        if row.replaces is not None and row.deviation is None:
            what = _("Ett mål som ersätter ett annat ska säga vilken avvikelse som beslutade det.")
            yield Finding((*path, "deviation"), what, "", _("deviation = id ur [[deviations]]"))
        yield from _check_deviation(row.deviation, known, *path)
    for index, version in enumerate(definition.versions):
        yield from _check_deviation(version.deviation, known, "versions", index)


def _check_deviation(
    stated: str | None, known: tuple[str, ...], *path: str | int
) -> Iterator[Finding]:
    if stated is not None and stated not in known:
        sentence = _("Avvikelsen finns inte.")
        yield unknown_word((*path, "deviation"), sentence, stated, known)
