"""`definition` as a person meets it on the terminal."""

import pytest

from stegvis.config.commands import main
from stegvis.programmes.files.shipped import NOT_PROGRAMMES, shipped, shipped_folder
from tests.definition_samples import HEAD, goal, written_to

NO_TARGET = "Målet har inget målvärde, så det går inte att säga om det är nått."
NO_SUCH_WORD = "Det ordet finns inte. Menade du person? Där står: persn."
DEVIATION = '[[deviations]]\nid = "new-goal"\non = 2024-02-01\nkind = "goal"\ntext = "Nytt mål."\n'


@pytest.fixture
def run(capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")

    def run_command(*arguments):
        code = main(["definition", *map(str, arguments)])
        printed = capsys.readouterr()
        return code, printed.out.splitlines(), printed.err.splitlines()

    return run_command


def test_nothing_asked_for_gives_the_help(run):
    code, out, _err = run()

    assert (code, out[0]) == (0, "användning: python3 run.py definition [-h] ÅTGÄRD ...")


def test_check_computes_the_worked_examples(run, tmp_path):
    path = tmp_path / "nya-vagar.toml"
    text = shipped("starter.toml").read_text(encoding="utf-8")
    path.write_text(text.replace("expect = { k = 1, n = 2 }", "expect = { k = 2, n = 2 }"))

    assert run("check", path) == (
        1,
        [],
        [
            "nya-vagar.toml har räkneexempel som inte stämmer.",
            "  - training-and-plan, exempel 1: Raderna ger k = 1. Där står: k = 2.",
        ],
    )


def test_check_of_right_definition_counts_what_it_holds(run, tmp_path):
    path = written_to(tmp_path, HEAD + goal())

    assert run("check", path) == (
        0,
        ["nya-steg.toml är rätt: 1 mål, 0 andra tal, 0 tjänster, 0 budgetrader."],
        [],
    )


def test_check_of_doubtful_definition_says_what_to_think_of(run, tmp_path):
    code, out, _err = run("check", written_to(tmp_path, HEAD + goal(target="")))

    assert (code, out[1:]) == (
        0,
        [
            "Att tänka på:",
            f"  - nya-steg.toml, rad 12, [[goals]] 1 (out), target: {NO_TARGET}",
        ],
    )


def test_check_tells_every_fault_of_every_file(run, tmp_path):
    wrong = written_to(tmp_path, HEAD + goal(unit='"persn"'), "fel.toml")
    right = written_to(tmp_path, HEAD + goal())

    code, out, err = run("check", wrong, tmp_path / "saknas.toml", right)

    assert (code, len(out)) == (1, 1)
    assert [line.partition(" Väntat")[0] for line in err] == [
        "fel.toml har 1 fel.",
        f"  - fel.toml, rad 23, [[goals]] 1 (out), unit: {NO_SUCH_WORD}",
        f"Filen {tmp_path / 'saknas.toml'} finns inte.",
    ]


def test_everything_shipped_is_right(run):
    files = sorted(shipped_folder().glob("*.toml"))

    code, out, err = run("check", *files)

    assert (code, err) == (0, [])
    assert len([line for line in out if " är rätt: " in line]) == len(files)


def test_every_shipped_programme_can_be_shown(run):
    files = [path for path in shipped_folder().glob("*.toml") if path.name not in NOT_PROGRAMMES]

    shown = {path.name: run("show", path) for path in files}

    assert {name for name, (code, out, err) in shown.items() if code or err or not out} == set()
    assert {name for name, (_, out, _) in shown.items() if max(map(len, out)) > 80} == set()


def test_show_names_the_parts(run):
    _code, out, _err = run("show", shipped_folder() / "ung-framtid.toml")

    assert [line.strip() for line in out if "Har del" in line] == ["• Har delen Hälsoverket."]


def test_show_puts_a_changed_goal_beside_the_earlier_one(run, tmp_path):
    earlier = goal(text='"Hälften ska nå arbete"', valid="{last = 2024-01-31}", target="")
    later = goal(id='"new"', text='"Fler ska nå arbete"', replaces='"out"', deviation='"new-goal"')

    code, out, _err = run("show", written_to(tmp_path, HEAD + earlier + later + DEVIATION))

    start = out.index("INSATSMÅL")
    assert code == 0
    assert out[start + 1 : start + 4] == [
        "  • TIDIGARE: Hälften ska nå arbete.   │    • NU: Fler ska nå arbete.",
        "      Gäller till och med 2024-01-31.  │        Räknas: personer där deltagaren",
        "      Räknas: personer där deltagaren  │        gick vidare till arbete eller",
    ]
    assert out[out.index("AVVIKELSER") + 1] == "  • 2024-02-01 (mål): Nytt mål."


def test_show_sums_the_budget(run, tmp_path):
    row = (
        '[[budget]]\nyear = {}\ncategory = "travel"\npayer = "region"\nfinanced = {}\namount = {}\n'
    )
    rows = row.format(2023, "true", 1000) + row.format(2023, "false", 500)
    rows += row.format(2024, "true", 2000)

    _code, out, _err = run("show", written_to(tmp_path, HEAD + rows))

    start = out.index("BUDGET")
    assert [line.replace("\u00a0", " ") for line in out[start + 1 : start + 8]] == [
        "  • År 2023: 1 000 kr från förbundet, 500 kr från parterna själva, 1 500 kr",
        "    tillsammans.",
        "      Resor: 1 000 kr. Betalas av förbundets medel genom Regionen.",
        "      Resor: 500 kr. Betalas av Regionen själv.",
        "  • År 2024: 2 000 kr från förbundet.",
        "      Resor: 2 000 kr. Betalas av förbundets medel genom Regionen.",
        "  • Hela insatsen: 3 000 kr från förbundet, 500 kr från parterna själva,",
    ]


def test_patterns_are_listed_with_what_they_need(run):
    code, out, _err = run("patterns")

    start = out.index('pattern = "plan-in-time"')
    assert code == 0
    assert out[start : start + 6] == [
        'pattern = "plan-in-time"',
        "  Andel som får en plan inom en viss tid",
        "  target: målvärde, en andel 0–1",
        "  plan: en kod ur listan plan_kind (annars action_plan)",
        "  within: hur många dagar, veckor eller månader (annars 2)",
        "  span: days, weeks eller months (annars months)",
    ]


def test_new_definition_passes_the_check(run, tmp_path):
    path = tmp_path / "min-insats.toml"

    begun, _out, _err = run("new", path)
    checked, out, err = run("check", path)

    assert (begun, checked, err) == (0, 0, [])
    assert out == ["min-insats.toml är rätt: 8 mål, 0 andra tal, 2 tjänster, 4 budgetrader."]


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("Min insats.toml", "Filen ska heta som insatsen, med a–z, siffror och bindestreck; "),
        ("min-insats.txt", "En definition sparas som en .toml-fil; "),
        ("nya-steg.toml", "nya-steg.toml finns redan och skrivs inte över."),
        ("ingen/mapp.toml", "Mappen "),
    ],
)
def test_new_definition_is_refused(run, tmp_path, name, sentence):
    written_to(tmp_path, HEAD)

    code, _out, err = run("new", tmp_path / name)

    assert (code, err[0][: len(sentence)]) == (1, sentence)
    assert (tmp_path / "nya-steg.toml").read_text(encoding="utf-8") == HEAD


@pytest.mark.parametrize(
    ("action", "sentence"),
    [
        ("check", "Kontrollera en eller flera definitioner."),
        ("show", "Visa insatsen som vanliga meningar."),
        ("patterns", "Visa de målmönster som går att välja."),
        ("new", "Börja på en ny definition."),
    ],
)
def test_every_action_says_what_it_does(capsys, action, sentence):
    with pytest.raises(SystemExit):
        main(["definition", action, "--help"])

    assert capsys.readouterr().out.split("\n\n")[1] == sentence
