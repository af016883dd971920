"""The commands of the product, by name, and the way into each."""

import argparse
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from importlib import import_module

from stegvis.config.arguments import speak_to_the_reader
from stegvis.config.version import version
from stegvis.core.calculations.nearest import nearest, with_guess
from stegvis.core.values.language import LANGUAGES, SOURCE_LANGUAGE, speaking
from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import gettext_noop as N_
from stegvis.core.values.refusals import Refused

DONE, REFUSED, MISUSED, INTERRUPTED = 0, 1, 2, 130


@dataclass(frozen=True)
class Command:
    """`place` is module:function; it is imported only when the command runs.

    With `on_database` it is run where the database is at hand and Django is set up.
    """

    place: str
    summary: str
    on_database: bool = False

    def load(self) -> Callable[[list[str]], int]:
        if self.on_database:
            run = import_module("stegvis.config.on_database").run
            return partial(run, self.place)
        module, _colon, function = self.place.partition(":")
        loaded: Callable[[list[str]], int] = getattr(import_module(module), function)
        return loaded


COMMANDS = {
    "start": Command(
        "stegvis.config.serving:main",
        N_("starta Stegvis på den här datorn; detsamma som python3 run.py utan kommando"),
    ),
    "demo": Command(
        "demo.command:main",
        N_("läs in exemplet, eller börja om med det"),
        on_database=True,
    ),
    "manage": Command(
        "stegvis.config.manage:main",
        N_("kör ett av Djangos egna kommandon mot databasen"),
    ),
    "worker": Command(
        "stegvis.config.worker:main",
        N_("utför jobben i en egen process, för drift med flera webbprocesser"),
        on_database=True,
    ),
    "account": Command(
        "stegvis.programmes.management.account:main",
        N_("öppna ett konto, det första eller ett till"),
        on_database=True,
    ),
    "renew-keys": Command(
        "stegvis.config.renewal:main",
        N_("byt krypteringsnyckel för allt som är krypterat"),
        on_database=True,
    ),
    "definition": Command(
        "stegvis.results.management.definition:main",
        N_("kontrollera en definition, eller visa den som vanliga meningar"),
    ),
    "template": Command(
        "stegvis.results.management.template:main",
        N_("skriv en tom arbetsbok att fylla i, med listor ur definitionen"),
    ),
    "mapping": Command(
        "stegvis.results.management.mapping:main",
        N_("översätt kolumnerna i ett eget blad till definitionens ord"),
    ),
    "follow-up": Command(
        "stegvis.reports.management.follow_up:main",
        N_("räkna målen och skriv rapporten ur en definition och data"),
    ),
    "demo-data": Command(
        "demo.build:main",
        N_("bygg exempeldata för de insatser som följer med"),
    ),
}


def main(arguments: list[str]) -> int:
    speak_to_the_reader()
    language = _language_of(arguments)
    with speaking(language):
        try:
            code = _run(arguments)
            sys.stdout.flush()
        except Refused as refused:
            print(refused, file=sys.stderr)
            return REFUSED
        except KeyboardInterrupt:
            return INTERRUPTED
        except BrokenPipeError:
            return _nobody_reads()
        return code


def _nobody_reads() -> int:
    """`| head` has seen enough; what is still to be written goes nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return INTERRUPTED


def _language_of(arguments: list[str]) -> str:
    """Known before anything is said, so that even the help is in it."""
    parser = argparse.ArgumentParser(add_help=False, exit_on_error=False)
    parser.add_argument("--language", choices=LANGUAGES, default=SOURCE_LANGUAGE)
    try:
        chosen: str = parser.parse_known_args(arguments[:2])[0].language
    except argparse.ArgumentError:
        return SOURCE_LANGUAGE
    return chosen


def _run(arguments: list[str]) -> int:
    parser = _parser()
    chosen = parser.parse_args(arguments)
    if chosen.command is None:
        parser.print_help()
        return DONE
    if chosen.command not in COMMANDS:
        parser.error(_unknown(chosen.command))
    return COMMANDS[chosen.command].load()(chosen.arguments)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python3 run.py",
        description=_("Stegvis: en insats beskrivs en gång och följs upp av sig själv."),
        epilog=_command_list(),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--language", choices=LANGUAGES, help=_("språk på det som skrivs ut"))
    shown = f"Stegvis {version()}"
    parser.add_argument("--version", action="version", version=shown, help=_("visa versionen"))
    parser.add_argument("command", nargs="?", metavar=_("KOMMANDO"), help=_("se nedan"))
    parser.add_argument("arguments", nargs=argparse.REMAINDER, help=argparse.SUPPRESS)
    return parser


def _command_list() -> str:
    width = max(map(len, COMMANDS))
    summaries = ((name, _(command.summary)) for name, command in COMMANDS.items())
    rows = [f"  {name:<{width}}  {summary}" for name, summary in summaries]
    more = _("Mer om ett kommando: python3 run.py KOMMANDO --help")
    return "\n".join([_("Kommandon:"), *rows, "", more])


def _unknown(command: str) -> str:
    sentence = _("Kommandot {command} finns inte.").format(command=command)
    return with_guess(sentence, nearest(command, COMMANDS))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
