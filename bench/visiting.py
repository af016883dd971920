"""Somebody with a browser: keeps a connection and cookies, signs in, follows links."""

import http.client
import re
import time
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from urllib.parse import urlencode

SIGN_IN = "/konto/logga-in/"
PATIENCE_SECONDS = 60
MOVED = (301, 302, 303)


@dataclass
class Visitor:
    port: int
    cookies: dict[str, str] = field(default_factory=dict)
    _connection: http.client.HTTPConnection | None = None

    def get(self, path: str) -> tuple[int, str, float]:
        """Status, page and the seconds it took, with the redirects that it answered."""
        began = time.perf_counter()
        status, location, page = self._ask("GET", path)
        while status in MOVED:
            status, location, page = self._ask("GET", location)
        return status, page, time.perf_counter() - began

    def sign_in(self, email: str, password: str) -> None:
        page = self.get(SIGN_IN)[1]
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
        if token is None:
            raise AssertionError(page)
        form = {"csrfmiddlewaretoken": token[1], "login": email, "password": password}
        status, _location, answer = self._ask("POST", SIGN_IN, urlencode(form))
        if status not in MOVED:
            raise AssertionError(answer)

    def _ask(self, method: str, path: str, body: str = "") -> tuple[int, str, str]:
        """Asked once more on a new connection when the server has closed an idle one."""
        try:
            return self._asked(method, path, body)
        except ConnectionError:
            self._connection = None
            return self._asked(method, path, body)

    def _asked(self, method: str, path: str, body: str) -> tuple[int, str, str]:
        if self._connection is None:
            self._connection = http.client.HTTPConnection(
                "localhost", self.port, timeout=PATIENCE_SECONDS
            )
        written = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        headers = {"Cookie": written, "Content-Type": "application/x-www-form-urlencoded"}
        self._connection.request(method, path, body or None, headers)
        answer = self._connection.getresponse()
        for cookie in answer.headers.get_all("Set-Cookie", []):
            self.cookies |= {name: one.value for name, one in SimpleCookie(cookie).items()}
        page = answer.read().decode()
        return answer.status, answer.headers.get("Location", ""), page
