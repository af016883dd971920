"""What stands under a table: its base, its last day, and why something is not shown."""

from stegvis.core.values.formatting import day
from stegvis.core.values.language import gettext as _
from stegvis.results.values.figures import Figure


def base_note(figure: Figure) -> str:
    until = day(figure.cut_off)
    said = [_("Till och med {day}.").format(day=until)]
    if figure.population_name:
        sentence = _("Bas: {population}, till och med {day}.")
        said = [sentence.format(population=figure.population_name, day=until)]
    said += figure.notes
    if any(cell.hidden for cells in figure.groups.values() for cell in cells.values()):
        said.append(why_hidden())
    return " ".join(said)


def why_hidden() -> str:
    return _(
        "Ett streck betyder att antalet är för litet för att visas: "
        "en enskild person skulle kunna kännas igen."
    )
