"""One figure as a page: what it is, what it is counted from, how sure it is, how it was before."""

from dataclasses import dataclass

from stegvis.core.values.language import gettext as _
from stegvis.programmes.calculations.sentences import indicator_sentences
from stegvis.reports.calculations.assembly.front import preliminary_words
from stegvis.reports.calculations.assembly.goal_blocks import version_note
from stegvis.reports.calculations.figure_words import LEVELS
from stegvis.reports.calculations.subject import Goal, Subject
from stegvis.reports.calculations.wording.amounts import capital
from stegvis.reports.calculations.wording.outcomes import by_gender
from stegvis.results.values.figures import Figure
from stegvis.web.shell.links import Link
from stegvis.web.standing.addresses import Addresses
from stegvis.web.standing.presenters.blocks import Drawn, Tabled
from stegvis.web.standing.presenters.facts import Fact, facts_of
from stegvis.web.standing.presenters.goals import said_of, shown, target_of
from stegvis.web.standing.presenters.groups import earlier_table, tables_of
from stegvis.web.standing.presenters.pictures import over_time, picture
from stegvis.web.standing.presenters.reasons import reasons
from stegvis.web.standing.presenters.standard import standard_sentence
from stegvis.web.standing.presenters.verdicts import VerdictTag, verdict_tag


@dataclass(frozen=True)
class Found:
    """A figure, and the (sub-)programme whose it is."""

    subject: Subject
    figure: Figure

    @property
    def programme(self) -> str:
        return self.subject.definition.id

    def name_in_a_text(self, whole: str) -> str:
        """As `{{name}}` in a report: a part's figure is called by the part too."""
        own = self.programme == whole
        return self.figure.id if own else f"{self.programme}/{self.figure.id}"


@dataclass(frozen=True)
class PartRow:
    text: str
    value: str
    target: str
    verdict: VerdictTag
    said: str


@dataclass(frozen=True)
class Version:
    """Another version of the same goal."""

    link: Link
    note: str


@dataclass(frozen=True)
class FigurePage:
    id: str
    programme: str
    title: str
    above: str
    value: str
    target: str
    verdict: VerdictTag
    said: str
    genders: str
    reasons: list[str]
    sentences: list[str]
    facts: list[Fact]
    picture: Drawn | None
    groups: list[Tabled]
    parts: list[PartRow]
    earlier: Tabled | None
    over_time: Drawn | None
    note: str
    versions: list[Version]
    json: str
    preliminary: str


def found_figure(subject: Subject, figure_id: str, part: str) -> Found | None:
    """Of the programme itself, or of the part that is named."""
    for one in subject.with_parts():
        figure = one.figure(figure_id)
        if figure is not None and part in {one.definition.id, ""}:
            return Found(one, figure)
    return None


def figure_page(found: Found, earlier: list[Figure], addresses: Addresses) -> FigurePage:
    figure, subject = found.figure, found.subject
    days = [*earlier, figure]
    goal = _goal(found)
    return FigurePage(
        id=figure.id,
        programme=found.programme,
        title=figure.goal.rstrip(".") or figure.id,
        above=_above(found, goal),
        value=shown(figure, subject.words) if figure.value is not None or figure.bounds else "",
        target=target_of(figure, subject.words),
        verdict=verdict_tag(figure.verdict),
        said=said_of(figure, subject.words),
        genders="" if figure.hidden else by_gender(figure, subject.words),
        reasons=reasons(figure, subject),
        sentences=_sentences(found),
        facts=facts_of(figure, subject),
        picture=picture(figure, subject),
        groups=tables_of(figure, subject),
        parts=[_part(part, subject) for part in figure.parts],
        earlier=earlier_table(days, subject) if earlier else None,
        over_time=over_time(days, subject),
        note=version_note(goal, subject) if goal else "",
        versions=_versions(found, addresses),
        json=addresses.figure(figure.id, found.programme, "json/"),
        preliminary=preliminary_words(subject.follow_up.rows_left_out),
    )


def _goal(found: Found) -> Goal | None:
    goals = found.subject.goals()
    return next((goal for goal in goals if goal.figure.id == found.figure.id), None)


def _above(found: Found, goal: Goal | None) -> str:
    """Which kind of goal, and whose where the programme has parts."""
    level = goal.indicator.level if goal else None
    kind = _(LEVELS[level]) if level else (_("mål") if goal else _("siffra"))
    return capital(_("{kind} i {programme}").format(kind=kind, programme=found.subject.name))


def _sentences(found: Found) -> list[str]:
    """What is counted, then the definition's own words."""
    indicator = found.subject.words.indicator(found.figure)
    if indicator is None:
        sentence = standard_sentence(found.figure.id)
        return [sentence] if sentence else []
    counted = indicator_sentences(indicator, found.subject.definition)
    return [one for one in (*counted, indicator.definition, *found.figure.notes) if one]


def _part(part: Figure, subject: Subject) -> PartRow:
    words = subject.words
    return PartRow(
        text=part.goal,
        value=shown(part, words),
        target=target_of(part, words),
        verdict=verdict_tag(part.verdict),
        said=said_of(part, words),
    )


def _versions(found: Found, addresses: Addresses) -> list[Version]:
    """What the goal replaced, and what has replaced it."""
    own, subject = found.figure.id, found.subject
    by_id = {goal.indicator.id: goal for goal in subject.goals()}
    earlier = by_id[own].indicator.replaces if own in by_id else None
    others = [
        goal for other, goal in by_id.items() if other == earlier or goal.indicator.replaces == own
    ]
    return [
        Version(
            Link(
                goal.indicator.text.rstrip("."),
                addresses.figure(goal.indicator.id, found.programme),
            ),
            version_note(goal, subject),
        )
        for goal in others
    ]
