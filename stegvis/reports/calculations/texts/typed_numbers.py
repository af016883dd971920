"""Numbers typed by hand where a figure should speak, each with the figure to use instead."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from operator import itemgetter
from typing import TypeVar

from stegvis.core.values.formatting import number
from stegvis.core.values.language import gettext as _
from stegvis.reports.calculations.subject import Subject
from stegvis.reports.calculations.texts.known_numbers import (
    KnownCount,
    KnownNumbers,
    KnownShare,
    known_numbers,
)
from stegvis.reports.calculations.texts.mentions import Mention, mentions
from stegvis.reports.calculations.wording.amounts import amount
from stegvis.reports.values.remaining import TypedNumber
from stegvis.reports.values.texts import Passage, Piece, ReportTexts, Section

KnownT = TypeVar("KnownT", KnownShare, KnownCount)

SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ0-9])")
FEWEST_WITHOUT_NOUN = 10  # under ten a bare number is too common to mean a figure
NEAR = 0.02  # own choice: within two in a hundred a reader takes it for the same number
NEAR_SHARE = 0.02  # own choice: two percentage points
MOST_PROPOSALS = 2
COMMON_STEMS = {"perso", "delta", "insat", "minst"}  # in every other title
STEM = 5  # letters that decide whether two words are about the same thing


def typed_numbers(texts: ReportTexts, subject: Subject) -> list[TypedNumber]:
    known = known_numbers(subject)
    return [
        TypedNumber(line, sentence, mention.typed, advice, section.heading, section.part)
        for section, line, sentence in _sentences(texts)
        for mention in mentions(sentence)
        if (advice := advice_on(mention, sentence, known))
    ]


def _sentences(texts: ReportTexts) -> Iterator[tuple[Section, int, str]]:
    for section in texts.sections:
        for passage in section.passages:
            for line, sentence in _of_passage(passage):
                yield section, line, sentence


def _of_passage(passage: Passage) -> Iterator[tuple[int, str]]:
    """Sentences as typed, a reference left out, each with the line it begins on."""
    for item in passage.items:
        whole, starts = _joined(item)
        place = 0
        for sentence in SENTENCE.split(whole):
            place = whole.index(sentence, place)
            yield starts[bisect_right(starts, place, key=itemgetter(0)) - 1][1], sentence
            place += len(sentence)


def _joined(item: Iterable[Piece]) -> tuple[str, list[tuple[int, int]]]:
    whole, starts = "", []
    for piece in item:
        starts.append((len(whole), piece.line))
        whole += "…" if piece.reference else piece.text
    return whole, starts or [(0, 1)]


def advice_on(mention: Mention, sentence: str, known: KnownNumbers) -> str:
    """What to write instead; empty where the number is no business of any figure."""
    if mention.is_share:
        return _on_share(mention, sentence, known)
    if mention.of is not None:
        return _on_part(mention, sentence, known)
    return _on_count(mention, sentence, known)


def _on_share(mention: Mention, sentence: str, known: KnownNumbers) -> str:
    fits = _likeliest([s for s in known.shares if _within(s.value, mention)], sentence)
    if fits and fits[0].is_target:
        return _on_target(fits[0], known)
    if fits:
        return _("Skriv {name}: {shown}.").format(name=_name(fits[0]), shown=_arithmetic(fits[0]))
    proposals = _other_bases(mention, sentence, known)
    if proposals:
        return _("Ingen siffra ger det; {proposals}.").format(proposals=", ".join(proposals))
    near = _likeliest([s for s in known.shares if _is_near_share(s, mention)], sentence)
    if near:
        return _("Ingen siffra ger det; närmast är {name}: {shown}.").format(
            name=_name(near[0]), shown=_arithmetic(near[0])
        )
    return _("Ingen siffra ger det. Skriv vad det är en andel av, eller ta bort det.")


def _on_target(target: KnownShare, known: KnownNumbers) -> str:
    """A number that only a target has: the reader must be told that it is not the outcome."""
    said = _("Det är måltalet, {name}.").format(name=_name(target))
    outcome = next((share for share in known.shares if share.is_outcome_of(target)), None)
    if outcome is None:
        return said
    found = _("Utfallet är {name}: {shown}.")
    return f"{said} {found.format(name=_name(outcome), shown=_arithmetic(outcome))}"


def _within(value: float, mention: Mention) -> bool:
    slack = 1e-9
    return mention.low - slack <= value <= mention.high + slack


def _is_near_share(one: KnownShare, mention: Mention) -> bool:
    return mention.low - NEAR_SHARE <= one.value <= mention.high + NEAR_SHARE


def _other_bases(mention: Mention, sentence: str, known: KnownNumbers) -> list[str]:
    """The same k over another base: what was probably counted, and what the figure says."""
    found = []
    for one in _likeliest([s for s in known.shares if s.k and s.n], sentence):
        for base in known.bases:
            if base != one.n and base >= (one.k or 0) and _within((one.k or 0) / base, mention):
                found.append(f"{_arithmetic(one)} ({_name(one)}), {_quotient(one.k or 0, base)}")
                break
    return found[:MOST_PROPOSALS]


def _on_part(mention: Mention, sentence: str, known: KnownNumbers) -> str:
    k, n = mention.low, mention.of
    same = _likeliest([s for s in known.shares if (s.k, s.n) == (k, n)], sentence)
    if same:
        return _("Skriv {name}: {shown}.").format(name=_name(same[0]), shown=_arithmetic(same[0]))
    half = _likeliest([s for s in known.shares if s.k == k or s.n == n], sentence)
    if not half:
        return ""
    return _("Ingen siffra ger det; {name}: {shown}.").format(
        name=_name(half[0]), shown=_arithmetic(half[0])
    )


def _on_count(mention: Mention, sentence: str, known: KnownNumbers) -> str:
    if not mention.unit and (mention.low < FEWEST_WITHOUT_NOUN or not mention.in_digits):
        return ""
    comparable = [one for one in known.counts if _may_be(one, mention)]
    same = _likeliest([one for one in comparable if _within(one.value, mention)], sentence)
    if same:
        stems = _stems(sentence)
        meant = min(same, key=lambda one: _strangeness(one, stems))
        return _("Skriv {name}: {shown}.").format(name=_name(meant), shown=_amount(meant))
    near = _likeliest([one for one in comparable if _is_near(one.value, mention)], sentence)
    if not near:
        return ""
    return _("Nära {name}, som är {shown}. Är det samma?").format(
        name=_name(near[0]), shown=_amount(near[0])
    )


def _strangeness(one: KnownCount, stems: set[str]) -> tuple[int, bool, bool]:
    """Words of its own that the sentence says; then a count before the k of a share."""
    common = stems & _stems(one.words) - COMMON_STEMS
    return -len(common), one.is_part_of_a_share, _has_dot(one)


def _has_dot(one: KnownShare | KnownCount) -> bool:
    """A part of a figure: its k, n, women, men or a group."""
    return "." in one.reference


def _may_be(one: KnownCount, mention: Mention) -> bool:
    """Persons are compared with persons, kronor with kronor; women with women."""
    if mention.gender and one.gender != mention.gender:
        return False
    if mention.unit in ("person", "enrolment"):
        return one.unit in ("person", "enrolment")
    if mention.unit in ("seat", "place"):
        return one.unit in ("seat", "place", "placement")
    return one.unit == mention.unit if mention.unit else one.unit != "krona"


def _is_near(value: float, mention: Mention) -> bool:
    if mention.low < FEWEST_WITHOUT_NOUN:
        return False
    room = max(1.0, NEAR * mention.low)
    return mention.low - room <= value <= mention.high + room


def _likeliest(found: list[KnownT], sentence: str) -> list[KnownT]:
    """Those whose words the sentence uses first; a plain figure before its parts."""
    stems = _stems(sentence)
    return sorted(found, key=lambda one: (-len(stems & _stems(one.words)), _has_dot(one)))


def _stems(words: str) -> set[str]:
    return {word[:STEM] for word in re.findall(r"[a-zåäö]{4,}", words.lower())}


def _name(one: KnownShare | KnownCount) -> str:
    return "{{" + one.reference + "}}"


def _arithmetic(one: KnownShare) -> str:
    if one.k is None or not one.n:
        return _exactly(one.value)
    return _quotient(one.k, one.n)


def _quotient(k: int, n: int) -> str:
    return _("{k} av {n} är {share}").format(k=number(k), n=number(n), share=_exactly(k / n))


def _exactly(share: float) -> str:
    """With one decimal, or two where two say it all: 36,8 % and 43,75 %."""
    hundredths = share * 10_000
    decimals = 2 if round(hundredths, 6) == round(hundredths) and hundredths % 10 else 1
    decimals = 0 if round(share * 100, 6) == round(share * 100) else decimals
    return f"{number(share * 100, decimals)}\u00a0%"


def _amount(one: KnownCount) -> str:
    return amount(one.value, one.unit, 0 if one.value == int(one.value) else 1)
