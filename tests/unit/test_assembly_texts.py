from stegvis.reports.calculations.subject import Subject
from stegvis.reports.calculations.texts.filling import filled
from stegvis.reports.calculations.texts.markdown import parse_texts
from stegvis.reports.values.document import Bullets, Paragraph, Run
from tests.follow_up_samples import definition, follow_up, part_definition

SPACE = "\u00a0"
SAMPLE = """# purpose

Ett stycke
på två rader med **fet text**.

- första
- andra raden
  fortsätter

## Underrubrik
<!-- # inte
en rubrik -->
# experiences/halsan
Om delen.
"""


def subject():
    found = follow_up()
    return Subject(definition(), found, (Subject(part_definition(), found.parts[0]),))


def fill(text):
    return filled(parse_texts(f"# purpose\n{text}\n", "texter.md"), subject())


def shown(text):
    blocks, faults = fill(text)
    assert faults == []
    return "".join(run.text for run in blocks["purpose"][0].runs)


def test_parse_texts_finds_sections_paragraphs_lists_and_bold():
    blocks, _faults = filled(parse_texts(SAMPLE), subject())

    assert blocks == {
        "purpose": (
            Paragraph(
                (
                    Run("Ett stycke"),
                    Run(" "),
                    Run("på två rader med "),
                    Run("fet text", strong=True),
                    Run("."),
                )
            ),
            Bullets(((Run("första"),), (Run("andra raden"), Run(" "), Run("fortsätter")))),
            Paragraph((Run("Underrubrik", strong=True),)),
        ),
        "experiences/halsan": (Paragraph((Run("Om delen."),)),),
    }


def test_parse_texts_counts_lines_through_comments():
    assert [section.line for section in parse_texts(SAMPLE).sections] == [1, 13]


def test_text_before_any_heading_is_kept():
    (section,) = parse_texts("Utan rubrik.\n").sections

    assert (section.heading, len(section.passages)) == ("", 1)


def test_reference_shows_each_part_of_a_figure():
    text = "{{persons}}, {{work-or-studies.k}}, {{work-or-studies.n}}, {{work-or-studies.women}}"

    assert shown(text) == f"156 personer, 75, 156, 27 av 56 (48{SPACE}%)"


def test_reference_shows_target_missing_and_verdict():
    text = "{{work-or-studies.target}}; {{work-or-studies.missing}}; {{work-or-studies.verdict}}"

    assert shown(text) == (f"minst 50{SPACE}%; tre personer saknas till målet på 78; inte nådd")


def test_reference_reaches_a_group_and_a_sub_programme():
    text = "{{exits-by-reason.studies}} och {{halsan/onwards}}"

    assert shown(text) == f"35 av 156 (22{SPACE}%) och 84{SPACE}%"


def test_reference_gives_its_base_once_a_section():
    blocks, _faults = fill("{{persons}} och {{persons.women}}")

    assert [run.footnote for run in blocks["purpose"][0].runs] == [
        "156 personer; bas: alla inskrivna. Till och med 2024-12-31. Definition, version 2.",
        "",
        "",
    ]


def test_unknown_reference_is_a_fault_with_line_and_nearest_name():
    _blocks, faults = fill("Rad två.\n{{work-or-studie.women}}")

    assert [(fault.where, fault.what, fault.read) for fault in faults] == [
        (
            "texter.md, rad 3",
            "Ingen siffra heter så. Menade du {{work-or-studies.women}}?",
            "{{work-or-studie.women}}",
        )
    ]


def test_unknown_part_of_a_reference_is_a_fault_with_nearest_name():
    _blocks, faults = fill("{{work-or-studies.womn}}")

    assert [fault.what for fault in faults] == [
        "Ingen siffra heter så. Menade du {{work-or-studies.women}}?"
    ]
