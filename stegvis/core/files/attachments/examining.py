"""The bytes given to a child; what comes back is a file made anew, or why there is none."""

import json
import os
import tempfile
from binascii import a2b_base64
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from stegvis.core.files.attachments.names import safe_name
from stegvis.core.files.attachments.sentences import refusal
from stegvis.core.files.isolated.attachments import limits
from stegvis.core.files.isolated.problems import Problem
from stegvis.core.files.sheets.answers import parsed, problem_from
from stegvis.core.files.sheets.running import Stopped, Usage, child, end_of

CHILD = "stegvis.core.files.isolated.attachments"
KINDS = {  # what is taken → its ending and its media type
    "pdf": (".pdf", "application/pdf"),
    "docx": (
        ".docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
    "jpeg": (".jpg", "image/jpeg"),
    "png": (".png", "image/png"),
    "text": (".txt", "text/plain; charset=utf-8"),
}
WRONG_ANSWER = (KeyError, TypeError, ValueError, AttributeError, RecursionError)


@dataclass(frozen=True)
class Examined:
    """A file as it may be kept. `removed`: metadata, trailing, signature."""

    content: bytes
    name: str
    media_type: str
    removed: frozenset[str]


def examined(content: bytes, name: str, *, usage: Usage | None = None) -> Examined:
    """The file made anew, or a refusal; `usage` is filled with what the child used."""
    used = usage or Usage()
    if len(content) > limits.FILE_BYTES:
        found = Problem("large_file", number=len(content), limit=limits.FILE_BYTES)
        raise refusal(name, found)
    try:
        answer = _answer(content, used)
    except Stopped as stopped:
        raise refusal(name, Problem(stopped.reason)) from stopped
    if isinstance(answer, Problem):
        raise refusal(name, answer)
    return Examined(answer.content, safe_name(name, answer.name), answer.media_type, answer.removed)


def _answer(content: bytes, used: Usage) -> Examined | Problem:
    with _opened(content) as descriptor:
        request = json.dumps({"source": descriptor})
        with child(request, sources=(descriptor,), usage=used, module=CHILD) as lines:
            answer = next((_understood(line) for line in lines), None)
    return answer or Problem(end_of(used))


def _understood(line: bytes) -> Examined | Problem | None:
    """None when the answer is not of the agreed form; its name is the ending only."""
    try:
        message = parsed(line)
        if "problems" in message:
            return problem_from(message["problems"][0])
        suffix, media_type = KINDS[message["kind"]]
        body = a2b_base64(message["body"], strict_mode=True)
        return Examined(body, suffix, media_type, frozenset(map(str, message["removed"])))
    except WRONG_ANSWER:
        return None


@contextmanager
def _opened(content: bytes) -> Iterator[int]:
    """A descriptor that the child can read: memory that has no name, where there is such."""
    if not hasattr(os, "memfd_create"):
        with tempfile.TemporaryFile() as file:
            file.write(content)
            file.seek(0)
            yield file.fileno()
        return
    descriptor = os.memfd_create("attachment", os.MFD_CLOEXEC)
    try:
        with os.fdopen(os.dup(descriptor), "wb") as file:
            file.write(content)
        os.lseek(descriptor, 0, os.SEEK_SET)
        yield descriptor
    finally:
        os.close(descriptor)
