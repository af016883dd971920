"""The columns of the workbook of figures."""

from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import gettext_noop as N_
from stegvis.reports.values.sheets import Column, Shape

_Columns = tuple[tuple[str, Shape, int], ...]

_WHO: _Columns = (
    (N_("Insats"), Shape.TEXT, 22),
    (N_("Beteckning"), Shape.TEXT, 24),
    (N_("Siffra"), Shape.LONG_TEXT, 40),
)
_OUTCOME: _Columns = (
    (N_("Värde"), Shape.VALUE, 13),
    (N_("Täljare"), Shape.WHOLE, 10),
    (N_("Nämnare"), Shape.WHOLE, 10),
)
_INTERVAL: _Columns = (
    (N_("Intervall, lägst"), Shape.VALUE, 13),
    (N_("Intervall, högst"), Shape.VALUE, 13),
)
_BASE: _Columns = (
    (N_("Räknat på"), Shape.LONG_TEXT, 30),
    (N_("Definitionens version"), Shape.TEXT, 12),
)
_HIDDEN: _Columns = ((N_("Dolt"), Shape.TEXT, 8),)

GOALS: _Columns = (
    (N_("Insats"), Shape.TEXT, 22),
    (N_("Beteckning"), Shape.TEXT, 24),
    (N_("Mål"), Shape.LONG_TEXT, 46),
    (N_("Nivå"), Shape.TEXT, 18),
    *_OUTCOME,
    (N_("Krav"), Shape.TEXT, 9),
    (N_("Mål, värde"), Shape.VALUE, 12),
    (N_("Saknas till målet"), Shape.WHOLE, 12),
    (N_("Omdöme"), Shape.TEXT, 20),
    (N_("Gällde från"), Shape.DAY, 12),
    (N_("Gällde till och med"), Shape.DAY, 12),
    *_BASE,
    *_HIDDEN,
)
FIGURES: _Columns = (
    *_WHO,
    (N_("Typ"), Shape.TEXT, 20),
    (N_("Enhet"), Shape.TEXT, 16),
    *_OUTCOME,
    (N_("Uppgift saknas"), Shape.WHOLE, 10),
    (N_("Inte medräknade"), Shape.LONG_TEXT, 26),
    (N_("Ännu inte dags"), Shape.WHOLE, 10),
    (N_("Daterade senare"), Shape.WHOLE, 10),
    (N_("Lägst möjliga"), Shape.VALUE, 13),
    (N_("Högst möjliga"), Shape.VALUE, 13),
    *_INTERVAL,
    (N_("Intervall, metod"), Shape.TEXT, 14),
    (N_("Sista dag som räknas"), Shape.DAY, 12),
    *_BASE,
    (N_("Metod"), Shape.LONG_TEXT, 24),
    (N_("Anmärkningar"), Shape.LONG_TEXT, 40),
    *_HIDDEN,
)
GROUPS: _Columns = (
    *_WHO,
    (N_("Indelning"), Shape.TEXT, 18),
    (N_("Grupp"), Shape.TEXT, 24),
    *_OUTCOME,
    (N_("Uppgift saknas"), Shape.WHOLE, 10),
    (N_("Inte medräknade"), Shape.LONG_TEXT, 26),
    *_INTERVAL,
    *_HIDDEN,
)
CURVES: _Columns = (
    *_WHO,
    (N_("Kurva"), Shape.TEXT, 16),
    (N_("Dag"), Shape.DAY, 12),
    (N_("Dagar från start"), Shape.WHOLE, 10),
    (N_("Punkt"), Shape.TEXT, 16),
    (N_("Värde"), Shape.VALUE, 13),
    (N_("Antal som följs"), Shape.WHOLE, 10),
    *_INTERVAL,
)
DEFINITIONS: _Columns = (
    *_WHO,
    (N_("Så räknas den"), Shape.LONG_TEXT, 60),
    (N_("Enhet"), Shape.TEXT, 16),
    *_BASE,
    (N_("Inte medräknade"), Shape.LONG_TEXT, 40),
    (N_("Ersatte"), Shape.TEXT, 20),
    (N_("Källa"), Shape.TEXT, 16),
)


def columns(wanted: _Columns) -> tuple[Column, ...]:
    return tuple(Column(_(title), shape, width) for title, shape, width in wanted)
