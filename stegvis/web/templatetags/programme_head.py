"""The tabs of a programme, for whoever is looking."""

from typing import Any

from django import template

from stegvis.web.programmes.presenters import ProgrammeHead
from stegvis.web.shell.links import Link

register = template.Library()


@register.simple_tag(takes_context=True)
def programme_tabs(context: dict[str, Any], head: ProgrammeHead) -> list[Link]:
    return head.tabs_for(context["viewer"])
