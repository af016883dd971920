"""Every check is run, and one that fails fails them all."""

import re

from stegvis.config import checks

SECONDS = re.compile(r" \(\d+\.\d s\)")
RIGHT = ("right", ("-c", "print('quiet')"))
WRONG = ("wrong", ("-c", "import sys; sys.exit('fel på rad 3')"))


def test_all_checks_run_after_one_that_fails(monkeypatch, capsys):
    monkeypatch.setattr(checks, "CHECKS", (WRONG, RIGHT))

    assert checks.main() == 1
    assert SECONDS.sub("", capsys.readouterr().out).splitlines() == [
        "FEL wrong",
        "fel på rad 3",
        "",
        "ok  right",
    ]


def test_checks_that_all_pass_end_well(monkeypatch, capsys):
    monkeypatch.setattr(checks, "CHECKS", (RIGHT,))

    assert checks.main() == 0
    assert SECONDS.sub("", capsys.readouterr().out) == "ok  right\n"
