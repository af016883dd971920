"""Components for numbers: a figure that is a door, and a chart with its text and table."""

from collections.abc import Iterable
from typing import Any

from django.utils.safestring import mark_safe

from stegvis.web.templatetags.registry import register

Values = dict[str, Any]


@register.inclusion_tag("components/figure_number.html")
def figure_number(
    *, label: str, shown: str, base: str = "", href: str = "", note: str = "", kind: str = ""
) -> Values:
    """A number with what it is counted from, "48 %" and "75 av 156"; opens its page.

    `kind` (success, warning, danger) marks its edge; the words in `note` must say the same.
    """
    return {
        "label": label,
        "shown": shown,
        "base": base,
        "href": href,
        "note": note,
        "kind": kind,
    }


@register.inclusion_tag("components/chart.html")
def chart(
    *,
    drawn: str,
    title: str,
    text: str = "",
    headings: Iterable[str] = (),
    rows: Iterable[Iterable[object]] = (),
) -> Values:
    """`drawn` is SVG of our own (stegvis.reports.calculations.charts.draw), never a user's."""
    return {
        "drawn": mark_safe(drawn),  # noqa: S308 - every word in it was escaped when it was drawn
        "title": title,
        "text": text,
        "headings": list(headings),
        "rows": [list(row) for row in rows],
    }
