"""Goals that are shares, beside their targets."""

from stegvis.core.values.language import gettext as _
from stegvis.reports.calculations.subject import Goal, Subject
from stegvis.reports.calculations.wording.outcomes import counted
from stegvis.reports.calculations.wording.scales import Scale, exact_percent, scale_of
from stegvis.reports.calculations.wording.verdicts import verdict_word
from stegvis.reports.calculations.wording.vocabulary import Vocabulary
from stegvis.reports.values.charts import Bar, BarChart
from stegvis.reports.values.document import ChartBlock

WHOLE = 1.0


def goals_chart(subject: Subject) -> ChartBlock | None:
    """Bars with target and interval; the goal table beside it has the goals in other units too."""
    shown = [
        (goal, one.words)
        for one in subject.with_parts()
        for goal in one.goals()
        if _can_be_drawn(goal, one.words)
    ]
    if not shown:
        return None
    chart = BarChart(
        title=_("Målen och hur långt ni har kommit"),
        description=_description(shown),
        bars=tuple(_bar(goal, words) for goal, words in shown),
        highest=WHOLE,
        as_percent=True,
    )
    return ChartBlock(chart)


def _can_be_drawn(goal: Goal, words: Vocabulary) -> bool:
    figure = goal.figure
    is_share = scale_of(figure, words) is Scale.SHARE
    return is_share and figure.value is not None and not figure.hidden


def _bar(goal: Goal, words: Vocabulary) -> Bar:
    figure = goal.figure
    return Bar(
        label=goal.indicator.text,
        value=figure.value or 0,
        shown=counted(figure, words),
        low=figure.interval.low if figure.interval else None,
        high=figure.interval.high if figure.interval else None,
        target=figure.target.value if figure.target else None,
    )


def _description(shown: list[tuple[Goal, Vocabulary]]) -> str:
    said = [_said(goal, words) for goal, words in shown]
    return " ".join([_("Staplar med utfall och måltal."), *said])


def _said(goal: Goal, words: Vocabulary) -> str:
    figure = goal.figure
    found = f"{goal.indicator.text.rstrip('.')}: {counted(figure, words)}"
    if figure.target is None:
        return f"{found}."
    return _("{found}, måltal {target}, {verdict}.").format(
        found=found, target=exact_percent(figure.target.value), verdict=verdict_word(figure.verdict)
    )
