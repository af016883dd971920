"""The example data are what the builder builds, file by file."""

import pytest

from demo.build import DATA, build, main


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("demo")
    build(folder)
    return folder


def contents(folder):
    files = sorted(folder.rglob("*.csv"))
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def test_building_again_gives_the_same_files(built):
    assert contents(built) == contents(DATA)


def test_every_built_programme_is_explained():
    readme = (DATA / "README.md").read_text(encoding="utf-8")
    named = [line.split("|")[1].strip() for line in readme.splitlines() if line.startswith("| ")]

    assert named[1:] == [
        "Ung Framtid",
        "Hälsoverket",
        "Förrehabiliterande insatser",
        "Hikikomori",
        "ENTER",
        "Impuls",
        "3.4.4",
        "SARA",
    ]


def test_the_command_says_what_it_wrote(tmp_path, capsys):
    code = main(["--out", str(tmp_path / "new")])

    assert (code, len(capsys.readouterr().out.splitlines())) == (0, 7)
    assert contents(tmp_path / "new") == contents(DATA)
