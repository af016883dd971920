"""A file to take home, as the answer of a page."""

from django.http import HttpResponse


def download(content: bytes | str, name: str, media_type: str) -> HttpResponse:
    """`name` is made by us, of ids, days and numbers; never of what somebody wrote."""
    answer = HttpResponse(content, content_type=media_type)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
