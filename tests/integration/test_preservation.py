"""What is kept when a programme is closed: whole, with digests, on the decision of two."""

import csv
import hashlib
import io
import json
import zipfile
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from stegvis.core.actions import row_security
from stegvis.core.models import AccessEntry, StoredFile
from stegvis.core.values.refusals import Refused
from stegvis.organisations.models import User
from stegvis.organisations.values.two_steps import Outcome
from stegvis.participants.models import Attachment
from stegvis.programmes.queries.definitions import decided
from stegvis.reports.actions import preservation
from stegvis.reports.actions.preservation import decide_preservation, prepare_preservation
from tests.cast import decided_programme, sign_in
from tests.desk import desk
from tests.integration.test_recorded_facts import made, record_people
from tests.people import viewer
from tests.retained import administrator

__all__ = ["desk"]

pytestmark = pytest.mark.django_db
CANARY = "Kanariefågel"  # the name of everybody who is recorded


def attached(person, owner, content, **fields):
    with row_security.unscoped(reason="a test"):
        file = StoredFile.objects.create(
            name="bilaga.txt", media_type="text/plain", size=1, content=content
        )
        return Attachment.objects.create(
            person=person, owner=owner, file=file, title="Intyg", added_by=person.pk, **fields
        )


@pytest.fixture
def stage(desk):
    record_people(desk)
    hidden = desk.new_person("Ej", "Synlig", protection="marked")
    for one in (desk.person, hidden):
        desk.enrol(one)
    made(desk)
    attached(desk.person, desk.agency, b"Intyget")
    attached(desk.person, desk.agency, b"Slutet", about="closed")
    attached(hidden, desk.agency, b"Skyddat")
    desk.one, desk.two = (viewer(administrator(desk.cast.here, name)) for name in ("ada", "bea"))
    return desk


def approved(stage):
    prepare_preservation(stage.programme, why="Slut", viewer=stage.one)
    decide_preservation(stage.programme, outcome=Outcome.APPROVED, viewer=stage.two)


def exported(stage, folder):
    approved(stage)
    call_command(
        "export_preservation", stage.cast.here.name, stage.programme.slug, "--to", str(folder)
    )
    (place,) = folder.glob("*.zip")
    with zipfile.ZipFile(place) as archive:
        return place, {name: archive.read(name) for name in archive.namelist()}


def test_every_file_stands_in_the_manifest_with_its_digest(stage, tmp_path, capsys):
    place, files = exported(stage, tmp_path)
    manifest = json.loads(files["manifest.json"])

    told = {one["path"]: (one["size"], one["sha256"]) for one in manifest["files"]}
    assert told == {
        name: (len(content), hashlib.sha256(content).hexdigest())
        for name, content in files.items()
        if name != "manifest.json"
    }
    assert place.stat().st_mode & 0o777 == 0o600
    assert "om 6 personer" in capsys.readouterr().out


def test_coded_rows_are_the_same_as_csv_and_json(stage, tmp_path):
    _place, files = exported(stage, tmp_path)

    rows = json.loads(files["uppgifter/enrolments.json"])
    read = list(csv.DictReader(io.StringIO(files["uppgifter/enrolments.csv"].decode())))
    assert len(rows) == 5
    assert read == [{name: value or "" for name, value in row.items()} for row in rows]
    assert {row["enrolled_on"][:4] for row in rows} == {"2023"}


def test_names_and_what_is_protected_are_left_out(stage, tmp_path):
    _place, files = exported(stage, tmp_path)

    told = b"\n".join(files.values())
    secrets = (CANARY, "Slutet", "Skyddat", "Synlig")
    assert [one for one in secrets if one.encode() in told] == []
    assert b"Intyget" in told
    assert "2 filer om personer med skyddad identitet" in files["LÄSMIG.txt"].decode()


def test_each_person_has_a_line_in_the_log(stage, tmp_path):
    exported(stage, tmp_path)

    rows = AccessEntry.objects.filter(action="EXPORT", ground="preservation")
    assert rows.count() == 6
    assert {one.user for one in rows} == {stage.two.user}


def test_nothing_is_written_without_a_decision(stage, tmp_path):
    prepare_preservation(stage.programme, why="Slut", viewer=stage.one)

    with pytest.raises(CommandError, match="Ingen har beslutat"):
        call_command(
            "export_preservation", stage.cast.here.name, stage.programme.slug, "--to", str(tmp_path)
        )
    assert list(tmp_path.iterdir()) == []


def test_who_asks_does_not_decide(stage):
    prepare_preservation(stage.programme, why="Slut", viewer=stage.one)

    with pytest.raises(Refused, match="avgör det inte"):
        decide_preservation(stage.programme, outcome=Outcome.APPROVED, viewer=stage.one)


def test_a_programme_that_goes_on_is_not_preserved(stage):
    last = decided(stage.programme).definition.last_day

    with pytest.raises(Refused, match="Insatsen pågår"):
        preservation.check_has_closed(stage.programme, last)
    assert preservation.check_has_closed(stage.programme, last + timedelta(days=1)) is None


def test_two_people_decide_on_screen(stage, client):
    users = [User.objects.get(pk=one.user) for one in (stage.one, stage.two)]
    where = reverse("preserve", args=[stage.programme.pk])
    sign_in(client, users[0]).post(where, {"do": "ask", "why": "Insatsen är slut."})

    told = client.get(where).content.decode()
    sign_in(client, users[1]).post(where, {"do": "APPROVED"})

    assert "Den som har förberett ett ärende avgör det inte." in told
    assert "Godkänt" in client.get(reverse("preservation")).content.decode()


def test_the_list_asks_the_same_of_two_and_four(stage, client):
    sign_in(client, User.objects.get(pk=stage.one.user))
    asked(client)
    of_two = asked(client)
    for slug in ("hikikomori", "impuls"):
        decided_programme(stage.cast.here, slug)

    assert asked(client) == of_two


def asked(client):
    with CaptureQueriesContext(connection) as found:
        client.get(reverse("preservation"))
    return len(found)
