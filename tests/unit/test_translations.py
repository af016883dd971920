"""What the catalogue tool finds wrong, and that it writes the same bytes twice."""

import pytest

from stegvis.config import translations


def catalogue(*entries):
    header = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n'
    return "\n".join([header, *entries]).encode()


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ('msgid "Ja"\nmsgstr "Yes"\n', []),
        ('msgid "Ja"\nmsgstr ""\n', ["not translated: Ja"]),
        ('#, fuzzy\nmsgid "Ja"\nmsgstr "Yes"\n', ["fuzzy: Ja"]),
        ('msgid "{k} av {n}"\nmsgstr "{n}: {k}"\n', []),
        ('msgid "{k} av {n}"\nmsgstr "{k} of {m}"\n', ["other placeholders: {k} av {n}"]),
        ('msgid "{a} {a}"\nmsgstr "{a}"\n', ["other placeholders: {a} {a}"]),
        (
            'msgid "en"\nmsgid_plural "{n} stycken"\nmsgstr[0] "one"\nmsgstr[1] ""\n',
            ["not translated: en"],
        ),
        ('msgid "en"\nmsgid_plural "{n} st"\nmsgstr[0] "one"\nmsgstr[1] "{n} pcs"\n', []),
    ],
)
def test_faults_names_what_is_wrong(entry, expected):
    assert list(translations.faults(catalogue(entry))) == expected


@pytest.fixture
def house(tmp_path, monkeypatch):
    (tmp_path / "stegvis").mkdir()
    (tmp_path / "demo").mkdir()
    (tmp_path / "stegvis" / "b.py").write_text("_('Öl')\nN_('Ja')\ngettext_noop('Nej')\n")
    (tmp_path / "stegvis" / "a.py").write_text("ngettext('en', '{n} st', n)\n_(variable)\n")
    monkeypatch.setattr(translations, "ROOT", tmp_path)
    monkeypatch.setattr(translations, "CATALOGUE", tmp_path / "en" / "stegvis.po")
    return tmp_path


def sentences(house):
    lines = (house / "en" / "stegvis.po").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.startswith("msgid ")][1:]


def test_update_writes_every_sentence_sorted(house):
    assert translations.main([]) == 1

    assert sentences(house) == ['msgid "Ja"', 'msgid "Nej"', 'msgid "en"', 'msgid "Öl"']


TEMPLATE = """id = "own"
version = "1"
name = "Egen"
title = "Blankettens titel"
source = "OWN:test"

[[headings]]
id = "purpose"
text = "Blankettens rubrik"
help = "Skriv syftet."

[[appendix]]
id = "added"
text = "Det vi lägger till"
"""


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("", ["Det vi lägger till", "Egen", "Skriv syftet."]),
        (
            "translated = true\n",
            [
                "Blankettens rubrik",
                "Blankettens titel",
                "Det vi lägger till",
                "Egen",
                "Skriv syftet.",
            ],
        ),
    ],
)
def test_our_sentences_of_a_report_template_are_extracted(house, key, expected):
    file = house / translations.REPORT_TEMPLATES / "own.toml"
    file.parent.mkdir(parents=True)
    file.write_text(key + TEMPLATE, encoding="utf-8")

    found = {
        message.id: [place for place, _n in message.locations]
        for message in translations.extracted()
        if message.id
    }

    places = {"definitions/reports/own.toml"}
    assert sorted(one for one, where in found.items() if places == set(where)) == expected


def test_update_keeps_translations_and_drops_what_is_gone(house):
    translations.main([])
    file = house / "en" / "stegvis.po"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('"Ja"\nmsgstr ""', '"Ja"\nmsgstr "Yes"'), encoding="utf-8")
    (house / "stegvis" / "a.py").unlink()

    translations.main([])

    assert sentences(house) == ['msgid "Ja"', 'msgid "Nej"', 'msgid "Öl"']
    assert [*translations.faults(file.read_bytes())] == [
        "not translated: Nej",
        "not translated: Öl",
    ]


def test_check_tells_when_the_catalogue_is_behind(house, capsys):
    translations.main([])
    before = (house / "en" / "stegvis.po").read_bytes()
    translations.main([])
    assert (house / "en" / "stegvis.po").read_bytes() == before
    (house / "stegvis" / "a.py").unlink()
    capsys.readouterr()

    assert translations.main(["--check"]) == 1

    assert capsys.readouterr().out.splitlines()[-2:] == [
        "stegvis.po is not up to date",
        "4 things to do in stegvis.po",
    ]
