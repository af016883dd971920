"""Components that tell: notices, tags, progress, and pages with nothing on them yet."""

from typing import Any

from django.contrib.messages.storage.base import Message
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from stegvis.web.templatetags.registry import register

Values = dict[str, Any]

KIND_OF_MESSAGE = {"debug": "info", "error": "danger"}
PER_CENT = 100


@register.simple_block_tag
def notice(content: SafeString, *, kind: str = "info", title: str = "") -> SafeString:
    """`kind`: info, success, warning or danger."""
    values = {"content": content, "kind": kind, "title": title}
    return render_to_string("components/notice.html", values)


@register.inclusion_tag("components/message_list.html")
def message_list(*, messages: list[Message] | None = None) -> Values:
    """What happened on the page before this one."""
    told = [
        (KIND_OF_MESSAGE.get(message.level_tag, message.level_tag), str(message))
        for message in messages or ()
    ]
    return {"told": told}


@register.inclusion_tag("components/status_tag.html")
def status_tag(*, text: str, kind: str = "neutral") -> Values:
    """One or two words; `kind`: neutral, info, success, warning or danger adds to them only."""
    return {"text": text, "kind": kind}


@register.inclusion_tag("components/empty_state.html")
def empty_state(
    *, title: str, text: str = "", action_text: str = "", action_href: str = ""
) -> Values:
    """A pleasant page with nothing on it: why, and what to do."""
    return {"title": title, "text": text, "action_text": action_text, "action_href": action_href}


@register.inclusion_tag("components/progress.html")
def progress(
    *, words: str, done: int = 0, total: int = 0, ended: bool = False, href: str = ""
) -> Values:
    """A job on its way. `href` gives this component again; it is asked until the job has ended.

    Without JavaScript the page says that it can be opened again.
    """
    return {
        "words": words,
        "done": done,
        "total": total,
        "percent": PER_CENT * done // total if total else 0,
        "ended": ended,
        "href": href,
    }
