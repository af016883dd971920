"""The provider and the letters as the environment tells of them, and what is missing."""

import pytest

from stegvis.config import sign_in
from stegvis.config.letters import letters
from stegvis.core.values.refusals import Refused

OIDC = {
    "STEGVIS_OIDC_SERVER": "https://id.exempel.se",
    "STEGVIS_OIDC_CLIENT": "stegvis",
    "STEGVIS_OIDC_SECRET": "x",
    "STEGVIS_OIDC_LEVELS": "loa2, http://id.elegnamnden.se/loa/1.0/loa3=3",
    "STEGVIS_OIDC_MAX_AGE_MINUTES": "30",
}


@pytest.fixture
def told(monkeypatch):
    def tell(values):
        for name, value in values.items():
            monkeypatch.setenv(name, value)

    return tell


def test_without_a_provider_there_is_none():
    assert (sign_in.providers(in_production=True), sign_in.origins()) == ({}, [])


def test_a_provider_is_told_of_whole(told):
    told(OIDC)

    (app,) = sign_in.providers(in_production=True)["openid_connect"]["APPS"]

    assert (app["provider_id"], app["client_id"], app["secret"]) == ("organisation", "stegvis", "x")
    assert app["settings"] == {
        "server_url": "https://id.exempel.se",
        "oauth_pkce_enabled": True,
        "verified_email": False,
        "levels": {"loa2": 2, "http://id.elegnamnden.se/loa/1.0/loa3": 3},
        "max_age": 1800,
        "auth_params": {
            "acr_values": "http://id.elegnamnden.se/loa/1.0/loa3 loa2",
            "max_age": "1800",
        },
    }


@pytest.mark.parametrize("written", ["loa3=4", "loa3=", "loa3=hög", "=3", "loa3=0"])
def test_a_level_that_is_none_is_refused(told, written):
    told(OIDC | {"STEGVIS_OIDC_LEVELS": written})

    with pytest.raises(Refused) as refused:
        sign_in.providers(in_production=True)

    assert refused.value.sentence == (
        f"STEGVIS_OIDC_LEVELS innehåller {written}. "
        "Skriv leverantörens värde och en nivå 1–3: loa3=3."
    )


def test_a_form_may_lead_to_the_provider_and_on(told):
    told(OIDC | {"STEGVIS_SIGN_IN_ORIGINS": "https://bank.exempel.se"})

    assert sign_in.origins() == ["https://id.exempel.se", "https://bank.exempel.se"]


def test_a_provider_without_a_secret_is_refused(told):
    told({name: value for name, value in OIDC.items() if "SECRET" not in name})

    with pytest.raises(Refused, match="STEGVIS_OIDC_SECRET saknas"):
        sign_in.providers(in_production=True)


def test_a_provider_in_the_clear_is_refused_in_production(told):
    told(OIDC | {"STEGVIS_OIDC_SERVER": "http://id.exempel.se"})

    with pytest.raises(Refused, match="måste adressen börja med https"):
        sign_in.providers(in_production=True)


@pytest.mark.parametrize(("in_production", "sent"), [(False, True), (True, False)])
def test_without_a_server_only_a_trial_writes_letters(in_production, sent):
    assert letters(in_production=in_production).are_sent == sent


def test_letters_need_a_sender(told):
    told({"STEGVIS_SMTP_HOST": "brev.exempel.se"})

    with pytest.raises(Refused, match="STEGVIS_SENDER saknas"):
        letters(in_production=True)


def test_letters_go_by_the_server(told):
    told({"STEGVIS_SMTP_HOST": "brev.exempel.se", "STEGVIS_SENDER": "stegvis@exempel.se"})

    found = letters(in_production=True)

    assert (found.host, found.port, found.security) == ("brev.exempel.se", 587, "starttls")
