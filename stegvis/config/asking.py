"""Asks a server of ours for a page, as the outer server would: for the start and for its watch."""

import http.client
import sys
from contextlib import closing

from stegvis.config import environment
from stegvis.config.ports import USUAL

SIGN_IN = "/konto/logga-in/"
PATIENCE_SECONDS = 120.0


def status(host: str, port: int, path: str) -> int | None:
    """What it answers; None when nobody does."""
    known = environment.listed("STEGVIS_HOSTS", ("localhost",))[0].lstrip(".")
    as_from_outside = {"Host": known, "X-Forwarded-Proto": "https"}
    asked = http.client.HTTPConnection(host, port, timeout=PATIENCE_SECONDS)
    try:
        with closing(asked):
            asked.request("GET", path, headers=as_from_outside)
            answer = asked.getresponse()
            answer.read()
            return answer.status
    except (OSError, http.client.HTTPException):
        return None


def main(arguments: list[str]) -> int:
    """`python -m stegvis.config.asking [PORT]`: nought when the sign-in page is shown."""
    port = int(arguments[0]) if arguments else USUAL
    return 0 if status("127.0.0.1", port, SIGN_IN) == http.client.OK else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
