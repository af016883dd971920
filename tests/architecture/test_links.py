"""Every link of the pages leads to a file that is there, and every picture is shown."""

import re

import pytest

from tests.house import ROOT, relative

LINK = re.compile(r"\]\(([^)\s]+)\)")
ELSEWHERE = re.compile(r"^[a-z]+:|^#")
PICTURES = ROOT / "docs" / "guide" / "bilder"


def pages():
    return sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


def links_of(text):
    return [link.partition("#")[0] for link in LINK.findall(text) if not ELSEWHERE.match(link)]


def linked():
    return [(page, link) for page in pages() for link in links_of(page.read_text(encoding="utf-8"))]


def test_links_lead_to_files():
    lost = [(page, link) for page, link in linked() if not (page.parent / link).exists()]

    assert [f"{relative(page)}: {link}" for page, link in lost] == []


def test_every_picture_is_shown():
    shown = {(page.parent / link).resolve() for page, link in linked()}

    assert [picture.name for picture in PICTURES.glob("*.png") if picture not in shown] == []


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("see [a](b.md) and ![c](d/e.png)", ["b.md", "d/e.png"]),
        ("[a](b.md#part)", ["b.md"]),
        ("[a](https://example.org) [b](#part)", []),
    ],
)
def test_links_are_found(text, links):
    assert links_of(text) == links
