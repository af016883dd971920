"""The example's programmes decided: their definitions, moved to where they are in their time."""

from collections.abc import Callable
from datetime import date

from demo.first_version import first_decided
from demo.people import ELSEWHERE, HERE
from demo.programmes import Staged, When
from demo.years import moved, moved_text, years_until_after, years_until_by
from stegvis.organisations.models import Association, User
from stegvis.programmes.actions.definitions import NewVersion, add_version, create_programme
from stegvis.programmes.files.definition import load_definition, read_definition_text
from stegvis.programmes.files.shipped import shipped
from stegvis.programmes.models import Programme

Told = Callable[[str], str]


def years_of(staged: Staged, today: date) -> int:
    definition = load_definition(shipped(f"{staged.slug}.toml"))
    first, last = definition.first_day, definition.last_day
    if first is None or last is None:
        raise ValueError(staged.slug)
    if staged.when is When.BEGUN:
        return years_until_by(first, today)
    years = years_until_after(last, today)
    return years if staged.when is When.GOING_ON else years - 1


def decide(staged: Staged, years: int, association: Association, *, by: User) -> Programme:
    """The programme with its parts, and the change that was made on its way."""

    def new(slug: str, *, as_told: Told = str, on: date | None = None) -> NewVersion:
        text = as_told(shipped(f"{slug}.toml").read_text(encoding="utf-8"))
        return _version(moved_text(text, years), staged, slug, on)

    def create(slug: str, whole: Programme | None = None, as_told: Told = str) -> Programme:
        version = new(slug, as_told=as_told)
        return create_programme(association=association.pk, new=version, by=by.pk, whole=whole)

    if staged.changed_on is None:
        programme = create(staged.slug)
    else:
        programme = create(staged.slug, as_told=first_decided)
        change = new(staged.slug, on=moved(staged.changed_on, years))
        add_version(programme, new=change, by=by.pk)
    for part in staged.parts:
        create(part, whole=programme)
    return programme


def _version(text: str, staged: Staged, slug: str, on: date | None) -> NewVersion:
    if staged.is_elsewhere:
        text = text.replace(HERE, ELSEWHERE)
    definition = read_definition_text(text, name=f"{slug}.toml").definition
    why = definition.versions[-1].why if definition.versions else ""
    day = on or definition.first_day or date.min
    return NewVersion(text, effective_on=day, why=why, file=f"{slug}.toml")
