from dataclasses import replace

import pytest

from stegvis.core.values.language import LANGUAGES, speaking
from stegvis.core.values.refusals import Refused
from stegvis.reports.calculations.assembly.assembled import assemble
from stegvis.reports.calculations.texts.markdown import parse_texts
from stegvis.reports.files.house_tokens import ALLOWED
from stegvis.reports.files.templates import load_template
from stegvis.reports.values.document import Bullets, Heading, Notice, Paragraph, Signatures, Table
from stegvis.reports.values.texts import ReportTexts
from stegvis.results.values.figures import Cell, DisclosureLevel, FollowUp
from tests.follow_up_samples import (
    AS_OF,
    definition,
    figures,
    follow_up,
    part_definition,
    work_or_studies,
)

NO_TEXTS = ReportTexts()
FORM = load_template("final-2025")


def assembled(texts=NO_TEXTS, template=FORM, found=None, **more):
    return assemble(
        definition(), [part_definition()], found or follow_up(), template, texts, **more
    )


def words(block):
    return "".join(run.text for run in block.runs)


def under(document, heading_id):
    """The blocks of one heading, up to the next one with an id."""
    blocks = [*document.blocks, *document.appendix]
    start = next(i for i, b in enumerate(blocks) if isinstance(b, Heading) and b.id == heading_id)
    found = []
    for block in blocks[start + 1 :]:
        if isinstance(block, Heading) and block.id:
            break
        found.append(block)
    return found


def test_form_keeps_its_exact_headings_in_order():
    document = assembled().document

    headings = [block.text for block in document.blocks if isinstance(block, Heading) and block.id]
    assert headings == [heading.text for heading in FORM.headings]


def test_final_form_keeps_its_headings_without_help():
    document = assembled(final=True).document

    styles = {block.style for block in document.blocks if isinstance(block, Paragraph)}
    assert (styles, "help" in styles) == ({"body", "quote", "small"}, False)


def test_empty_heading_has_its_help():
    (help_text,) = under(assembled().document, "implementation")

    expected = next(one.help for one in FORM.headings if one.id == "implementation")
    assert (words(help_text), help_text.style) == (expected, "help")


def test_text_fills_its_heading_after_the_application():
    texts = parse_texts("# need-changed\nBehovet finns kvar.\n")

    blocks = under(assembled(texts).document, "need-changed")

    assert [words(block) for block in blocks] == [
        "Ur ansökan: Många stod utan stöd.",
        "Behovet finns kvar.",
    ]


def test_text_of_a_part_stands_under_the_part():
    texts = parse_texts("# experiences\nOm allt.\n\n# experiences/halsan\nOm delen.\n")

    blocks = under(assembled(texts).document, "experiences")

    assert [words(block) for block in blocks] == ["Unga vidare", "Om allt.", "Hälsan", "Om delen."]


def test_text_with_a_goal_id_stands_under_the_goal():
    texts = parse_texts("# new-places\nFler företag ringde.\n")

    blocks = under(assembled(texts).document, "goals-effect")

    assert words(blocks[-1]) == "Fler företag ringde."


def test_goal_has_its_outcome_with_footnote_and_genders():
    goal = next(
        block
        for block in under(assembled().document, "goals-programme")
        if isinstance(block, Paragraph) and words(block).startswith("75 av 156")
    )

    assert [bool(run.footnote) for run in goal.runs] == [True, False]
    assert words(goal).endswith("Kvinnor 27 av 56 (48\u00a0%) och män 48 av 100 (48\u00a0%).")


def test_changed_goal_shows_both_versions_with_day_and_deviation():
    notes = [
        words(block)
        for block in under(assembled().document, "goals-programme")
        if isinstance(block, Paragraph) and block.style == "small"
    ]

    assert notes == [
        "Ursprungligt mål, gällde till och med 2023-10-18.",
        (
            "Ändrat mål, gäller från och med 2023-10-19. "
            "Avvikelse 2023-10-19: Målet om ökning ersätts."
        ),
    ]


def test_text_that_no_heading_takes_is_kept_under_other():
    texts = parse_texts("# nonsens\nViktigt.\n", "texter.md")

    result = assembled(texts)

    assert [words(block) for block in under(result.document, "other")] == ["Viktigt."]
    assert [one.sentence for one in result.remaining if "nonsens" in one.sentence] == [
        "texter.md, rad 1: rubriken ”nonsens” finns inte i mallen; texten står i Övrigt."
    ]


def test_other_stands_before_the_signatures():
    ids = [
        block.id
        for block in assembled(parse_texts("# nonsens\nHej.\n")).document.blocks
        if isinstance(block, Heading) and block.id
    ]

    assert ids[-2:] == ["other", "signatures"]


def test_unknown_figure_in_a_text_is_refused():
    texts = parse_texts("# purpose\n{{persoms}}\n", "texter.md")

    with pytest.raises(Refused) as refused:
        assembled(texts)

    assert refused.value.sentence == "Texterna i texter.md nämner siffror som inte finns."


def test_preliminary_report_says_so_on_every_page():
    document = assembled(found=follow_up(rows_left_out=3)).document

    notices = [block.kind for block in document.blocks if isinstance(block, Notice)]
    assert (document.running, notices) == ("Preliminärt, 3 rader utelämnade", ["preliminary"])


def test_report_level_says_why_cells_are_dashes():
    cells = {"woman": Cell(None, None, None, hidden="small"), "man": Cell(0.48, 48, 100)}
    shown = (work_or_studies(groups={"gender": cells}), *figures()[1:])
    found = follow_up(level=DisclosureLevel.REPORT, figures=shown)

    table = next(b for b in under(assembled(found=found).document, "goals") if isinstance(b, Table))

    assert table.rows[0][5:] == ("–", "48\u00a0%")
    assert table.note.endswith("en enskild person skulle kunna kännas igen.")


@pytest.mark.parametrize("language", LANGUAGES)
def test_signatures_have_one_block_a_party_with_its_role(language):
    with speaking(language):
        blocks = under(assembled().document, "signatures")

    assert [block for block in blocks if isinstance(block, Signatures)] == [
        Signatures(("Älvnäs kommun",), signature_lines("Insatsägare")),
        Signatures(("Arbetsförmedlingen",), signature_lines("Samverkanspart")),
    ]


def signature_lines(role):
    return (
        "Organisation och datum",
        f"{role} (namn)",
        f"{role} (namnförtydligande)",
        "E-post:",
    )


def test_what_is_left_is_the_last_page_of_a_draft_only():
    draft, final = assembled().document, assembled(final=True).document

    assert isinstance(under(draft, "left-to-do")[0], Bullets)
    assert [block.id for block in final.appendix if isinstance(block, Heading)][-1] == (
        "added-methods"
    )


def test_document_knows_every_word_that_the_association_s_own_pages_may_ask_for():
    told = assembled().document

    given = {"titel", "undertitel", "datum", "rapport"}
    assert {*told.tokens, *given} == {*ALLOWED}
    assert (told.tokens["insats"], told.tokens["förbund"], told.tokens["diarienummer"]) == (
        "Unga vidare",
        "Samordningsförbundet Exempelbygden",
        "2021:13",
    )


def test_programme_without_facts_has_a_report_with_empty_tables():
    nothing = FollowUp(
        "unga-vidare", "Unga vidare", "2", AS_OF, "", DisclosureLevel.INTERNAL, 0, ()
    )

    document = assemble(definition(parts=[]), [], nothing, FORM, NO_TEXTS).document

    headings = [block.text for block in document.blocks if isinstance(block, Heading) and block.id]
    assert headings == [heading.text for heading in FORM.headings]
    assert [words(one) for one in under(document, "participants")] == [
        "Inga deltagare är registrerade."
    ]


def test_heading_that_does_not_apply_is_left_out():
    structural = definition(kind="volume", parts=[])

    result = assemble(
        structural, [], replace(follow_up(), parts=()), load_template("half-year"), NO_TEXTS
    )

    ids = [block.id for block in result.document.blocks if isinstance(block, Heading) and block.id]
    assert ("exits" in ids, "volumes" in ids) == (False, False)
