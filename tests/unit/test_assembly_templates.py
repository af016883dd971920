import pytest

from stegvis.core.values.language import speaking
from stegvis.core.values.refusals import Refused
from stegvis.reports.files.templates import SHIPPED, load_template, read_template, shipped_templates
from stegvis.reports.files.texts import read_texts

OWN = """id = "own"
version = "1"
name = "Egen"
title = "Egen rapport"
source = "OWN:test"
{key}

[[headings]]
id = "purpose"
text = "Syfte"
fills = ["{fill}"]

[[headings]]
id = "{second}"
text = "Mål"
"""


def own(tmp_path, key="", fill="goals", second="goals"):
    file = tmp_path / "own.toml"
    file.write_text(OWN.format(key=key, fill=fill, second=second), encoding="utf-8")
    return file


def test_shipped_templates_are_in_the_order_a_programme_meets_them():
    assert tuple(template.id for template in shipped_templates()) == SHIPPED


def test_the_same_question_has_one_id_in_both_final_forms():
    new, old = (load_template(name) for name in ("final-2025", "final-2016"))
    shared = {one.id for one in new.headings} & {one.id for one in old.headings}

    assert shared == {
        "name",
        "parties",
        "purpose",
        "goals",
        "need-changed",
        "period",
        "period-start",
        "period-end",
        "target-group",
        "participants",
        "methods",
        "implementation",
        "experiences",
        "signatures",
    }


def test_template_is_found_by_its_other_name():
    assert load_template("slutrapport").id == "final-2025"


def test_form_keeps_its_headings_in_any_language():
    swedish = load_template("final-2025")
    with speaking("en"):
        english = load_template("final-2025")

    assert (english.title, english.note) == (swedish.title, swedish.note)
    assert [one.text for one in english.headings] == [one.text for one in swedish.headings]
    assert english.name == "Final report, the form of 2025"
    assert english.headings[1].help == "The number of the decision in the association's register."
    assert (english.headings[0].help, english.appendix[-2].text) == ("", "More figures")


def test_our_own_template_follows_the_language():
    with speaking("en"):
        report = load_template("half-year")

    assert (report.title, report.headings[2].text) == ("Half-year report", "Participants")


def test_unknown_template_names_the_nearest():
    with pytest.raises(Refused, match=r"Menade du half-year\?"):
        load_template("halfyear")


def test_own_template_is_read_from_its_file(tmp_path):
    assert load_template(str(own(tmp_path))).title == "Egen rapport"


def test_unknown_key_is_a_fault_with_its_line(tmp_path):
    with pytest.raises(Refused) as refused:
        read_template(own(tmp_path, key='titel = "x"'))

    (fault,) = refused.value.faults
    assert (fault.where, fault.what) == (
        "own.toml, rad 6, titel",
        "Nyckeln titel finns inte här. Menade du title?",
    )


def test_unknown_fill_is_a_fault_with_the_nearest(tmp_path):
    with pytest.raises(Refused) as refused:
        read_template(own(tmp_path, fill="goalz"))

    (fault,) = refused.value.faults
    assert (fault.where, fault.what, fault.read) == (
        "own.toml, rad 11, [[headings]] 1 (purpose), fills",
        "Det finns inget att fylla i som heter så. Menade du goals?",
        "goalz",
    )


def test_repeated_id_is_a_fault(tmp_path):
    with pytest.raises(Refused) as refused:
        read_template(own(tmp_path, second="purpose"))

    assert [fault.what for fault in refused.value.faults] == ["Rubrikens id finns redan i mallen."]


def test_texts_in_another_encoding_are_refused(tmp_path):
    file = tmp_path / "texter.md"
    file.write_bytes("# purpose\nÅäö".encode("latin-1"))

    with pytest.raises(Refused, match="är inte sparad som UTF-8"):
        read_texts(file)


def test_texts_that_are_missing_are_refused(tmp_path):
    with pytest.raises(Refused, match="går inte att öppna"):
        read_texts(tmp_path / "saknas.md")
