"""A unit head checks the log of their own unit, and signs what was found."""

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from stegvis.core.actions.pages import page, viewer_of
from stegvis.core.values.language import gettext as _
from stegvis.core.values.sightings import Action
from stegvis.core.values.viewers import Viewer
from stegvis.participants.actions.log_reviews import (
    is_as_signed,
    judge,
    open_review,
    redrawn,
    sign,
)
from stegvis.participants.forms.log_reviews import JudgementForm, ReviewForm
from stegvis.participants.policies.log_reviews import why_not_sign
from stegvis.participants.queries.log_reviews import (
    alarms_of,
    drawn_rows,
    headed_units,
    review_of,
    reviews_of,
    units_to_review,
)
from stegvis.participants.values.log_risks import Limits
from stegvis.reports.actions.log_protocols import log_protocol_pdf
from stegvis.web.logs.entrance import REVIEWS
from stegvis.web.logs.presenters import (
    facts_of,
    limit_rows,
    log_lines,
    period,
    redrawn_words,
    review_state,
    risk_name,
)
from stegvis.web.shell.downloads import download
from stegvis.web.shell.listing import Listing, listing
from stegvis.web.shell.sending import BOTH, SEND, done, sent

AGAIN = "dra-om"


@page(allow=REVIEWS)
def log_reviews(request: HttpRequest) -> HttpResponse:
    viewer = viewer_of(request)
    found: Listing[Any] = listing(
        request, reviews_of(viewer), sorts={"period": "last"}, default="-period"
    )
    rows = [(one.pk, period(one), one.unit.name, review_state(one)) for one in found.rows]
    waiting = [(one, risk_name(one.risk)) for one in alarms_of(viewer).filter(answer=None)]
    answered = alarms_of(viewer).exclude(answer=None)[:20]
    context = {
        "reviews": replace(found, rows=rows),
        "waiting": waiting,
        "answered": [(one, risk_name(one.risk)) for one in answered],
        "missing": units_to_review(viewer),
    }
    return render(request, "logs/reviews.html", context)


@page(allow=REVIEWS, methods=BOTH)
def new_log_review(request: HttpRequest) -> HttpResponse:
    """The month that has ended is suggested."""
    viewer = viewer_of(request)
    units = headed_units(viewer)
    form = ReviewForm(sent(request), units=units, initial=_last_month(viewer, units))
    made = []

    def begin() -> str:
        made.append(open_review(form.new(), viewer=viewer))
        return _("Raderna är dragna. Bedöm dem en och en.")

    if request.method == "POST" and done(request, form, begin):
        return redirect("log_review", made[0].pk)
    return render(request, "logs/new_review.html", {"form": form})


@page(allow=REVIEWS, methods=BOTH, action=Action.LIST)
def log_review(request: HttpRequest, review_id: UUID) -> HttpResponse:
    viewer = viewer_of(request)
    review = review_of(viewer, review_id)
    rows = drawn_rows(viewer, review)
    form = JudgementForm(sent(request), rows=rows)

    def keep() -> str:
        judge(review, form.said(), viewer=viewer)
        return _("Bedömningarna är sparade.")

    if request.method == "POST" and done(request, form, keep):
        return redirect("log_review", review.pk)
    context = _context(review, rows, form)
    if AGAIN in request.GET:
        context["again"] = redrawn_words(redrawn(review))
    return render(request, "logs/review.html", context)


@page(allow=REVIEWS, methods=SEND)
def sign_log_review(request: HttpRequest, review_id: UUID) -> HttpResponse:
    viewer = viewer_of(request)
    review = review_of(viewer, review_id)
    rows = drawn_rows(viewer, review)
    form = JudgementForm({}, rows=rows)

    def freeze() -> str:
        sign(review, viewer=viewer)
        return _("Protokollet är underskrivet.")

    if done(request, form, freeze):
        return redirect("log_review", review.pk)
    shown = render(request, "logs/review.html", _context(review, rows, form))
    shown.status_code = 409
    return shown


@page(allow=REVIEWS, action=Action.PRINT)
def log_protocol_file(request: HttpRequest, review_id: UUID) -> HttpResponse:
    """Of what is signed."""
    viewer = viewer_of(request)
    review = review_of(viewer, review_id)
    protocol = getattr(review, "protocol", None)
    if protocol is None:
        raise Http404
    lines = [one.as_row() for one in log_lines(drawn_rows(viewer, review))]
    facts = [*facts_of(review), (_("Läge"), review_state(review))]
    content = log_protocol_pdf(protocol, lines, facts=facts, rules=limit_rows(_limits(review)))
    return download(content, f"loggkontroll-{review.last}.pdf", "application/pdf")


def _context(review: Any, rows: Any, form: JudgementForm) -> dict[str, Any]:
    is_signed = hasattr(review, "protocol")
    lines = {one.number: one for one in log_lines(rows)}
    is_whole = is_signed and is_as_signed(review.protocol)
    unjudged = sum(one.judgement is None for one in rows)
    return {
        "review": review,
        "period": period(review),
        "state": review_state(review),
        "facts": facts_of(review),
        "rules": limit_rows(_limits(review)),
        "form": form,
        "is_signed": is_signed,
        "is_whole": is_whole,
        "lines": [(lines[row.number], what, why) for row, what, why in form.pairs],
        "refusal": why_not_sign(unjudged, is_signed=is_signed),
    }


def _limits(review: Any) -> Limits:
    return Limits(**review.rules)


def _last_month(viewer: Viewer, units: list[Any]) -> dict[str, Any]:
    last = viewer.on.replace(day=1) - timedelta(days=1)
    return {"first": last.replace(day=1), "last": last, "unit": str(units[0].pk) if units else ""}
