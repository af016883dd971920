"""How forms are drawn: our own fields, with help and fault beside each."""

from typing import Any

from django.forms.renderers import TemplatesSetting
from django.http import HttpRequest

WIDGETS = "django/forms/widgets/"
UNSTYLED = frozenset({"hidden.html", "multiple_hidden.html"})
CHOICES = frozenset({"checkbox", "radio"})


class HouseForms(TemplatesSetting):
    """Gives every widget its class.

    Days are written as 2026-05-31 by everybody: a browser's own field shows them in the order of
    its own language, and loses what it does not understand.
    """

    form_template_name = "components/form.html"
    field_template_name = "components/field.html"

    def render(
        self, template_name: str, context: dict[str, Any], request: HttpRequest | None = None
    ) -> str:
        if template_name.startswith(WIDGETS):
            _dress(template_name.removeprefix(WIDGETS), context["widget"])
        return super().render(template_name, context, request)


def _dress(name: str, widget: dict[str, Any]) -> None:
    if name in UNSTYLED:
        return
    if name == "date.html":
        widget["type"] = "text"
        widget["attrs"] = {"inputmode": "numeric", "autocomplete": "off", **widget["attrs"]}
    _with_class(widget)
    for _group, options, _index in widget.get("optgroups", ()):
        for option in options:
            if option["type"] in CHOICES:
                _with_class(option)


def _with_class(widget: dict[str, Any]) -> None:
    attributes = widget["attrs"]
    attributes["class"] = f"{attributes.get('class', '')} ds-input".strip()
