"""A small OpenID Connect provider on this machine: what an organisation has, for the tests.

It checks what a real one checks: the client, its secret, the code, and the proof behind it.
"""

import base64
import hashlib
import json
import secrets
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlencode, urlsplit

from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key
from cryptography.hazmat.primitives.hashes import SHA256

CLIENT, SECRET = "stegvis", "provarhemlighet"
KEY = generate_private_key(public_exponent=65537, key_size=2048)


def unpadded(content):
    return base64.urlsafe_b64encode(content).decode().rstrip("=")


def token(claims):
    """Signed with RS256, as RFC 7515 says."""
    parts = ({"alg": "RS256", "kid": "1"}, claims)
    text = ".".join(unpadded(json.dumps(part).encode()) for part in parts)
    return f"{text}.{unpadded(KEY.sign(text.encode(), PKCS1v15(), SHA256()))}"


def public_key():
    numbers = KEY.public_key().public_numbers()
    sized = {"n": (numbers.n, 256), "e": (numbers.e, 3)}
    parts = {name: unpadded(number.to_bytes(size)) for name, (number, size) in sized.items()}
    return {"kty": "RSA", "kid": "1", "use": "sig", "alg": "RS256", **parts}


class Provider(ThreadingHTTPServer):
    """`claims` is what it says of the person who is there."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server_port}"
        self.claims = {}
        self.asked = {}

    def app(self, **settings):
        """As Stegvis is told of it."""
        return {
            "provider_id": "organisation",
            "name": "Älvnäs kommun",
            "client_id": CLIENT,
            "secret": SECRET,
            "settings": {
                "server_url": self.url,
                "oauth_pkce_enabled": True,
                "verified_email": False,
                "levels": {},
                "max_age": 0,
                **settings,
            },
        }


class Handler(BaseHTTPRequestHandler):
    def log_message(self, *_arguments):
        pass

    def do_GET(self):
        parts = urlsplit(self.path)
        pages = {
            "/.well-known/openid-configuration": self.configuration,
            "/authorize": self.authorize,
            "/userinfo": self.userinfo,
            "/jwks": lambda _query: self.answer({"keys": [public_key()]}),
        }
        pages[parts.path](one_of_each(parts.query))

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        sent = one_of_each(body)
        asked = self.server.asked.pop(sent["code"])
        proof = unpadded(hashlib.sha256(sent["code_verifier"].encode()).digest())
        right = (
            (sent["client_id"], sent["client_secret"]) == (CLIENT, SECRET)
            and sent["redirect_uri"] == asked["redirect_uri"]
            and proof == asked["code_challenge"]
        )
        if not right:
            self.answer({"error": "invalid_grant"}, status=400)
            return
        claims = {
            "iss": self.server.url,
            "aud": CLIENT,
            "iat": time.time(),
            "exp": time.time() + 60,
        }
        signed = token(claims | self.server.claims)
        self.answer({"access_token": "a", "token_type": "Bearer", "id_token": signed})

    def configuration(self, _query):
        places = {
            "authorization_endpoint": "/authorize",
            "token_endpoint": "/token",
            "userinfo_endpoint": "/userinfo",
            "jwks_uri": "/jwks",
        }
        told = {name: self.server.url + path for name, path in places.items()}
        self.answer({"issuer": self.server.url, **told})

    def authorize(self, query):
        """A page with one button, as nobody signs in here without meaning to."""
        code = secrets.token_urlsafe(8)
        self.server.asked[code] = query
        back = f"{query['redirect_uri']}?{urlencode({'code': code, 'state': query['state']})}"
        page = f'<!doctype html><title>Inloggning</title><a href="{back}">Fortsätt</a>'
        self.answer(page, media_type="text/html; charset=utf-8")

    def userinfo(self, _query):
        self.answer(self.server.claims)

    def answer(self, content, *, status=200, media_type="application/json"):
        text = content if isinstance(content, str) else json.dumps(content)
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        self.end_headers()
        self.wfile.write(text.encode())


def one_of_each(query):
    return {name: values[0] for name, values in parse_qs(query).items()}


@contextmanager
def running_provider():
    provider = Provider()
    threading.Thread(target=provider.serve_forever, daemon=True).start()
    try:
        yield provider
    finally:
        provider.shutdown()
        provider.server_close()
