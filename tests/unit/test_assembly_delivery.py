import pytest

from stegvis.core.values.refusals import Refused
from stegvis.reports.actions.delivery import deliver


def writing(text):
    return lambda path: path.write_text(text)


def failing(_path):
    raise Refused("Det går inte.")


def test_deliver_writes_every_file(tmp_path):
    written = deliver({"a": writing("1"), "b": writing("2")}, tmp_path / "new")

    assert [path.read_text() for path in written] == ["1", "2"]


def test_deliver_leaves_the_old_files_when_a_writer_refuses(tmp_path):
    (tmp_path / "a").write_text("old")

    with pytest.raises(Refused):
        deliver({"a": writing("new"), "b": failing}, tmp_path)

    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"a": "old"}


def test_deliver_takes_away_the_faults_of_an_earlier_run(tmp_path):
    (tmp_path / "faults.txt").write_text("old")

    deliver({"a": writing("1")}, tmp_path)

    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_deliver_refuses_a_folder_that_is_a_file(tmp_path):
    taken = tmp_path / "file"
    taken.write_text("")

    with pytest.raises(Refused) as refused:
        deliver({"a": writing("1")}, taken / "new")

    assert refused.value.sentence == (
        f"{taken} är en fil, inte en mapp. Ange en annan mapp efter --out."
    )
