"""An English reader gets no Swedish sentence."""

from stegvis.config import translations


def test_every_sentence_is_translated():
    assert list(translations.faults(translations.existing())) == []


def test_catalogue_is_up_to_date():
    assert translations.existing() == translations.updated()
