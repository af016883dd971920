"""Everything that is asked of a definition as a whole."""

from stegvis.core.values.language import gettext as _
from stegvis.programmes.values.definition import Definition
from stegvis.programmes.values.findings import Finding


def check_definition(definition: Definition) -> list[Finding]:
    """What is wrong: with any of it the definition is refused."""
    return _repeated_goals(definition)


def warnings(definition: Definition) -> list[Finding]:
    """What practice may decide, but somebody should know."""
    return [] if definition.goals else [Finding(("goals",), _("Insatsen har inga mål."))]


def _repeated_goals(definition: Definition) -> list[Finding]:
    seen: set[str] = set()
    findings = []
    for key, rows in (("goals", definition.goals), ("figures", definition.figures)):
        for index, row in enumerate(rows):
            if row.id in seen:
                what = _("Två mål eller tal har samma id.")
                findings.append(Finding((key, index, "id"), what, row.id))
            seen.add(row.id)
    return findings
