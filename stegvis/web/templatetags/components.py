"""Components: small templates whose arguments are declared here, by name."""

from pathlib import Path
from uuid import uuid4

from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from stegvis.web.templatetags import acting, charts, layout, lists, telling
from stegvis.web.templatetags.registry import register

__all__ = ["acting", "charts", "layout", "lists", "register", "telling"]

STYLES = Path(__file__).parents[1] / "static" / "css" / "components"
STYLE_SHEETS = tuple(sorted(sheet.name for sheet in STYLES.glob("*.css")))


@register.simple_tag
def form_key() -> SafeString:
    """A key that lets a form be carried out once, however often it is sent."""
    return format_html('<input type="hidden" name="form_key" value="{}">', uuid4())


@register.simple_tag
def component_styles() -> SafeString:
    """The style sheet of each component."""
    addresses = ((static(f"css/components/{name}"),) for name in STYLE_SHEETS)
    return format_html_join("\n  ", '<link rel="stylesheet" href="{}">', addresses)
