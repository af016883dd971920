"""Texts of consent on screen: a new version, never a change; and the rules around them."""

import pytest
from django.urls import reverse

from stegvis.organisations.models import Act
from stegvis.participants.models import ConsentRules, ConsentText
from stegvis.participants.queries.rules import rules_of
from tests.administered import administrator
from tests.cast import sign_in
from tests.pages import form_with, words_of
from tests.people import agency_of, consent, participant, today


@pytest.fixture
def browser(cast, client):
    return sign_in(client, administrator(cast.here))


def said(**fields):
    given = {
        "purpose": "team",
        "language": "sv",
        "title": "Samarbete",
        "body": "Jag samtycker.",
        "months_valid": "12",
        "starts_on": today().isoformat(),
    }
    return given | fields


def test_a_version_is_added_and_the_next_begins_from_it(cast, browser):
    new = reverse("new_consent_text", args=[cast.here.pk])
    words = words_of(browser.post(new, said(), follow=True))
    assert f"Samarbete, version 1, gäller från {today()}." in words
    first = ConsentText.objects.get()
    assert "Version 1, gäller från" in words_of(
        browser.get(reverse("consent_text", args=[first.pk]))
    )

    form = form_with(browser.get(f"{new}?efter={first.pk}"), "title")
    assert (form["title"], form["months_valid"]) == ("Samarbete", "12")
    browser.post(new, form | said(body="Jag samtycker till mer."))

    assert [(one.number, one.body) for one in ConsentText.objects.order_by("number")] == [
        (1, "Jag samtycker."),
        (2, "Jag samtycker till mer."),
    ]
    assert Act.objects.filter(kind="consent_text").count() == 2


def test_a_text_in_use_is_marked(cast, browser):
    alvas = agency_of(cast.alva)
    consent(participant(alvas), alvas, [])
    assert "Underskriven" in words_of(browser.get(reverse("consent_texts")))


def test_a_text_does_not_begin_before_it_is_written(cast, browser):
    new = reverse("new_consent_text", args=[cast.here.pk])
    words = words_of(browser.post(new, said(starts_on="2020-01-01")))
    assert "En ny text gäller tidigast från i dag" in words
    assert not ConsentText.objects.exists()


def test_rules_are_decided(cast, browser):
    assert rules_of(cast.here.pk).statistics_need_consent is False
    where = reverse("consent_rules", args=[cast.here.pk])
    form = {"statistics_need_consent": "on", "warn_weeks": "4", "minors_sentence": " Fråga. "}
    assert "Reglerna är sparade." in words_of(browser.post(where, form, follow=True))
    rules = ConsentRules.objects.get()
    told = (rules.statistics_need_consent, rules.extract_names_staff, rules.warn_weeks)
    assert (*told, rules.minors_sentence) == (True, False, 4, "Fråga.")
    assert form_with(browser.get(where), "warn_weeks")["warn_weeks"] == "4"


def test_nobody_else_writes_texts(cast, client):
    sign_in(client, cast.alva)
    for name in ("new_consent_text", "consent_rules"):
        assert client.get(reverse(name, args=[cast.here.pk])).status_code == 404


def test_another_associations_texts_are_not_there(cast, browser):
    there = agency_of(cast.cecilia)
    given = consent(participant(there), there, [])
    assert browser.get(reverse("consent_text", args=[given.text_id])).status_code == 404
    where = reverse("new_consent_text", args=[cast.elsewhere.pk])
    assert browser.post(where, said()).status_code == 404
