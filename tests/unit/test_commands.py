"""The way from what was typed to the command that does it."""

import pytest

from stegvis.config import commands
from stegvis.core.values.refusals import Fault, Refused


@pytest.fixture
def say(monkeypatch):
    """Put one command, that does what the test wants, in the table."""

    def put(function):
        monkeypatch.setattr(commands.Command, "load", lambda _self: function)

    return put


def test_command_gets_what_stands_after_it(say):
    seen = []
    say(lambda arguments: seen.append(arguments) or 0)

    code = commands.main(["--language", "en", "definition", "check", "--help", "a b.toml"])

    assert (code, seen) == (0, [["check", "--help", "a b.toml"]])


def test_command_passes_its_exit_code_on(say):
    say(lambda _arguments: 3)

    assert commands.main(["definition"]) == 3


def test_refusal_is_a_sentence_and_no_traceback(say, capsys):
    def refuse(_arguments):
        raise Refused("Filen går inte att läsa.", [Fault("a.toml, rad 3", "okänd nyckel")])

    say(refuse)

    code = commands.main(["definition"])

    shown = capsys.readouterr()
    assert (code, shown.out) == (1, "")
    assert shown.err == "Filen går inte att läsa.\n  - a.toml, rad 3: okänd nyckel.\n"


def test_unknown_command_is_answered_with_the_nearest(capsys):
    with pytest.raises(SystemExit) as stopped:
        commands.main(["folow-up"])

    last = capsys.readouterr().err.splitlines()[-1]
    assert stopped.value.code == 2
    assert last == ("python3 run.py: fel: Kommandot folow-up finns inte. Menade du follow-up?")


def test_usage_errors_of_argparse_are_swedish(capsys):
    with pytest.raises(SystemExit):
        commands.main(["--language", "fi"])

    last = capsys.readouterr().err.splitlines()[-1]
    assert last == "python3 run.py: fel: --language: 'fi' finns inte; välj bland 'sv', 'en'"


def test_usage_errors_of_argparse_are_english_when_asked_for(capsys):
    with pytest.raises(SystemExit):
        commands.main(["--language", "en", "--speed"])

    last = capsys.readouterr().err.splitlines()[-1]
    assert last == "python3 run.py: error: unrecognized arguments: --speed"


def test_no_command_prints_every_command(capsys):
    assert commands.main([]) == 0

    rows = [row.split()[0] for row in capsys.readouterr().out.splitlines() if row[:2] == "  "]
    assert rows[-len(commands.COMMANDS) :] == list(commands.COMMANDS)


def test_fault_has_one_full_stop_after_each_sentence():
    assert str(Fault("rad 2", "Ordet finns inte. Menades A?", "Soc.", "AF, FK")) == (
        "rad 2: Ordet finns inte. Menades A? Där står: Soc. Väntat: AF, FK."
    )
