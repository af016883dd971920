"""Every address of the product and who may enter it, as a document."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

from stegvis.config.without_database import set_up
from stegvis.core.values.language import gettext as _
from stegvis.core.values.viewers import Allow, MayAnywhere, PageDeclaration
from stegvis.organisations.values.roles import ROLES

PARAMETER = re.compile(r"\(\?P(<\w+>)[^)]*\)")


@dataclass(frozen=True)
class Address:
    """`declared` is None for a view that says nothing: there must be none."""

    route: str
    name: str
    view: Callable[..., Any]
    declared: PageDeclaration | None


def addresses() -> list[Address]:
    return list(_walk(get_resolver().url_patterns, "/"))


def permission_list() -> str:
    """Of a trial: there, the gallery of components is mounted too."""
    set_up()
    head = [
        "# " + _("Vem som får öppna vad"),
        "",
        _("Varje adress i Stegvis. Vad som syns på sidan avgörs sedan av vem som tittar."),
        "",
        "| "
        + " | ".join((_("adress"), _("för vem"), _("sätt"), _("varför GET får skriva")))
        + " |",
        "|---|---|---|---|",
    ]
    rows = sorted({_row(one.route, one.declared) for one in addresses() if one.declared})
    return "\n".join([*head, *rows, ""])


def _row(route: str, declared: PageDeclaration) -> str:
    cells = (
        f"`{PARAMETER.sub(lambda found: found[1], route)}`",
        who(declared.allow),
        ", ".join(declared.methods),
        _(declared.writes_on_get) if declared.writes_on_get else "",
    )
    return "| " + " | ".join(cells) + " |"


def who(allow: Allow) -> str:
    if isinstance(allow, MayAnywhere):
        roles = [_(role.name) for role in ROLES if allow.permission in role.permissions]
        return ", ".join(roles) or _("Ingen roll.")
    return (allow.__doc__ or "").strip().split("\n")[0]


def _walk(patterns: list[URLPattern | URLResolver], before: str) -> Iterator[Address]:
    for pattern in patterns:
        route = before + str(pattern.pattern).removeprefix("^").removesuffix("$")
        if isinstance(pattern, URLResolver):
            yield from _walk(pattern.url_patterns, route)
        else:
            view = pattern.callback
            yield Address(route, pattern.name or "", view, getattr(view, "page", None))
