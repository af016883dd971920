"""The goals of one programme as a list that one reads from left to right."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import ngettext
from stegvis.programmes.calculations.words import listed
from stegvis.reports.calculations.assembly.goal_blocks import version_note
from stegvis.reports.calculations.subject import Goal, Subject
from stegvis.reports.calculations.wording.amounts import capital
from stegvis.reports.calculations.wording.outcomes import counted, shown_group, what_is_missing
from stegvis.reports.calculations.wording.scales import NOTHING, Scale, scale_of, shown_target
from stegvis.reports.calculations.wording.short import plain_unit, short_value
from stegvis.reports.calculations.wording.verdicts import UNDECIDED, verdict_sentence
from stegvis.reports.calculations.wording.vocabulary import GENDER, MAN, WOMAN, Vocabulary
from stegvis.results.values.figures import Figure, Verdict
from stegvis.web.standing.addresses import Addresses
from stegvis.web.standing.presenters.verdicts import VerdictTag, verdict_tag

FULL = 100
JUDGED = (Verdict.REACHED, Verdict.PARTLY, Verdict.NOT_REACHED)


@dataclass(frozen=True)
class Bar:
    """A share beside its target, both in per cent of the width."""

    value: float
    target: float | None


@dataclass(frozen=True)
class GoalRow:
    text: str
    href: str
    version: str
    verdict: VerdictTag
    value: str
    target: str
    said: str
    women: str
    men: str
    bar: Bar | None
    is_replaced: bool


def goal_rows(subject: Subject, addresses: Addresses) -> list[GoalRow]:
    """Goals that a figure can answer."""
    replaced = _replaced(subject)
    return [
        _row(goal, subject, addresses, is_replaced=goal.indicator.id in replaced)
        for goal in subject.goals()
        if goal.indicator.kind != "qualitative"
    ]


def judged_by_people(subject: Subject, addresses: Addresses) -> list[tuple[str, str]]:
    """Words and address of the goals that no figure answers."""
    return [
        (goal.indicator.text, addresses.figure(goal.indicator.id, subject.definition.id))
        for goal in subject.goals()
        if goal.indicator.kind == "qualitative"
    ]


def _replaced(subject: Subject) -> set[str]:
    return {goal.replaces for goal in subject.definition.goals if goal.replaces}


def _row(goal: Goal, subject: Subject, addresses: Addresses, *, is_replaced: bool) -> GoalRow:
    figure, words = goal.figure, subject.words
    return GoalRow(
        text=goal.indicator.text.rstrip("."),
        href=addresses.figure(figure.id, subject.definition.id),
        version=version_note(goal, subject),
        verdict=verdict_tag(figure.verdict),
        value=short_value(figure, words),
        target=target_of(figure, words),
        said=said_of(figure, words),
        women=of_group(figure, WOMAN, words),
        men=of_group(figure, MAN, words),
        bar=_bar(figure, words),
        is_replaced=is_replaced,
    )


def shown(figure: Figure, words: Vocabulary) -> str:
    return NOTHING if figure.hidden else counted(figure, words)


def target_of(figure: Figure, words: Vocabulary) -> str:
    if figure.target is None:
        return ""
    return shown_target(figure.target, scale_of(figure, words), plain_unit(figure, words))


def said_of(figure: Figure, words: Vocabulary) -> str:
    """What is missing to the target, or why nothing can be said."""
    if figure.hidden:
        return figure.hidden
    if figure.verdict in UNDECIDED:
        return verdict_sentence(figure.verdict)
    if figure.kind == "deliverable":
        return " ".join(figure.notes)
    missing = "" if figure.verdict is Verdict.REACHED else what_is_missing(figure, words)
    return f"{capital(missing)}." if missing else ""


def of_group(figure: Figure, code: str, words: Vocabulary) -> str:
    """Empty where the figure is not about women and men at all."""
    cells = figure.groups.get(GENDER, {})
    if not cells:
        return ""
    return shown_group(cells[code], figure, words) if code in cells else NOTHING


def _bar(figure: Figure, words: Vocabulary) -> Bar | None:
    is_share = scale_of(figure, words) is Scale.SHARE
    if not is_share or figure.value is None or figure.hidden:
        return None
    target = figure.target
    return Bar(round(FULL * figure.value, 1), round(FULL * target.value, 1) if target else None)


def verdicts_of(subject: Subject) -> Iterator[Verdict]:
    """One for each goal in force of the programme and its parts that can be judged."""
    for one in subject.with_parts():
        replaced = _replaced(one)
        for goal in one.goals():
            if goal.indicator.id not in replaced and goal.figure.verdict is not Verdict.NONE:
                yield goal.figure.verdict


def summary(subject: Subject) -> str:
    """`5 av 9 mål är nådda, 2 är inte nådda och 2 går inte att bedöma än.`; empty without goals."""
    verdicts = list(verdicts_of(subject))
    if not verdicts:
        return ""
    return said_of_all(verdicts)


def said_of_all(verdicts: Sequence[Verdict]) -> str:
    reached, partly, missed = (verdicts.count(one) for one in JUDGED)
    undecided = sum(verdict in UNDECIDED for verdict in verdicts)
    first = ngettext("{k} av {n} mål är nått", "{k} av {n} mål är nådda", reached)
    said = [first.format(k=reached, n=len(verdicts))]
    for many, words in (
        (partly, ngettext("{n} är delvis nått", "{n} är delvis nådda", partly)),
        (missed, ngettext("{n} är inte nått", "{n} är inte nådda", missed)),
        (
            undecided,
            ngettext("{n} går inte att bedöma än", "{n} går inte att bedöma än", undecided),
        ),
    ):
        if many:
            said.append(words.format(n=many))
    sentence = listed(said, _("och"))
    return f"{sentence}."
