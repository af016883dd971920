"""A consent is taken, and withdrawn, by staff."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from stegvis.core.actions.pages import page, viewer_of
from stegvis.core.values.formatting import day
from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import ngettext
from stegvis.core.values.viewers import Viewer
from stegvis.participants.actions.consents import take_consents, withdraw
from stegvis.participants.forms.consents import Offer, SigningForm, WithdrawalForm
from stegvis.participants.policies.consents import may_be_minor, minors_sentence
from stegvis.participants.queries.acting import acting_for, agencies_of
from stegvis.participants.queries.attachments import attachments_of
from stegvis.participants.queries.consent_texts import languages_of, texts_in_force
from stegvis.participants.queries.consents import consents_of, holds, signers_of
from stegvis.participants.queries.persons import Person
from stegvis.participants.queries.rules import rules_of
from stegvis.web.consents.entrance import TAKES_CONSENT, consenting
from stegvis.web.consents.presenters import consent_row, tick_words
from stegvis.web.people.presenters import person_head
from stegvis.web.shell.sending import BOTH, done, sent


@page(allow=TAKES_CONSENT, methods=BOTH)
def take_consent(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """The language of the words stands in the address."""
    viewer = viewer_of(request)
    person = consenting(viewer, person_id)
    offer = _offer(viewer, person, request.GET.get("sprak", "sv"))
    form = SigningForm(sent(request), offer=offer, viewer=viewer)

    def take() -> str:
        taken = take_consents(person, form.signing(), sender=form.chosen_sender, viewer=viewer)
        return _("Samtycket är sparat, och gäller från {day}.").format(day=day(taken.signed_on))

    if request.method == "POST" and done(request, form, take):
        return redirect("person", person.pk)
    rules = rules_of(person.association_id)
    minor = may_be_minor(person.birth_year, viewer.on)
    context = {
        "head": person_head(person),
        "form": form,
        "languages": languages_of(person.association_id, viewer.on),
        "language": offer.language,
        "minors": minors_sentence(rules.minors_sentence) if minor else "",
    }
    return render(request, "consents/take.html", context)


@page(allow=TAKES_CONSENT, methods=BOTH)
def withdraw_consents(request: HttpRequest, person_id: UUID) -> HttpResponse:
    viewer = viewer_of(request)
    person = consenting(viewer, person_id)
    held = [one for one in consents_of(viewer, person) if holds(one, viewer.on)]
    rows = [consent_row(one, viewer.on) for one in held]
    form = WithdrawalForm(sent(request), choices=[(one.id, tick_words(one)) for one in rows])

    def take_back() -> str:
        return stopped(withdraw(person.pk, viewer=viewer, only=form.chosen))

    if request.method == "POST" and done(request, form, take_back):
        return redirect("person", person.pk)
    context = {"head": person_head(person), "form": form, "rows": rows}
    return render(request, "consents/withdraw.html", context)


def stopped(count: int) -> str:
    sentence = ngettext(
        "{n} samtycke är tillbakataget och gäller inte längre.",
        "{n} samtycken är tillbakatagna och gäller inte längre.",
        count,
    )
    return sentence.format(n=count)


def _offer(viewer: Viewer, person: Person, language: str) -> Offer:
    acting = acting_for(viewer, person)
    own = {one.pk for one in acting}
    return Offer(
        texts=texts_in_force(person.association_id, viewer.on, language),
        senders=acting,
        agencies=[one for one in agencies_of(person.association_id, viewer) if {one.pk} != own],
        papers=[one for one in attachments_of(viewer, person) if one.owner_id in own],
        representatives=signers_of(viewer, person),
        language=language,
    )
