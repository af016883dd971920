"""What a column can be said to mean, and a mapping after somebody has said it."""

import pytest

from stegvis.results.calculations.reading.choices import choices_of
from stegvis.results.calculations.reading.meanings import guessed
from stegvis.results.calculations.reading.proposals import propose_mapping
from stegvis.results.calculations.reading.readings import (
    doubled,
    occasions_in,
    readings_of,
    reread,
)
from stegvis.results.calculations.reading.remembered import looked_through
from stegvis.results.values.mapping import AGE, SERIAL, UNREAD
from tests.import_examples import definition, sheet

WHOLE = {
    "Nr": "1",
    "Kön": "Kvinna",
    "Ålder": "24",
    "Start": "2022-02-01",
    "Utskriven": "2023-01-31",
    "Avslutad till": "Jobb",
    "Försörjning före": "AE",
    "Sysselsättning efter": "Studerar",
    "Försörjning efter 6 mån": "AE",
    "Samtycke": "ja",
    "Handlingsplan": "2022-03-01",
    "Praktik start": "2022-04-01",
    "Praktik slut": "2022-05-01",
    "Skalan 1 datum": "2022-03-01",
    "Skalan 1 hälsa": "3",
    "Skalan 2 datum": "2022-06-01",
    "Skalan 2 hälsa": "4",
    "Skalan slut hälsa": "5",
    "Måttet start ork": "2",
    "Bruten isolering": "ja",
    "Bruten isolering datum": "2022-09-01",
    "Verkstan": "2022-03-01",
    "Okänd": "x",
}


def written(columns):
    return sheet("Blad1", tuple(columns), tuple(columns.values()))


def proposed(columns):
    return propose_mapping(written(columns), definition()).mapping


def changed(columns, **said):
    """The mapping, and why not, when these columns are said to be something else."""
    mapping = proposed(columns)
    now = dict.fromkeys(columns, UNREAD) | readings_of(mapping)
    return reread(mapping, now | said, choices_of(definition()))


def rules(mapping):
    return [(one.table, one.take, one.constants) for one in mapping.rows]


def test_every_reading_of_a_proposal_can_be_chosen():
    readings = readings_of(proposed(WHOLE))

    assert set(WHOLE) - set(readings) == {"Okänd"}
    assert set(readings.values()) - set(choices_of(definition())) == set()


def test_a_mapping_stays_the_same_when_its_own_readings_are_chosen():
    mapping = proposed(WHOLE)

    again, why = reread(mapping, readings_of(mapping), choices_of(definition()))

    assert (again, why) == (mapping, {})


def test_choices_stand_by_table_and_say_what_they_mean():
    choices = choices_of(definition())

    tables = [one.table for one in choices.values()]
    assert list(dict.fromkeys(tables)) == sorted(set(tables), key=tables.index)
    assert choices["exits.exited_on"].label == "Avslut: Avslutad"
    assert choices["situations.income/start"].label == (
        "Försörjning och sysselsättning: Försörjning, Vid start"
    )
    assert choices["measurements.score/skala/halsa/1"].label == "Skalan, mätning 1: Hälsa"
    assert len({one.label for one in choices.values()}) == len(choices)


def test_choices_are_of_the_programme():
    without = choices_of(definition(instruments=[], steps=[]))

    assert [code for code in without if code.startswith(("measurements", "steps"))] == []


def test_more_occasions_are_offered_where_the_sheet_has_more():
    days = {f"Skalan {one} datum": f"2022-0{one}-01" for one in range(1, 4)}
    scores = {f"Skalan {one} hälsa": "3" for one in range(1, 4)}
    mapping = proposed({"Start": "2022-01-01"} | days | scores)

    assert readings_of(mapping)["Skalan 3 hälsa"] == "measurements.score/skala/halsa/3"
    assert (occasions_in(mapping), occasions_in(proposed({"Start": "2022-01-01"}))) == (3, 2)


@pytest.mark.parametrize("code", choices_of(definition(), occasions=1))
def test_every_choice_makes_a_mapping_that_reads_the_column(code):
    """With the days that it may need beside it."""
    beside = {"In": "enrolments.enrolled_on", "Ut": "exits.exited_on"}
    table, *names = code.split("/")
    if code.startswith("measurements.score") and code[-1].isdecimal():
        beside["Dag"] = f"measurements.measured_on/{names[0]}/{names[-1]}"
    if code.startswith("measurements.measured_on"):
        beside["Värde"] = f"measurements.score/{names[0]}/{item_of(names[0])}/{names[-1]}"
    needs = {"steps.ended_on": "steps.started_on", "placements.ended_on": "placements.started_on"}
    needs |= {"assessments.fulfilled": "assessments.assessed_on"}
    if table in needs:
        beside["Behövs"] = "/".join((needs[table], *names))
    said = {one: what for one, what in beside.items() if what != code} | {"X": code}
    unread = proposed({"Okänd": "x"})

    mapping, why = reread(unread, said, choices_of(definition()))

    assert (readings_of(mapping).get("X"), why) == (code, {})


def item_of(instrument):
    return {"skala": "halsa", "matt": "ork"}[instrument]


def test_a_column_that_nobody_guessed_is_read():
    columns = {"Start": "2022-02-01", "Sista dagen hos oss": "2023-01-31", "Avslutad till": "Jobb"}
    assert guessed("Sista dagen hos oss", definition()) is None

    mapping, why = changed(columns, **{"Sista dagen hos oss": "exits.exited_on"})

    left = "Sista dagen hos oss"
    assert (rules(mapping)[1:], mapping.unread, why) == (
        [
            ("exits", {"exited_on": left}, {}),
            (
                "destinations",
                {"destination": "Avslutad till", "known_on": left},
                {"moment": "exit"},
            ),
        ],
        (),
        {},
    )


def test_a_column_is_moved_and_its_words_with_the_old_meaning_are_gone():
    columns = {"Start": "2022-02-01", "Slut": "2023-01-31", "Orsak": "Flyttat", "Kön": "Kvinna"}

    mapping, why = changed(columns, Orsak="destinations.destination/exit")

    assert (rules(mapping)[-1][0], list(mapping.words), why) == ("destinations", ["Kön"], {})


def test_a_column_is_left_unread():
    mapping, why = changed({"Start": "2022-02-01", "Kön": "Kvinna"}, Kön=UNREAD)

    assert (rules(mapping), mapping.words, mapping.unread, why) == (
        [("enrolments", {"enrolled_on": "Start"}, {})],
        {},
        ("Kön",),
        {},
    )


def test_serial_number_and_age_are_chosen():
    columns = {"Start": "2022-02-01", "Vem": "7", "Hur gammal": "24"}

    mapping, _why = changed(columns, **{"Vem": SERIAL, "Hur gammal": AGE})

    assert (mapping.key, mapping.age_at_enrolment, mapping.unread) == ("Vem", "Hur gammal", ())


def test_a_choice_that_needs_another_column_says_so():
    mapping, why = changed(
        {"Start": "2022-02-01", "Mående": "3"}, Mående="measurements.score/skala/halsa/1"
    )

    assert why == {"Mående": "hör ihop med Mätt, som inte finns i bladet"}
    assert mapping.unread == ("Mående",)


def test_columns_of_the_same_meaning_name_each_other():
    said = {"A": "exits.exited_on", "B": "exits.exited_on", "C": UNREAD, "D": UNREAD}
    said |= {"E": AGE, "F": "persons.birth_year"}

    assert doubled(said) == {
        "A": "Betyder samma sak som B. Läs bara en av dem.",
        "B": "Betyder samma sak som A. Läs bara en av dem.",
        "E": "Betyder samma sak som F. Läs bara en av dem.",
        "F": "Betyder samma sak som E. Läs bara en av dem.",
    }


def test_words_of_a_newly_read_column_are_doubtful():
    columns = {"Start": "2022-02-01", "Grupp": "Xyzzy", "Kön": "Kvinna"}
    mapping, _why = changed(columns, Grupp="persons.education")

    again = looked_through(written(columns), mapping, definition())

    assert again.word_doubts == {("Grupp", "Xyzzy"): "fyll i"}
    assert again.mapping.words == {"Kön": {"Kvinna": "woman"}, "Grupp": {"Xyzzy": ""}}


def test_dates_of_a_newly_read_column_are_doubtful():
    columns = {"Start": "2022-02-01", "Klar hos oss": "230131"}
    mapping, _why = changed(columns, **{"Klar hos oss": "exits.exited_on"})

    again = looked_through(written(columns), mapping, definition())

    assert again.doubts == {"Klar hos oss": "datum läses som ÅÅMMDD"}
    assert again.mapping.date_formats == ("%y%m%d",)


def test_nothing_is_doubtful_of_a_mapping_that_says_everything():
    mapping = proposed(WHOLE)

    again = looked_through(written(WHOLE), mapping, definition())

    assert (again.mapping, again.doubts, again.word_doubts) == (mapping, {}, {})


def test_free_text_is_not_carried_into_the_words():
    story = "Personen ville helst av allt börja på en utbildning i en annan del av landet"
    columns = {"Start": "2022-02-01", "Anteckning": story}
    mapping, _why = changed(columns, Anteckning="persons.education")

    assert looked_through(written(columns), mapping, definition()).mapping.words == {}


def test_personal_columns_are_told_apart():
    columns = {"Start": "2022-02-01", "Namn": "Alva Exempel", "Personnummer": "19900118-9811"}
    proposal = propose_mapping(written(columns), definition())

    again = looked_through(written(columns), proposal.mapping, definition())

    assert proposal.personal == again.personal == ("Namn", "Personnummer")
    assert again.unread == proposal.unread
    assert again.personal_number == "Personnummer"
