"""A mapping proposed from headings and words, with every doubt told."""

import pytest

from stegvis.results.calculations.reading.proposals import propose_mapping
from stegvis.results.calculations.reading.spreading import spread
from stegvis.results.values.mapping import Mapping, RowRule
from tests.import_examples import definition, sheet


def proposed(**columns):
    rows = list(zip(*columns.values(), strict=True))
    return propose_mapping(sheet("Blad1", tuple(columns), *rows), definition())


def rules(proposal):
    return [(one.table, one.take, one.constants) for one in proposal.mapping.rows]


@pytest.mark.parametrize(
    ("heading", "texts", "table", "column"),
    [
        ("Kön", ["Man"], "persons", "gender"),
        ("Man/kvinna", ["K"], "persons", "gender"),
        ("Född", ["1998"], "persons", "birth_year"),
        ("Hemkommun", ["Annan kommun"], "persons", "municipality"),
        ("Remitterad från", ["AF"], "enrolments", "referral_source"),
        ("Inskriven (datum)", ["2022-02-01"], "enrolments", "enrolled_on"),
    ],
)
def test_usual_heading_is_known(heading, texts, table, column):
    found = propose_mapping(sheet("Blad1", ("Start", heading), ("", texts[0])), definition())

    if column == "enrolled_on":
        found = propose_mapping(sheet("Blad1", (heading,), (texts[0],)), definition())
    assert [rule.take[column] for rule in found.mapping.rows if rule.table == table] == [heading]
    assert found.doubts == {}


def test_exit_takes_its_day_to_what_is_said_of_it():
    proposal = proposed(
        Start=["2022-02-01"], Utskriven=["2023-01-31"], **{"Avslutad till": ["Jobb"]}
    )

    assert rules(proposal) == [
        ("enrolments", {"enrolled_on": "Start"}, {}),
        ("exits", {"exited_on": "Utskriven"}, {}),
        (
            "destinations",
            {"destination": "Avslutad till", "known_on": "Utskriven"},
            {"moment": "exit"},
        ),
    ]


def test_situations_before_and_after():
    proposal = proposed(
        Start=["2022-02-01"],
        Slut=["2023-01-31"],
        **{"Försörjning före": ["AE"], "Sysselsättning efter": ["Studerar"]},
    )

    assert rules(proposal)[2:] == [
        (
            "situations",
            {"income": "Försörjning före", "known_on": "Start"},
            {"moment": "before"},
        ),
        (
            "situations",
            {"occupation": "Sysselsättning efter", "known_on": "Slut"},
            {"moment": "exit"},
        ),
    ]


def test_measurements_share_the_day_of_their_occasion():
    proposal = proposed(
        Start=["2022-02-01"],
        **{
            "Skalan 1 datum": ["2022-03-01"],
            "Skalan 1 hälsa": ["3"],
            "Skalan 2 datum": ["2022-06-01"],
            "Skalan 2 hälsa": ["4"],
        },
    )

    measured = {"instrument": "skala", "item": "halsa"}
    assert rules(proposal)[1:] == [
        (
            "measurements",
            {"measured_on": f"Skalan {number} datum", "score": f"Skalan {number} hälsa"},
            measured,
        )
        for number in (1, 2)
    ]


def test_day_without_a_value_is_not_read():
    proposal = proposed(Start=["2022-02-01"], **{"Skalan 1 datum": ["2022-03-01"]})

    assert proposal.unread == {"Skalan 1 datum": "inget värde hör till dagen"}


def test_score_without_a_day_is_not_read():
    proposal = proposed(Start=["2022-02-01"], **{"Skalan 1 hälsa": ["3"]})

    assert proposal.unread == {"Skalan 1 hälsa": "hör ihop med Mätt, som inte finns i bladet"}


def test_score_at_the_start_takes_the_day_of_enrolment_with_a_doubt():
    proposal = proposed(Start=["2022-02-01"], **{"Skalan start hälsa": ["3"]})

    assert rules(proposal)[1][1] == {"score": "Skalan start hälsa", "measured_on": "Start"}
    assert proposal.doubts == {"Skalan start hälsa": "dagen tas från en annan kolumn"}


def test_consent_that_is_yes_or_no_counts_from_enrolment_with_a_doubt():
    proposal = proposed(Start=["2022-02-01", "2022-03-01"], Samtycke=["ja", "nej"])

    assert proposal.mapping.rows[0] == RowRule(
        table="consents",
        take={"given_on": "Start"},
        constants={"consent_purpose": "statistics"},
        when="Samtycke",
    )
    assert proposal.doubts == {"Samtycke": "ja räknas från inskrivningsdagen"}


def test_plan_that_is_yes_or_no_is_not_read():
    proposal = proposed(Start=["2022-02-01"], Handlingsplan=["ja"])

    assert proposal.unread == {"Handlingsplan": "det mesta som står där är inte datum"}


def test_words_are_known_doubtful_or_left_to_fill():
    proposal = proposed(
        Start=["2022-02-01"] * 4,
        Slut=["2023-01-31"] * 4,
        Avslutsorsak=["Flyttat", "Sjukdomm", "pågår", "Xyzzy"],
    )

    assert proposal.mapping.words == {
        "Avslutsorsak": {
            "Flyttat": "moved",
            "Sjukdomm": "illness",
            "pågår": "-",
            "Xyzzy": "",
        }
    }
    assert proposal.word_doubts == {
        ("Avslutsorsak", "Sjukdomm"): "liknar Sjukdom",
        ("Avslutsorsak", "pågår"): "läses som tom cell",
        ("Avslutsorsak", "Xyzzy"): "fyll i",
    }


def test_word_for_nothing_in_a_day_is_proposed_with_a_doubt():
    proposal = proposed(Start=["2022-02-01", "2022-03-01"], Slut=["2023-01-31", "pågår"])

    assert proposal.mapping.words == {"Slut": {"pågår": "-"}}
    assert proposal.word_doubts == {("Slut", "pågår"): "läses som tom cell"}


def test_word_written_in_two_ways_is_asked_about_once():
    proposal = proposed(
        Start=["2022-02-01"] * 3, Slut=["2023-01-31"] * 3, Avslutsorsak=["Xyzzy", "xyzzy", "Plan"]
    )

    assert proposal.mapping.words["Avslutsorsak"] == {"Plan": "", "Xyzzy": ""}


def test_persons_are_not_carried_into_the_proposal():
    proposal = proposed(
        Namn=["Alva Exempel"],
        Personnummer=["19900118-9811"],
        Start=["2022-02-01"],
        Anteckning=["Alva trivs"],
    )

    assert proposal.unread == {
        "Namn": "ser ut att innehålla namn; den läses inte",
        "Personnummer": "ser ut att innehålla personnummer; den läses inte",
        "Anteckning": "känns inte igen",
    }
    assert proposal.personal_number == "Personnummer"
    assert "Alva" not in str(proposal.mapping)


def test_places_with_two_names_are_no_persons():
    proposal = proposed(
        Start=["2022-02-01"] * 3, Kommun=["Norra Älvnäs", "Södra Älvnäs", "Östra Älvnäs"]
    )

    assert proposal.unread == {}
    assert rules(proposal)[0] == ("persons", {"municipality": "Kommun"}, {})


def test_free_text_is_not_carried_into_the_proposal():
    story = "Personen ville helst av allt börja på en utbildning i en annan del av landet"
    proposal = proposed(Start=["2022-02-01"], Slut=["2023-01-31"], Avslutsorsak=[story])

    assert proposal.unread == {"Avslutsorsak": "innehållet ser ut som fri text"}
    assert proposal.mapping.words == {}


def test_own_date_format_is_proposed_only_when_one_fits():
    assert proposed(Start=["220201", "220315"]).mapping.date_formats == ("%y%m%d",)
    assert proposed(Start=["05/06/2024", "07/08/2024"]).mapping.date_formats == ("%d/%m/%Y",)
    assert proposed(Start=["220201"]).doubts == {"Start": "datum läses som ÅÅMMDD"}
    assert proposed(Start=["2022-02-01"]).mapping.date_formats == ()


def test_similar_heading_is_doubtful():
    proposal = proposed(Startdatun=["2022-02-01"])

    assert rules(proposal) == [("enrolments", {"enrolled_on": "Startdatun"}, {})]
    assert proposal.doubts == {"Startdatun": "liknar startdatum"}


def test_second_heading_of_the_same_meaning_is_not_read():
    proposal = proposed(Start=["2022-02-01"], Inskriven=["2022-02-02"])

    assert proposal.unread == {"Inskriven": "betyder samma sak som Start"}


def test_key_and_age_have_places_of_their_own():
    mapping = proposed(Nr=["1"], Start=["2022-02-01"], Ålder=["24"]).mapping

    assert (mapping.key, mapping.age_at_enrolment) == ("Nr", "Ålder")


def test_proposal_can_be_spread_at_once():
    own = sheet("Blad1", ("Nr", "Start"), ("7", "2022-02-01"))
    mapping = propose_mapping(own, definition()).mapping

    pieces = spread(own, Mapping.model_validate(mapping.model_dump()), definition())

    assert [piece.draft.table.name for piece in pieces] == ["enrolments", "persons"]
