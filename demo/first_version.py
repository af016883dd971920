"""Ung Framtid as it was first decided, before one of its goals was changed on the way."""

import re
from datetime import date

CHANGED_ON = date(2023, 10, 19)

ADDED = (  # what the second version brought
    re.compile(r"\[\[goals\]\]\nid = \"smail-done\"\n.*?(?=\n# --- )", re.DOTALL),
    re.compile(r"^  \{ id = \"smail-goal\".*\n", re.MULTILINE),
    re.compile(r"^  \{ version = \"2\".*\n", re.MULTILINE),
)
SAID_OTHERWISE = {
    'version = "2"\n': 'version = "1"\n',
    "Målet gällde till och med den 18 oktober 2023. Det sade": "Målet säger",
    "hur stor förändringen skulle vara": "hur stor förändringen ska vara",
    "last = 2023-10-18 }": "last = 2024-12-31 }",
}


def first_decided(text: str) -> str:
    for added in ADDED:
        text, times = added.subn("", text)
        if times != 1:
            raise ValueError(added.pattern)
    for now, then in SAID_OTHERWISE.items():
        if now not in text:
            raise ValueError(now)
        text = text.replace(now, then, 1)
    return text
