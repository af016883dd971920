"""Lines of the log: where an error arose and of which kind, never what somebody had written.

The words of an error may quote a row, a cell or a text, so they stand only where they are known
to be about the machine. Whoever looks for a fault has the place in the program.
"""

import logging
import traceback
from collections.abc import Iterator
from types import TracebackType

from django.core.exceptions import ImproperlyConfigured
from django.db import InterfaceError, OperationalError

Info = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]

ABOUT_THE_MACHINE = (ImproperlyConfigured, ImportError, InterfaceError, OperationalError, OSError)


class WithoutContent(logging.Formatter):
    def formatException(self, ei: Info) -> str:  # noqa: N802 - the library's name
        told = [_told(error) for error in _chain(ei[1])]
        return "\n".join(reversed(told))


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    """The latest first, then what it arose from."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        yield error
        seen.add(id(error))
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def _told(error: BaseException) -> str:
    kind = f"{type(error).__module__}.{type(error).__qualname__}"
    words = f"{kind}: {error}" if isinstance(error, ABOUT_THE_MACHINE) else kind
    return "".join([*traceback.format_tb(error.__traceback__), words])
