"""Numbers that are no results: dates, years, reference numbers, telephone, paragraphs, times."""

import re

MONTHS = (
    "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"
    "|jan|feb|mar|apr|jun|jul|aug|sep|sept|okt|nov|dec"
)
LABELS = (
    "punkt|steg|avsnitt|bilaga|sida|sidan|sid|kapitel|kap|kvartal|version|fas|nr|nummer|tabell"
    "|figur|diagram|paragraf|not|år|årskurs|klass|kl|klockan|vecka|alternativ|grupp|rum|artikel"
)
NO_RESULTS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\b(?:https?://|www\.)\S+|\S+@\S+",
        r"\b(?:dnr|diarienr|diarienummer|sfs|iso|isbn)[\s.:]*[\w:/.-]*\d[\w:/.-]*",
        r"\b(?:19|20)\d{2}[:/]\d+\b",
        r"\b(?:19|20)?\d{2}-\d{2}-\d{2}\b",
        r"\b\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\b(?!\s*(?:kr|tkr|kronor|personer))",
        r"\b\d{1,2}/\d{1,2}(?:[\s/-]*(?:19|20)?\d{2}\b)?",
        rf"\b\d{{1,2}}(?:\s*[-–]\s*\d{{1,2}})?\s+(?:{MONTHS})\b\.?(?:\s+(?:19|20)\d{{2}})?",
        rf"\b(?:{MONTHS})\b\.?\s+(?:19|20)\d{{2}}",
        r"\b(?:19|20)\d{2}\s*[-–/]\s*(?:(?:19|20)\d{2}|\d{2})\b",
        r"\b(?:19|20)\d{2}\b(?!\s*(?:kr|tkr|kronor|personer|deltagare|st\b|stycken|%|procent))",
        r"(?:\+46|\b0)[\s-]?\d{1,3}[\s-]+\d{2,3}(?:[\s-]?\d{2,3}){1,3}\b",
        r"§+\s*\d+\w?|\b\d+\s*(?:§|kap\b\.?)",
        rf"\b(?:{LABELS})\.?\s+\d+(?:[.:]\d+)*(?:\s*[-–]\s*\d+)?\b",
        r"\b\d+\s*[-–]\s*\d+\s*[- ]?år(?:ingar|iga|en)?\b|\b\d+\s*[- ]?år(?:ingar|iga|en)?\b",
        r"\b\d{1,2}[.:]\d{2}\b(?!\s*%)",
        r"\b\d+\s*[-–]\s*\d+(?=\s*gång)",
        r"^\s*\d+[.)]\s",
    )
)
"""Each kind is one that real reports contain."""


def masked(sentence: str) -> str:
    """The sentence with everything that is no result blanked, letter by letter."""
    for pattern in NO_RESULTS:
        sentence = pattern.sub(lambda found: "_" * len(found[0]), sentence)
    return sentence
