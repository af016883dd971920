"""Check a definition, show it in sentences, list the goal patterns, begin a new one."""

import argparse
import re
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import ngettext
from stegvis.core.values.refusals import Fault, Refused
from stegvis.programmes.calculations.portrait import portrait
from stegvis.programmes.files.code_lists import common_lists
from stegvis.programmes.files.definition import load_programme, read_definition
from stegvis.programmes.files.patterns import goal_patterns
from stegvis.programmes.files.shipped import COMMON_LISTS, PATTERNS, STARTER, shipped
from stegvis.programmes.management.terminal import section_lines, width_of_terminal
from stegvis.programmes.values.definition import Definition
from stegvis.programmes.values.patterns import Pattern

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
STARTER_ID = 'id = "nya-vagar"'


Examine = Callable[[Definition], Iterable[Fault]]


def _unexamined(_definition: Definition) -> Iterable[Fault]:
    return ()


def main(arguments: list[str], *, examine: Examine = _unexamined) -> int:
    """`examine` computes the worked examples, which only a room to the left of us can."""
    parser = _parser()
    if not arguments:
        parser.print_help()
        return 0
    chosen = parser.parse_args(arguments)
    chosen.examine = examine
    done: int = chosen.run(chosen)
    return done


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python3 run.py definition",
        description=_("Kontrollera en insats definition, visa den eller börja på en ny."),
        allow_abbrev=False,
    )
    commands = parser.add_subparsers(
        title=_("det här kan göras"), metavar=_("ÅTGÄRD"), required=True
    )
    check = _command(commands, "check", _("kontrollera en eller flera definitioner"), check_files)
    file = _("insatsens TOML-fil")
    check.add_argument("files", nargs="+", type=Path, metavar=_("FIL"), help=file)
    show = _command(commands, "show", _("visa insatsen som vanliga meningar"), show_file)
    show.add_argument("file", type=Path, metavar=_("FIL"), help=file)
    _command(commands, "patterns", _("visa de målmönster som går att välja"), show_patterns)
    new = _command(commands, "new", _("börja på en ny definition"), begin_file)
    name = _("filen som skrivs; den heter som insatsen, till exempel nya-vagar.toml")
    new.add_argument("file", type=Path, metavar=_("FIL"), help=name)
    return parser


def _command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    name: str,
    summary: str,
    run: Callable[[argparse.Namespace], int],
) -> argparse.ArgumentParser:
    """The same words in the list of commands and in the command's own help."""
    sentence = f"{summary[:1].upper()}{summary[1:]}."
    parser = commands.add_parser(name, help=summary, description=sentence, allow_abbrev=False)
    parser.set_defaults(run=run)
    return parser


def check_files(chosen: argparse.Namespace) -> int:
    """All files are checked, whatever the first one was like."""
    return max([_check_file(path, chosen.examine) for path in chosen.files])


def _check_file(path: Path, examine: Examine) -> int:
    try:
        said, doubts = _checked(path, examine)
    except Refused as refused:
        print(refused, file=sys.stderr)
        return 1
    print(_("{file} är rätt: {counts}.").format(file=path.name, counts=said))
    if doubts:
        print(_("Att tänka på:"))
    for doubt in doubts:
        print(f"  - {doubt}")
    return 0


def _checked(path: Path, examine: Examine) -> tuple[str, tuple[Fault, ...]]:
    """What the file holds, and what in it is doubtful."""
    if path.name == COMMON_LISTS:
        return _("{count} kodlistor").format(count=len(common_lists(path))), ()
    if path.name == PATTERNS:
        return _("{count} målmönster").format(count=len(goal_patterns(path))), ()
    reading = read_definition(path)
    load_programme(path)
    if faults := tuple(examine(reading.definition)):
        sentence = _("{file} har räkneexempel som inte stämmer.")
        raise Refused(sentence.format(file=path.name), faults)
    return _counts(reading.definition), reading.warnings


def _counts(definition: Definition) -> str:
    goals, figures = len(definition.goals), len(definition.figures)
    posts, rows = len(definition.posts), len(definition.budget)
    return ", ".join(
        [
            ngettext("{number} mål", "{number} mål", goals).format(number=goals),
            ngettext("{number} annat tal", "{number} andra tal", figures).format(number=figures),
            ngettext("{number} tjänst", "{number} tjänster", posts).format(number=posts),
            ngettext("{number} budgetrad", "{number} budgetrader", rows).format(number=rows),
        ]
    )


def show_file(chosen: argparse.Namespace) -> int:
    whole, parts = load_programme(chosen.file)
    width = width_of_terminal()
    for definition in (whole, *parts):
        print(definition.name)
        print("=" * len(definition.name))
        for section in portrait(definition):
            print()
            print("\n".join(section_lines(section, width)))
        print()
    return 0


def show_patterns(_chosen: argparse.Namespace) -> int:
    print(
        _("Skriv i insatsens fil [[goals]] med pattern, id, text, source och det som står under.")
    )
    for pattern in goal_patterns().values():
        print()
        print("\n".join(_pattern_lines(pattern)))
    return 0


def _pattern_lines(pattern: Pattern) -> list[str]:
    lines = [f'pattern = "{pattern.id}"', f"  {pattern.name}"]
    for name, parameter in pattern.parameters.items():
        line = f"  {name}: {parameter.about}"
        if parameter.default is not None:
            line += _(" (annars {default})").format(default=_shown(parameter.default))
        lines.append(line)
    return lines


def _shown(default: object) -> str:
    return ", ".join(map(str, default)) if isinstance(default, tuple) else str(default)


def begin_file(chosen: argparse.Namespace) -> int:
    path: Path = chosen.file
    if path.suffix != ".toml":
        raise Refused(
            _("En definition sparas som en .toml-fil; {file} är något annat.").format(
                file=path.name
            )
        )
    if not SLUG.fullmatch(path.stem):
        sentence = _("Filen ska heta som insatsen, med a–z, siffror och bindestreck; inte {file}.")
        raise Refused(sentence.format(file=path.name))
    text = shipped(STARTER).read_text(encoding="utf-8")
    own = text.replace(STARTER_ID, f'id = "{path.stem}"', 1)
    try:
        with path.open("x", encoding="utf-8") as opened:
            opened.write(own)
    except FileExistsError:
        raise Refused(
            _("{file} finns redan och skrivs inte över.").format(file=path.name)
        ) from None
    except FileNotFoundError:
        sentence = _("Mappen {folder} finns inte. Skapa den först.")
        raise Refused(sentence.format(folder=path.parent)) from None
    except OSError:
        sentence = _("Du får inte skriva i mappen {folder}. Välj en annan mapp.")
        raise Refused(sentence.format(folder=path.parent)) from None
    print(
        _("{file} är skapad. Öppna den, byt ut det som står och kontrollera sedan:").format(
            file=path
        )
    )
    print(f"  python3 run.py definition check {path}")
    return 0
