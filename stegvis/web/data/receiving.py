"""What is too large is never kept, neither in memory nor on disk: only its size is told."""

from typing import Any

from django.conf import settings
from django.core.files.uploadhandler import FileUploadHandler, StopUpload
from django.http import HttpRequest

LARGEST_FORM_BYTES = 1024 * 1024  # of fields and boundaries around the files
SIZE_SENT = "stegvis_size_not_received"


class NotTooLarge(FileUploadHandler):
    """First in line: reads past everything when it is too much.

    The fields before the file are kept, so that the page can answer with a sentence.
    """

    sent = so_far = 0
    stream: Any = None

    def handle_raw_input(self, input_data: Any, META: Any, content_length: int, *_: Any) -> None:  # type: ignore[override] # noqa: N803, ARG002 - Django's names
        self.stream, self.sent = input_data, content_length

    def receive_data_chunk(self, raw_data: bytes, _start: int) -> bytes:
        self.so_far += len(raw_data)
        size = max(self.sent, self.so_far)
        if size > settings.STEGVIS_LARGEST_UPLOAD_BYTES + LARGEST_FORM_BYTES:
            if self.request is not None:
                self.request.META[SIZE_SENT] = size
            while self.stream.read(self.chunk_size):
                pass  # Django itself would read to the next line end, which may be all of it
            raise StopUpload(connection_reset=False)
        return raw_data

    def file_complete(self, _file_size: int) -> None:
        """The next in line keeps it."""


def size_not_received(request: HttpRequest) -> int:
    """Bytes of an upload that was too large; nought when all was received."""
    return int(request.META.get(SIZE_SENT, 0))
