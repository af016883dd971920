"""The goals of a programme by level, what is counted in each, changed ones with both versions."""

from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import gettext_noop as N_
from stegvis.programmes.calculations.portrait.section import Entry, Section, SideBySide
from stegvis.programmes.calculations.sentences import indicator_sentences
from stegvis.programmes.calculations.words import period_words
from stegvis.programmes.values.definition import Definition
from stegvis.programmes.values.indicators import AnyIndicator, Level

TITLES = {
    Level.OVERALL: N_("Övergripande mål"),
    Level.EFFECT: N_("Effektmål"),
    Level.PROGRAMME: N_("Insatsmål"),
}


def goal_sections(definition: Definition) -> tuple[Section, ...]:
    figures = tuple(_entry(figure, definition) for figure in definition.figures)
    return (
        *(
            Section(f"goals_{level.value}", _(title), _goals(level, definition))
            for level, title in TITLES.items()
        ),
        Section("figures", _("Andra tal"), figures),
    )


def _goals(level: Level, definition: Definition) -> tuple[Entry | SideBySide, ...]:
    by_id = {goal.id: goal for goal in definition.goals}
    replaced = {goal.replaces for goal in definition.goals}
    entries: list[Entry | SideBySide] = []
    for goal in definition.goals:
        if goal.level is not level or goal.id in replaced:
            continue
        later = _entry(goal, definition)
        earlier = by_id.get(goal.replaces or "")
        entries.append(SideBySide(_entry(earlier, definition), later) if earlier else later)
    return tuple(entries)


def _entry(goal: AnyIndicator, definition: Definition) -> Entry:
    under = [*indicator_sentences(goal, definition)]
    if goal.valid.first or goal.valid.last:
        period = period_words(goal.valid.first, goal.valid.last)
        under.insert(0, _("Gäller {period}.").format(period=period))
    if goal.definition:
        under.append(goal.definition)
    if goal.measured_when:
        under.append(_("Mäts: {when}").format(when=goal.measured_when))
    return Entry(f"{goal.text.rstrip('.')}.", tuple(under), goal.id)
