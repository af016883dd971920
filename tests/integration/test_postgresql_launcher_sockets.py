"""The folder of the socket: ours alone, and short whatever the path of the data."""

import os
import tempfile

import pytest

from stegvis.core.actions.postgresql import OWNER
from stegvis.core.actions.postgresql.accounts import account_for
from stegvis.core.actions.postgresql.sockets import NAMES, make_socket_directory
from stegvis.core.values.refusals import Refused
from tests.postgresql_places import ask, copied_cluster, start, temporary_folder

STRANGER = 54_321  # an account that serves nothing

only_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a folder away")


@pytest.fixture
def folder():
    with temporary_folder() as made:
        yield made


@pytest.fixture
def make(folder, monkeypatch):
    """The socket folder for one data directory, in a temporary folder of the test's own."""
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    directory = folder / "data"
    return lambda: make_socket_directory(directory, account_for(directory))


def taken(place, how):
    """The place that was just offered, now taken by something else."""
    place.rmdir()
    how(place)
    return place


def test_same_folder_each_time(make, folder):
    first = make()

    assert first.parent == folder
    assert make() == first


def test_folder_is_the_servers_own(make, folder):
    found = make().stat()

    assert (found.st_uid, found.st_mode & 0o777) == (account_for(folder / "data").uid, 0o700)


def spoil_with_link(place):
    target = place.with_name("annat")
    target.mkdir(mode=0o700)
    account_for(target / "data").take_over(target)
    place.symlink_to(target)


def spoil_with_file(place):
    place.touch(mode=0o700)


def spoil_with_open_folder(place):
    place.mkdir(mode=0o700)
    place.chmod(0o777)


def spoil_with_strangers_folder(place):
    place.mkdir(mode=0o700)
    os.chown(place, STRANGER, STRANGER)


SPOILED = [
    spoil_with_link,
    spoil_with_file,
    spoil_with_open_folder,
    pytest.param(spoil_with_strangers_folder, marks=only_root),
]


@pytest.mark.parametrize("spoil", SPOILED)
def test_taken_name_is_left_for_the_next(make, spoil):
    first = taken(make(), spoil)
    before = first.lstat()

    assert make() == first.with_name(f"{first.name}-2")
    assert first.lstat() == before


def test_server_starts_beside_a_taken_name(make, folder):
    first = taken(make(), spoil_with_link)

    server = start(folder / "data")

    assert server.socket_directory == first.with_name(f"{first.name}-2")
    assert ask(server.url(OWNER), "select 1") == [(1,)]


def test_no_name_left_is_refused(make, folder, monkeypatch):
    monkeypatch.setattr("stegvis.core.actions.postgresql.sockets.SYSTEMS_OWN", folder)
    first = taken(make(), spoil_with_file)
    names = [first, *(first.with_name(f"{first.name}-{number}") for number in range(2, NAMES + 1))]
    for name in names[1:]:
        spoil_with_file(name)

    with pytest.raises(Refused) as caught:
        make()

    assert caught.value.sentence == (
        "Databasens uttag (socket) behöver en mapp som bara "
        f"{account_for(folder / 'data').name} kommer åt, men ingen går att använda: "
        f"{', '.join(map(str, names))}. Ta bort dem, eller ange en annan mapp i TMPDIR."
    )


def test_folder_that_all_may_change_is_not_used(make, folder):
    folder.chmod(0o777)

    found = make()

    assert found.parent != folder
    found.rmdir()


@pytest.mark.parametrize(
    "name", ["å" * 110, "med mellanslag åäö", "citat \"$(exit 1)\" '`exit 1`'", "komma, =%20&?#"]
)
def test_any_path_can_be_served(folder, name):
    server = start(folder / name)

    assert len(os.fsencode(server.socket_directory / ".s.PGSQL.5432")) <= 103
    assert ask(server.url(OWNER), "show data_directory") == [(str(folder / name),)]


def test_path_longer_than_a_socket_may_have(folder):
    directory = folder.joinpath(*["d" * 60] * 6)

    assert ask(start(directory).url(OWNER), "show data_directory") == [(str(directory),)]


@pytest.mark.parametrize(
    ("name", "is_used"), [("t" * 100, False), ("tmp, åäö", False), ('tmp "med" åäö', True)]
)
def test_long_or_odd_temporary_folder(folder, monkeypatch, name, is_used):
    (folder / name).mkdir()
    (folder / name).chmod(0o711)
    monkeypatch.setattr(tempfile, "tempdir", str(folder / name))

    with copied_cluster() as place:
        server = start(place.directory)

        assert (server.socket_directory.parent == folder / name) == is_used
        assert ask(server.url(OWNER), "select 1") == [(1,)]
