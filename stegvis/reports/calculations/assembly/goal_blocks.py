"""The goals of one level: as decided, the outcome with its footnote, and what people add."""

from stegvis.core.values.formatting import day
from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import gettext_noop as N_
from stegvis.programmes.values.indicators import Level
from stegvis.reports.calculations.assembly.programme_facts import bullets, paragraph
from stegvis.reports.calculations.subject import Goal, Subject
from stegvis.reports.calculations.wording.footnotes import footnote
from stegvis.reports.calculations.wording.outcomes import by_gender, changed_on, outcome
from stegvis.reports.values.document import Block, Paragraph, Run
from stegvis.results.values.figures import Verdict

LEVEL_WORDS = {
    Level.OVERALL: N_("Övergripande mål"),
    Level.EFFECT: N_("Effektmål"),
    Level.PROGRAMME: N_("Insatsmål"),
}
MISSED = frozenset({Verdict.NOT_REACHED, Verdict.PARTLY, Verdict.NOT_MEASURED, Verdict.NO_BASELINE})


def goals_at(level: Level, subject: Subject) -> list[Block]:
    blocks: list[Block] = []
    for one in subject.with_parts():
        goals = one.goals(level)
        if goals and len(subject.with_parts()) > 1:
            blocks.append(Paragraph((Run(one.name, strong=True),)))
        for goal in goals:
            blocks += goal_blocks(goal, one)
    return blocks


def goal_blocks(goal: Goal, subject: Subject) -> list[Block]:
    words = subject.words
    base = footnote(goal.figure, words) if goal.indicator.kind != "qualitative" else ""
    said = [Run(outcome(goal.figure, words), footnote=base, figure=subject.key(goal.figure))]
    genders = by_gender(goal.figure, words)
    if genders:
        said.append(Run(f" {genders}"))
    stated: list[Block] = [Paragraph((Run(goal.indicator.text, strong=True),))]
    history = version_note(goal, subject)
    if history:
        stated.append(paragraph(history, "small"))
    return [
        *stated,
        Paragraph(tuple(said)),
        *_parts(goal, subject),
        *subject.said.get(goal.indicator.id, ()),
    ]


def version_note(goal: Goal, subject: Subject) -> str:
    """Which version of a changed goal this is, since when, and by which deviation."""
    span = changed_on(goal.figure)
    replaced = {one.replaces for one in subject.definition.goals if one.replaces}
    if goal.indicator.replaces:
        return " ".join(filter(None, (_version(_("Ändrat mål"), span), _deviation(goal, subject))))
    return _version(_("Ursprungligt mål"), span) if goal.indicator.id in replaced else ""


def _version(said: str, span: str) -> str:
    return f"{said}, {span}." if span else f"{said}."


def _deviation(goal: Goal, subject: Subject) -> str:
    found = next(
        (one for one in subject.definition.deviations if one.id == goal.indicator.deviation), None
    )
    if found is None:
        return ""
    return _("Avvikelse {day}: {text}").format(day=day(found.on), text=found.text)


def _parts(goal: Goal, subject: Subject) -> list[Block]:
    """The sub-criteria of a goal that may be partly reached."""
    return bullets([f"{part.goal}: {outcome(part, subject.words)}" for part in goal.figure.parts])


def missed(subject: Subject) -> list[Block]:
    """The goals that ask for an explanation, with what is missing to each."""
    found = [
        _missed(goal, one)
        for one in subject.with_parts()
        for goal in one.goals()
        if goal.figure.verdict in MISSED
    ]
    return bullets(found) or [paragraph(_("Alla mål som går att räkna är nådda."))]


def _missed(goal: Goal, subject: Subject) -> str:
    return f"{goal.indicator.text.rstrip('.')}. {outcome(goal.figure, subject.words)}"
