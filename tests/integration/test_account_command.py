"""Accounts opened from the command line, as the first one must be."""

import re

import pytest
from django.contrib.auth import authenticate
from django.utils import timezone

from stegvis.core.values.refusals import Refused
from stegvis.organisations.models import Agency, User
from stegvis.organisations.queries.viewers import viewer_for
from stegvis.organisations.values.roles import Permission
from stegvis.programmes.management.account import main
from stegvis.programmes.queries.programmes import programmes_of

NEW = ["Ebba Ek", "Ebba@Exempel.se", "--association", "Samordningsförbundet Nya bygden"]
AT_WORK = ("--agency", "Älvnäs kommun", "--kind", "MUNICIPALITY", "--unit", "Enheten")


def viewer(user):
    return viewer_for(user.pk, on=timezone.localdate())


def test_first_account_manages_a_new_association(db, capsys):
    code = main(NEW)

    said = re.fullmatch(
        r"Ebba Ek kan logga in som ebba@exempel.se med lösenordet (\S+). Det visas bara nu.\n",
        capsys.readouterr().out,
    )
    user = User.objects.get()
    signed_in = authenticate(email="ebba@exempel.se", password=said[1])
    association = Agency.objects.get().association
    assert (code, signed_in, association.name) == (0, user, "Samordningsförbundet Nya bygden")
    assert viewer(user).associations_with(Permission.SEE_ALL_PROGRAMMES) == {association.pk}


def test_account_can_begin_in_a_programme(cast, capsys):
    name = cast.here.name
    where = ["--association", name, *AT_WORK, "--role", "case_worker"]

    main(["Gun Gran", "gun@exempel.se", *where, "--programme", "ung-framtid"])

    user = User.objects.get(email="gun@exempel.se")
    assert list(programmes_of(viewer(user))) == [cast.programme]


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        (["--role", "case_workr"], "case_workr finns inte. Välj bland case_worker, "),
        (["--role", "participant"], "Deltagare får sin egen sida av den som arbetar med dem."),
        (["--programme", "okand"], "Insatsen okand finns inte i Samordningsförbundet Nya bygden."),
        (["--kind", "KOMMUN"], "KOMMUN finns inte. Välj bland MUNICIPALITY, "),
    ],
)
def test_account_that_cannot_be_is_refused_whole(db, changed, sentence):
    with pytest.raises(Refused) as refused:
        main([*NEW, *changed])

    assert str(refused.value).startswith(sentence)
    assert User.objects.count() == 0


def test_address_that_has_an_account_is_refused(cast):
    with pytest.raises(Refused) as refused:
        main(["Alva Igen", "ALVA@exempel.se", "--association", cast.here.name])

    assert str(refused.value) == "alva@exempel.se har redan ett konto."
