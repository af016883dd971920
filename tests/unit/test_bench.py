"""The harness of the benchmarks: what is over ends the run badly."""

import sys
from types import SimpleNamespace

import pytest

from bench import runner
from bench.measure import Measure, milliseconds
from bench.runner import names


@pytest.fixture
def benchmark(monkeypatch):
    """One benchmark called goals that yields what the test gives."""

    def put(*found):
        module = SimpleNamespace(measures=lambda: iter(found))
        monkeypatch.setitem(sys.modules, "bench.bench_goals", module)
        monkeypatch.setattr(runner, "names", lambda: ["goals", "import"])

    return put


def test_figures_within_their_limits_end_well(benchmark, capsys):
    benchmark(Measure("400 personer", 42.25, "ms", 50), Measure("minne", 310.0, "MB"))

    assert runner.main(["goals"]) == 0

    machine, *rest = capsys.readouterr().out.splitlines()
    assert machine.endswith(f"Python {sys.version.split()[0]}")
    assert [" ".join(line.split()) for line in rest] == [
        "",
        "goals",
        "ok 400 personer 42,2 ms gräns 50 ms",
        "ok minne 310 MB",
        "Allt inom sina gränser",
    ]


def test_one_figure_over_ends_badly(benchmark, capsys):
    benchmark(Measure("a", 50.1, "ms", 50), Measure("b", 50, "ms", 50))

    assert runner.main(["goals"]) == 1
    assert capsys.readouterr().out.splitlines()[-1] == "1 över sin gräns"


def test_unknown_benchmark_is_answered_with_those_there_are(benchmark, capsys):
    benchmark()

    assert runner.main(["goal"]) == 2
    assert capsys.readouterr().err == "Okänt: goal. Finns: goals, import\n"


def test_names_are_found_by_file(tmp_path):
    for name in ("bench_sheets.py", "bench_goals.py", "runner.py", "bench_notes.md"):
        (tmp_path / name).touch()

    assert names(tmp_path) == ["goals", "sheets"]


def test_milliseconds_is_the_best_of_the_runs():
    runs = []

    assert milliseconds(lambda: runs.append(1), times=4) < 10
    assert len(runs) == 4
