"""What every answer tells the browser, besides what Django and the content policy say."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

Respond = Callable[[HttpRequest], HttpResponse]

PERMISSIONS = (
    "camera=(), geolocation=(), microphone=(), payment=(), usb=(), "
    "publickey-credentials-create=(self), publickey-credentials-get=(self)"
)


SIGNED_OUT = '"cache", "storage"'


def safe_headers(respond: Respond) -> Respond:
    """No page is stored, by anybody: a signed-in one least of all. Static files go past here."""

    def with_headers(request: HttpRequest) -> HttpResponse:
        response = respond(request)
        response["Cache-Control"] = "no-store, private"
        response["Cross-Origin-Resource-Policy"] = "same-origin"
        response["Permissions-Policy"] = PERMISSIONS
        if request.path == reverse("account_logout"):
            response["Clear-Site-Data"] = SIGNED_OUT
        return response

    return with_headers
