"""Everything that is asked of a definition as a whole."""

from collections.abc import Iterator

from stegvis.core.values.language import gettext as _
from stegvis.programmes.policies.examples import check_examples
from stegvis.programmes.policies.goal_doubts import goal_doubts
from stegvis.programmes.policies.goals import check_goal, goal_scope
from stegvis.programmes.policies.plan_doubts import plan_doubts
from stegvis.programmes.policies.references import check_references, indicators
from stegvis.programmes.values.definition import Definition
from stegvis.programmes.values.findings import Finding


def check_definition(definition: Definition) -> list[Finding]:
    """What is wrong: with any of it the definition is refused."""
    return [*check_references(definition), *_check_goals(definition)]


def _check_goals(definition: Definition) -> Iterator[Finding]:
    for key, index, row in indicators(definition):
        scope = goal_scope(row, definition, (key, index))
        if key == "goals" and row.level is None:
            what = _("Målet säger inte på vilken nivå det hör hemma.")
            yield scope.at("level").finding(what, "", "overall, effect, programme")
        wrong = list(check_goal(row, scope))
        yield from wrong or check_examples(row, scope)


def warnings(definition: Definition) -> list[Finding]:
    """What practice may decide, but somebody should know."""
    found = list(plan_doubts(definition))
    for key, index, row in indicators(definition):
        found += goal_doubts(row, definition, key, index)
    if not definition.goals:
        found.append(Finding(("goals",), _("Insatsen har inga mål.")))
    return found
