"""A report as JSON: one text for one report, and the report back from it."""

import json
from dataclasses import replace

import pytest

from stegvis.reports.calculations.canonical import (
    _KINDS,
    canonical,
    digest_of,
    document_json,
    document_of,
)
from stegvis.reports.values import charts, document
from stegvis.reports.values.document import Heading
from tests.report_samples import one_page_document, sample_document


@pytest.mark.parametrize("made", [sample_document(), one_page_document()])
def test_document_comes_back_as_it_was(made):
    assert document_of(json.loads(canonical(document_json(made)))) == made


def test_canonical_text_does_not_know_the_order_of_keys():
    assert (
        canonical({"b": 1, "a": [1, 2]}) == canonical({"a": [1, 2], "b": 1}) == '{"a":[1,2],"b":1}'
    )


def test_canonical_text_keeps_swedish_letters():
    assert canonical({"ord": "Åsa – ”nej”"}) == '{"ord":"Åsa – ”nej”"}'


def test_one_changed_letter_is_another_digest():
    made = sample_document()
    changed = replace(made, blocks=(Heading(1, "Annat"), *made.blocks[1:]))

    assert digest_of(canonical(document_json(made))) != digest_of(canonical(document_json(changed)))


def test_digest_is_the_published_one_of_the_empty_text():
    """SHA-256 of nothing, FIPS 180-4."""
    assert digest_of("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def test_every_kind_of_block_and_chart_can_be_read_back():
    shapes = {
        name
        for module in (document, charts)
        for name, kind in vars(module).items()
        if isinstance(kind, type) and kind.__module__ == module.__name__
    }

    assert shapes == set(_KINDS)
