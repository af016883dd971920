"""Documents that are written from the code, so that they cannot disagree with it."""

import sys
from importlib import import_module
from pathlib import Path

from stegvis.config.commands import COMMANDS
from stegvis.core.values.language import gettext as _

ROOT = Path(__file__).parents[2]

# where it stands, and the module:function that returns its text
DOCUMENTS = {
    "docs/generated/commands.md": "stegvis.config.documents:command_list",
    "docs/generated/fields.md": "stegvis.config.fields:field_list",
    "docs/generated/permissions.md": "stegvis.config.permissions:permission_list",
}


def main(arguments: list[str]) -> int:
    changed = [path for path, text in _texts() if _standing(path) != text]
    if arguments == ["--check"]:
        for path in changed:
            print(f"{path} is not up to date: python3 run.py documents")
        return 1 if changed else 0
    for path, text in _texts():
        (ROOT / path).parent.mkdir(parents=True, exist_ok=True)
        (ROOT / path).write_text(text, encoding="utf-8")
    return 0


def _texts() -> list[tuple[str, str]]:
    written = []
    for path, place in DOCUMENTS.items():
        module, _colon, function = place.partition(":")
        written.append((path, getattr(import_module(module), function)()))
    return written


def _standing(path: str) -> str | None:
    file = ROOT / path
    return file.read_text(encoding="utf-8") if file.is_file() else None


def command_list() -> str:
    summaries = ((name, _(command.summary)) for name, command in COMMANDS.items())
    rows = [f"| `{name}` | {summary} |" for name, summary in summaries]
    return "\n".join(["# Kommandon", "", "| kommando | vad det gör |", "|---|---|", *rows, ""])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
