"""Components that a person acts with: buttons and what a form says of itself."""

from typing import Any
from uuid import uuid4

from django.forms import BaseForm

from stegvis.web.templatetags.registry import register

Values = dict[str, Any]


@register.inclusion_tag("components/button.html")
def button(
    *, text: str, kind: str = "primary", name: str = "", value: str = "", refusal: object = ""
) -> Values:
    """A button that sends its form; with a refusal it is disabled and says why.

    `kind`: primary, secondary, tertiary or danger.
    """
    return {
        "text": text,
        "kind": kind,
        "name": name,
        "value": value,
        "refusal": str(refusal or ""),
        "reason_id": f"why-{uuid4().hex[:8]}",
    }


@register.inclusion_tag("components/link_button.html")
def link_button(
    *, text: str, href: str, kind: str = "secondary", refusal: object = "", download: bool = False
) -> Values:
    """A link to another page that looks like a button; refused like one."""
    return {
        "text": text,
        "href": href,
        "kind": kind,
        "refusal": str(refusal or ""),
        "download": download,
        "reason_id": f"why-{uuid4().hex[:8]}",
    }


@register.inclusion_tag("components/error_summary.html")
def error_summary(*, form: BaseForm) -> Values:
    """What is wrong in a form, each with a link to its field. `{{ form }}` has it already."""
    fields = [(bound, list(bound.errors)) for bound in form.visible_fields() if bound.errors]
    return {"form": form, "fields": fields, "whole": list(form.non_field_errors())}


@register.inclusion_tag("components/fault_list.html")
def fault_list(*, title: str, faults: list[object]) -> Values:
    """Faults that belong to no field, such as those of a file: a sentence each."""
    return {"title": title, "faults": [str(fault) for fault in faults]}


@register.inclusion_tag("components/field_group.html")
def field_group(*, form: BaseForm, names: str) -> Values:
    """Some fields of a form, by name with spaces between, side by side where there is room."""
    return {"fields": [form[name] for name in names.split()]}
