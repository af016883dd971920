import pytest

from stegvis.reports.calculations.texts.masks import masked
from stegvis.reports.calculations.texts.mentions import NUMBER_WORDS, mentions


@pytest.mark.parametrize(
    "sentence",
    [
        "Insatsen startade 2022-01-01.",
        "Anmäld 220516 och besvarad 31/10-2017.",
        "Starten var 1 januari 2025, intaget slutade i maj 2023.",
        "Under 2022–2024 har mycket hänt sedan 2019.",
        "Diariernr: 2021:13, SFS 2003:1210.",
        "Ring 0293-21 80 00 eller +46 70 123 45 67.",
        "Enligt 7 § och 10 kap. samt § 12.",
        "Se punkt 4, steg 3 och bilaga 2.",
        "Målgruppen är 16–29 år, några är 25 år.",
        "Vi möttes kl. 13.15 var sjätte vecka.",
        "Mötena var 2 gånger i veckan i tre månader.",
        "Skriv till namn1@exempel.se eller https://exempel.se/2024/156.",
    ],
)
def test_mentions_leave_out_what_is_no_result(sentence):
    assert mentions(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "low", "high"),
    [
        ("44 % gick vidare", 0.435, 0.445),
        ("44,5 procent gick vidare", 0.4445, 0.4455),
        ("en 90-procentig ökning", 0.895, 0.905),
    ],
)
def test_mention_of_per_cent_is_an_interval(sentence, low, high):
    (mention,) = mentions(sentence)

    assert (mention.is_share, round(mention.low, 6), round(mention.high, 6)) == (True, low, high)


def test_mention_of_a_part_has_its_base():
    (mention,) = mentions("75 av totalt 156 deltagare")

    assert (mention.low, mention.of) == (75, 156)


@pytest.mark.parametrize(
    ("sentence", "value", "unit", "gender"),
    [
        ("sjuttiofem personer", 75, "person", ""),
        ("56 kvinnor", 56, "person", "woman"),
        ("1 250 000 kr", 1_250_000_00, "krona", ""),
        ("50 tkr", 50_000_00, "krona", ""),
        ("40 nya arbetsträningsplatser", 40, "place", ""),
        ("50 deltagarplatser", 50, "seat", ""),
        ("76 st", 76, "", ""),
    ],
)
def test_mention_has_value_and_unit(sentence, value, unit, gender):
    (mention,) = mentions(sentence)
    middle = (mention.low + mention.high) / 2

    assert (middle, mention.unit, mention.gender) == (value, unit, gender)


def test_masked_keeps_every_letter_in_its_place():
    sentence = "Sedan 2022-01-01 är 75 klara."

    assert masked(sentence) == "Sedan __________ är 75 klara."


def test_number_words_reach_ninety_nine():
    assert [NUMBER_WORDS[word] for word in ("två", "tjugoen", "nittionio")] == [2, 21, 99]
