"""What the figures say under a heading: drawn once, for everybody who opens the same report."""

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from stegvis.core.calculations.remembering import Remembered
from stegvis.core.values.language import current_language
from stegvis.web.reports.blocks import Shown

register = template.Library()

MOST_REMEMBERED = 400
"""Headings of some 10 kB that a process remembers: those of some thirty reports."""

drawn: Remembered[SafeString] = Remembered(MOST_REMEMBERED)


@register.simple_tag
def live_blocks(*, shown: Shown) -> SafeString:
    """Never of what people wrote: only of figures, whose blocks say all that is drawn."""
    name = (shown, current_language())
    return drawn.get(name, lambda: render_to_string("reports/blocks.html", {"shown": shown}))
