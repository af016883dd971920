"""Versions as they are kept: the same definition for ever, and never changed."""

from datetime import date

import pytest

from stegvis.core.values.refusals import Refused
from stegvis.organisations.models import Association
from stegvis.programmes.actions.definitions import NewVersion, add_version, create_programme
from stegvis.programmes.files.definition import read_definition_text
from stegvis.programmes.files.shipped import NOT_PROGRAMMES, shipped_folder
from stegvis.programmes.models import DefinitionVersion
from stegvis.programmes.queries.definitions import decided, version_of
from stegvis.programmes.values.definition import Definition
from tests.definition_samples import HEAD

SHIPPED = sorted(p for p in shipped_folder().glob("*.toml") if p.name not in NOT_PROGRAMMES)
DECIDED = date(2024, 1, 1)
FAR_AHEAD, FARTHER_AHEAD = date(2190, 1, 1), date(2191, 1, 1)


@pytest.fixture
def association(db):
    return Association.objects.create(name="Samordningsförbundet Exempelbygden")


def created(association, text, effective_on=DECIDED):
    new = NewVersion(text, effective_on, "Första beslutet")
    return create_programme(association=association.pk, new=new, by=None)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_a_version_keeps_the_definition_it_was_given(association, path):
    text = path.read_text(encoding="utf-8")
    read = read_definition_text(text, name=path.name).definition
    if read.part_of:
        created(association, path.with_name(f"{read.part_of}.toml").read_text(encoding="utf-8"))

    programme = created(association, text)

    kept = DefinitionVersion.objects.get(programme=programme)
    assert Definition.model_validate(kept.content) == read


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('name = "Nya steg"', f'name = "{"n" * 201}"', "högst 200 tecken"),
        ('id = "nya-steg"', f'id = "{"n" * 81}"', "högst 80 tecken"),
        ('version = "1"', f'version = "{"1" * 61}"', "högst 60 tecken"),
    ],
)
def test_what_there_is_no_room_for_is_refused(association, old, new, expected):
    with pytest.raises(Refused) as caught:
        created(association, HEAD.replace(old, new))

    assert [fault.expected for fault in caught.value.faults] == [expected]


def test_a_character_that_no_database_keeps_is_refused(association):
    with pytest.raises(Refused) as caught:
        created(association, HEAD.replace("Nya steg", "Nya \\u0000 steg"))

    assert [fault.where for fault in caught.value.faults] == ["definition.toml, rad 4, name"]


def test_what_is_only_to_come_is_told_of_already(association):
    programme = created(association, HEAD, FAR_AHEAD)
    later = NewVersion(f"{HEAD}# senare", FARTHER_AHEAD, "Nästa beslut")
    add_version(programme, new=later, by=None)

    assert decided(programme).version.number == 1
    with pytest.raises(DefinitionVersion.DoesNotExist):
        decided(programme, on=DECIDED)


def test_of_two_versions_of_a_day_the_latest_saved_is_in_force(association):
    programme = created(association, HEAD)

    add_version(programme, new=NewVersion(f"{HEAD}# nu", DECIDED, "Rättelse"), by=None)

    assert (decided(programme).version.number, version_of(programme).number) == (2, 2)


def test_the_same_text_again_is_refused(association):
    programme = created(association, HEAD)

    with pytest.raises(Refused) as caught:
        add_version(programme, new=NewVersion(HEAD, DECIDED, "Igen"), by=None)

    assert caught.value.sentence == (
        "Definitionen är likadan som den senaste versionen. Inget sparades."
    )
