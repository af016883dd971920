from stegvis.reports.calculations.subject import Subject
from stegvis.reports.calculations.texts.known_numbers import KnownCount, KnownNumbers
from stegvis.reports.calculations.texts.markdown import parse_texts
from stegvis.reports.calculations.texts.mentions import mentions
from stegvis.reports.calculations.texts.typed_numbers import advice_on, typed_numbers
from tests.follow_up_samples import definition, follow_up, part_definition

SPACE = "\u00a0"


def subject():
    found = follow_up()
    return Subject(definition(), found, (Subject(part_definition(), found.parts[0]),))


def advice(text):
    return [one.advice for one in typed_numbers(parse_texts(f"# purpose\n{text}\n"), subject())]


def test_typed_per_cent_that_a_figure_gives_names_the_figure():
    assert advice("Nästan 48 % gick vidare.") == [
        f"Skriv {{{{work-or-studies}}}}: 75 av 156 är 48,1{SPACE}%."
    ]


def test_typed_per_cent_of_another_base_shows_both_quotients():
    assert advice("44 % har gått till studier.") == [
        (
            f"Ingen siffra ger det; 7 av 19 är 36,8{SPACE}% ({{{{halsan/studies}}}}), "
            f"7 av 16 är 43,75{SPACE}%."
        )
    ]


def test_typed_per_cent_near_a_figure_names_the_nearest():
    assert advice("Vi nådde 97 % samtycke.") == [
        (
            "Ingen siffra ger det; närmast är {{coverage-statistics-consent}}: "
            f"45 av 46 är 97,8{SPACE}%."
        )
    ]


def test_typed_per_cent_that_nothing_gives_is_told_of():
    assert advice("Vi ökade med 3 %.") == [
        "Ingen siffra ger det. Skriv vad det är en andel av, eller ta bort det."
    ]


def test_typed_per_cent_of_a_target_names_the_target():
    assert advice("Målet var 90 %.") == ["Det är måltalet, {{progress.target}}."]


def test_typed_per_cent_of_a_target_tells_the_outcome_where_there_is_one():
    assert advice("Hälften, 50 %, gick vidare till arbete.") == [
        (
            "Det är måltalet, {{work-or-studies.target}}. "
            f"Utfallet är {{{{work-or-studies}}}}: 75 av 156 är 48,1{SPACE}%."
        )
    ]


def test_typed_part_of_a_base_is_compared_whole():
    assert advice("75 av 156 gick vidare, inte 75 av 150.") == [
        f"Skriv {{{{work-or-studies}}}}: 75 av 156 är 48,1{SPACE}%.",
        f"Ingen siffra ger det; {{{{work-or-studies}}}}: 75 av 156 är 48,1{SPACE}%.",
    ]


def test_typed_count_prefers_a_figure_of_its_own():
    assert advice("Det kom 156 deltagare.") == ["Skriv {{persons}}: 156 personer."]


def test_typed_count_of_women_is_compared_with_women():
    assert advice("Av dem var 56 kvinnor och 56 män.") == ["Skriv {{persons.women}}: 56 personer."]


def test_typed_count_near_a_figure_asks():
    assert advice("Ungefär 154 personer kom.") == [
        "Nära {{persons}}, som är 156 personer. Är det samma?"
    ]


def test_typed_small_numbers_without_a_noun_are_let_be():
    assert advice("Vi gjorde två broschyrer och 3 affischer.") == []


def test_typed_number_word_with_a_noun_is_compared():
    assert advice("Sjuttiofem personer gick vidare.") == [
        "Skriv {{work-or-studies.k}}: 75 personer."
    ]


def test_typed_kronor_are_compared_with_money_only():
    assert advice("Vi har använt 90 000 kr och haft 90 000 besök.") == [
        f"Skriv {{{{money-used}}}}: 90{SPACE}000{SPACE}kr."
    ]


def test_typed_number_tells_line_and_sentence():
    texts = parse_texts("# purpose\n\nFörsta raden.\nHär är 48 % klara. Och mer.\n")

    (found,) = typed_numbers(texts, subject())

    assert (found.line, found.typed, found.sentence) == (4, "48 %", "Här är 48 % klara.")


def test_typed_numbers_do_not_include_references():
    assert advice("{{work-or-studies}} av {{persons}} gick vidare.") == []


def test_typed_count_prefers_the_figure_that_the_sentence_speaks_of():
    flow = KnownCount("attrition", "Vägen genom insatsen", 75, "person")
    onwards = KnownCount(
        "onwards.k", "Hälften ska gå till arbete", 75, "person", is_part_of_a_share=True
    )
    sentence = "75 personer har gått till arbete."

    (mention,) = mentions(sentence)

    assert advice_on(mention, sentence, KnownNumbers((), (flow, onwards))) == (
        "Skriv {{onwards.k}}: 75 personer."
    )
