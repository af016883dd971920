"""Keys are changed: what was written with the old one is opened by the new one alone."""

from datetime import date

import pytest
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator

from stegvis.config.renewal import main
from stegvis.core.actions import row_security
from stegvis.core.calculations.encryption import new_key
from stegvis.core.models import StoredFile
from stegvis.core.values.refusals import Refused
from stegvis.participants.models import Person
from stegvis.participants.queries.numbers import holder_of, indexes_of, number_of
from stegvis.participants.values.numbers import read_number
from tests.people import agency_of, participant


@pytest.fixture
def secrets_kept(cast, settings):
    """One file and one second factor, both written with the first key."""
    settings.STEGVIS_KEYS = [new_key()]
    file = StoredFile.objects.create(name="a.xlsx", content=b"cells", size=5)
    data = {"secret": get_adapter().encrypt("the seed")}
    factor = Authenticator.objects.create(user=cast.alva, type="totp", data=data)
    return file, factor


def test_renewed_secrets_need_only_the_new_key(secrets_kept, settings, capsys):
    file, factor = secrets_kept
    newest = new_key()
    settings.STEGVIS_KEYS = [newest, *settings.STEGVIS_KEYS]

    code = main([])

    settings.STEGVIS_KEYS = [newest]
    factor.refresh_from_db()
    kept = StoredFile.objects.get(pk=file.pk).content
    assert (code, kept) == (0, b"cells")
    assert get_adapter().decrypt(factor.data["secret"]) == "the seed"
    assert capsys.readouterr().out == (
        "2 uppgifter är krypterade med den första nyckeln. De andra behövs inte mer.\n"
    )


def test_renewal_without_the_old_key_changes_nothing(secrets_kept, settings):
    first = settings.STEGVIS_KEYS
    settings.STEGVIS_KEYS = [new_key()]

    with pytest.raises(Refused):
        main([])

    settings.STEGVIS_KEYS = first
    assert StoredFile.objects.get().content == b"cells"


def test_numbers_of_persons_are_found_by_the_new_keys_alone(cast, settings):
    settings.STEGVIS_KEYS, settings.STEGVIS_INDEX_KEYS = [new_key()], ["old"]
    number = read_number("200001019801", on=date(2026, 5, 31))
    (index,) = indexes_of(cast.here.pk, number.digits)
    person = participant(agency_of(cast.alva), personal_number=number.digits, number_index=index)
    settings.STEGVIS_KEYS = [new_key(), *settings.STEGVIS_KEYS]
    settings.STEGVIS_INDEX_KEYS = ["new", "old"]

    main([])

    settings.STEGVIS_KEYS = settings.STEGVIS_KEYS[:1]
    settings.STEGVIS_INDEX_KEYS = ["new"]
    assert holder_of(cast.here.pk, number) == person.pk
    with row_security.unscoped(reason="a test"):
        kept = Person.objects.unscoped(reason="a test").get()
    assert number_of(kept) == "20000101-9801"
