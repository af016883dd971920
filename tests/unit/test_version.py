"""The version is the newest number of the changelog."""

import pytest

from stegvis.config import version as module


def test_version_is_the_first_number_of_a_heading(tmp_path, monkeypatch):
    changelog = tmp_path / "CHANGELOG.md"
    changelog.write_text("# Ändringar 9.9.9\n\n## Kommande: 1.10.0\n\n## 1.9.2, 2026-01-01\n")
    monkeypatch.setattr(module, "CHANGELOG", changelog)

    assert module.version() == "1.10.0"


def test_version_without_a_number_is_refused(tmp_path, monkeypatch):
    changelog = tmp_path / "CHANGELOG.md"
    changelog.write_text("# Ändringar\n")
    monkeypatch.setattr(module, "CHANGELOG", changelog)

    with pytest.raises(ValueError, match=r"no heading in CHANGELOG\.md carries a version"):
        module.version()
