"""Documents written from code: what is behind is told, and nothing is written by a check."""

import pytest

from stegvis.config import documents

CURRENT = "# Kommandon\n"


@pytest.fixture
def house(tmp_path, monkeypatch):
    monkeypatch.setattr(documents, "ROOT", tmp_path)
    monkeypatch.setattr(documents, "command_list", lambda: CURRENT)
    only = {"docs/generated/commands.md": "stegvis.config.documents:command_list"}
    monkeypatch.setattr(documents, "DOCUMENTS", only)
    return tmp_path / "docs" / "generated" / "commands.md"


def test_check_tells_what_is_missing_and_writes_nothing(house, capsys):
    assert documents.main(["--check"]) == 1

    assert capsys.readouterr().out == (
        "docs/generated/commands.md is not up to date: python3 run.py documents\n"
    )
    assert not house.exists()


def test_written_documents_pass_the_check(house):
    documents.main([])

    assert house.read_text(encoding="utf-8") == CURRENT
    assert documents.main(["--check"]) == 0


def test_changed_documents_do_not_pass_the_check(house):
    documents.main([])
    house.write_text("# Något annat\n", encoding="utf-8")

    assert documents.main(["--check"]) == 1
