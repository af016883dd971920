"""A file to take home, as the answer of a page."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header

FOREIGN_POLICY = "sandbox; default-src 'none'"  # nothing in it may run, were it ever opened here


def download(content: bytes | str, name: str, media_type: str) -> HttpResponse:
    """`name` is made by us, of ids, days and numbers; never of what somebody wrote."""
    answer = HttpResponse(content, content_type=media_type)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def foreign_download(content: bytes, name: str, media_type: str) -> HttpResponse:
    """What somebody else has made, under a name that somebody wrote."""
    answer = HttpResponse(content, content_type=media_type)
    answer["Content-Disposition"] = content_disposition_header(True, name)  # noqa: FBT003 - Django's
    answer["Content-Security-Policy"] = FOREIGN_POLICY
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
