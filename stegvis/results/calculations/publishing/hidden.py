"""What stands where a number may not."""

from stegvis.core.values.language import gettext as _
from stegvis.results.values.figures import Cell


def why_hidden() -> str:
    """One sentence for every hidden number: what it was hidden for would tell what it is."""
    return _("Uppgiften visas inte, för att ingen ska kunna kännas igen.")


def hidden_cell() -> Cell:
    return Cell(None, hidden=why_hidden())
