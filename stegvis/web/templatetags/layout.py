"""Components that give a page its shape."""

from collections.abc import Iterable
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from stegvis.web.shell.links import Link
from stegvis.web.templatetags.registry import register

Values = dict[str, Any]


@register.simple_block_tag
def page_head(content: SafeString, *, title: str, lead: str = "", above: str = "") -> SafeString:
    """The page's only h1; what stands in the block are its actions."""
    values = {"title": title, "lead": lead, "above": above, "actions": content.strip()}
    return render_to_string("components/page_head.html", {**values, "content": content})


@register.inclusion_tag("components/breadcrumbs.html")
def breadcrumbs(*, links: Iterable[Link], current: str) -> Values:
    return {"links": links, "current": current}


@register.inclusion_tag("components/section_nav.html")
def section_nav(*, links: Iterable[Link], label: str) -> Values:
    """The parts of one thing, such as a programme's pages."""
    return {"links": links, "label": label}


@register.inclusion_tag("components/definition_list.html")
def definition_list(*, rows: Iterable[tuple[str, object]], compact: bool = False) -> Values:
    return {"rows": rows, "compact": compact}


@register.simple_block_tag
def card(
    content: SafeString, *, title: str = "", href: str = "", level: int = 3, kind: str = ""
) -> SafeString:
    """A framed part; with `href` its title is a link. `kind` tinted sets it off."""
    values = {"content": content, "title": title, "href": href, "level": level, "kind": kind}
    return render_to_string("components/card.html", values)


@register.simple_block_tag
def cards(content: SafeString, *, narrow: bool = False) -> SafeString:
    """Cards or figures side by side where there is room."""
    return render_to_string("components/cards.html", {"content": content, "narrow": narrow})


@register.simple_block_tag
def more(content: SafeString, *, title: str, is_open: bool = False) -> SafeString:
    """Something that is opened by who wants it."""
    values = {"content": content, "title": title, "is_open": is_open}
    return render_to_string("components/more.html", values)


@register.simple_block_tag
def actions(content: SafeString) -> SafeString:
    """Buttons in a row."""
    return render_to_string("components/actions.html", {"content": content})
