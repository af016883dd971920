"""Numbers in a sentence, as intervals: a printed 44 % is anything from 43,5 to 44,5."""

import re
from dataclasses import dataclass

from stegvis.reports.calculations.texts.masks import masked

_TEENS = (
    "två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton"
    " arton nitton"
)
_TENS = "tjugo trettio fyrtio femtio sextio sjuttio åttio nittio"
SMALL = {word: 2 + place for place, word in enumerate(_TEENS.split())}
TENS = {word: 20 + 10 * place for place, word in enumerate(_TENS.split())}
UNITS = {"en": 1, "ett": 1, **{word: value for word, value in SMALL.items() if value < 10}}  # noqa: PLR2004 - tens begin
NUMBER_WORDS = {
    **SMALL,
    **TENS,
    **{ten + one: tens + ones for ten, tens in TENS.items() for one, ones in UNITS.items()},
    "hundra": 100,
}

NOUNS = {
    "person": "person|personer|personerna|deltagare|deltagarna|ungdom|ungdomar|ungdomarna|unga"
    "|individ|individer|människor|klienter|kvinna|kvinnor|man|män",
    "enrolment": "inskrivning|inskrivningar",
    "place": "arbetsträningsplats|arbetsträningsplatser|praktikplatser",
    "seat": "plats|platser|deltagarplats|deltagarplatser",
    "activity": "aktivitet|aktiviteter",
    "answer": "svar|enkätsvar",
    "certificate": "intyg|läkarintyg",
    "case": "ärende|ärenden",
    "advice": "rådgivning|rådgivningar|råd",
    "day": "dag|dagar",
    "krona": "kr|kronor|tkr|mkr|tusen kronor|miljoner kronor",
    "other": "vecka|veckor|månad|månader|månaders|gång|gånger|timme|timmar|minut|minuter|möten"
    "|tillfälle|tillfällen|procentenhet|procentenheter|anställda|medarbetare|vägledare|företag"
    "|broschyrer|frågor|steg|poäng|grader|kommuner|parter|grupper",
}
UNIT_OF = {noun: unit for unit, nouns in NOUNS.items() for noun in nouns.split("|")}
TIMES = {"tkr": 1_000, "tusen kronor": 1_000, "mkr": 1_000_000, "miljoner kronor": 1_000_000}
GENDER_OF = {"kvinna": "woman", "kvinnor": "woman", "man": "man", "män": "man"}
ORE = 100
LONGEST_SENTENCE = 500  # signs; own choice: what goes on for longer is no sentence with a result

_DIGITS = r"\d{1,3}(?:[ \u00a0]\d{3})+(?:,\d+)?|\d+(?:[,.]\d+)?"
_WORDS = "|".join(sorted(NUMBER_WORDS, key=len, reverse=True))
_NOUNS = "|".join(sorted(UNIT_OF, key=len, reverse=True))
PATTERN = re.compile(
    rf"(?<![\w,.])(?<!\d[ \u00a0])(?P<number>{_DIGITS}|\b(?:{_WORDS})\b)"
    rf"(?:[\s\u00a0-]*(?P<percent>%|procent\b|procentig\w*\b)"
    rf"|\s+av\s+(?:totalt\s+|de\s+|alla\s+)?(?P<of>\d+)\b"
    rf"|[\s\u00a0]*(?:st\b\.?|stycken\b|av\b|nya\b|olika\b)?[\s\u00a0]*(?P<noun>(?:{_NOUNS})\b)?)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Mention:
    """A typed number: shares 0–1, money öre; `of` is the base of `75 av 156`."""

    typed: str
    low: float
    high: float
    is_share: bool = False
    unit: str = ""
    gender: str = ""
    of: int | None = None
    in_digits: bool = True


def mentions(sentence: str) -> list[Mention]:
    """Looked for in the beginning of a very long one: the search tries every sign again."""
    looked_at = masked(sentence[:LONGEST_SENTENCE])
    found = [_mention(match) for match in PATTERN.finditer(looked_at)]
    return [one for one in found if one.unit != "other"]


def _mention(match: re.Match[str]) -> Mention:
    number = match["number"].lower()
    in_digits = number not in NUMBER_WORDS
    value, half = _read(number) if in_digits else (float(NUMBER_WORDS[number]), 0.0)
    noun = (match["noun"] or "").lower()
    shown = match[0].strip()
    if match["percent"]:
        return Mention(shown, (value - half) / 100, (value + half) / 100, is_share=True)
    if match["of"]:
        return Mention(shown, value, value, of=int(match["of"]))
    unit = UNIT_OF.get(noun, "")
    if unit == "krona":
        times = TIMES.get(noun, 1)
        rounding = half * times if times > 1 else 0.0
        return Mention(
            shown, (value * times - rounding) * ORE, (value * times + rounding) * ORE, unit=unit
        )
    return Mention(
        shown, value, value, unit=unit, gender=GENDER_OF.get(noun, ""), in_digits=in_digits
    )


def _read(digits: str) -> tuple[float, float]:
    """The number and half of its last printed decimal."""
    plain = re.sub(r"[ \u00a0]", "", digits).replace(",", ".")
    decimals = len(plain.partition(".")[2])
    return float(plain), 0.5 * 10**-decimals
