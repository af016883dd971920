"""Components for lists: tables, and how they are paged, sorted and filtered in the address."""

from collections.abc import Iterable
from typing import Any
from uuid import uuid4

from django.forms import BaseForm
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from stegvis.web.shell.listing import Listing
from stegvis.web.templatetags.registry import register

Values = dict[str, Any]


@register.simple_block_tag
def table(
    content: SafeString, *, caption: str, hide_caption: bool = False, dense: bool = False
) -> SafeString:
    """A table in a frame that scrolls when the screen is narrow; the block is its rows.

    Write numbers in cells with class="number".
    """
    values = {
        "content": content,
        "caption": caption,
        "hide_caption": hide_caption,
        "dense": dense,
        "caption_id": f"table-{uuid4().hex[:8]}",
    }
    return render_to_string("components/table.html", values)


@register.inclusion_tag("components/plain_table.html")
def plain_table(
    *,
    caption: str,
    headings: Iterable[str],
    rows: Iterable[Iterable[object]],
    numbers: bool = True,
    hide_caption: bool = False,
) -> Values:
    """Words in rows: the first cell of each names it, the others are numbers unless said."""
    return {
        "caption": caption,
        "headings": headings,
        "rows": [list(row) for row in rows],
        "numbers": numbers,
        "hide_caption": hide_caption,
    }


@register.inclusion_tag("components/paging.html")
def paging(*, listing: Listing[Any], target: str = "") -> Values:
    """Pages in the address; `target` (such as #rows) is what htmx replaces."""
    return {"listing": listing, "target": target}


@register.inclusion_tag("components/sort_header.html")
def sort_header(
    *, listing: Listing[Any], key: str, text: str, number: bool = False, target: str = ""
) -> Values:
    return {
        "text": text,
        "number": number,
        "target": target,
        "order": listing.order_of(key),
        "href": listing.sorted_by(key),
    }


@register.inclusion_tag("components/filter_form.html")
def filter_form(*, listing: Listing[Any], form: BaseForm, target: str = "") -> Values:
    """Filters as an ordinary form whose answer is a new address; the sort is kept."""
    return {"listing": listing, "form": form, "target": target}
