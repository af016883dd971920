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

import jwt
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key

CLIENT, SECRET = "stegvis", "provarhemlighet"
KEY = generate_private_key(public_exponent=65537, key_size=2048)
JWK = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(KEY.public_key())) | {"kid": "1", "use": "sig"}


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
                "levels": [],
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
            "/jwks": lambda _query: self.answer({"keys": [JWK]}),
        }
        pages[parts.path](one_of_each(parts.query))

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        sent = one_of_each(body)
        asked = self.server.asked.pop(sent["code"])
        proof = base64.urlsafe_b64encode(hashlib.sha256(sent["code_verifier"].encode()).digest())
        right = (
            (sent["client_id"], sent["client_secret"]) == (CLIENT, SECRET)
            and sent["redirect_uri"] == asked["redirect_uri"]
            and proof.decode().rstrip("=") == asked["code_challenge"]
        )
        if not right:
            self.answer({"error": "invalid_grant"}, status=400)
            return
        token = {"iss": self.server.url, "aud": CLIENT, "iat": time.time(), "exp": time.time() + 60}
        signed = jwt.encode(
            token | self.server.claims, KEY, algorithm="RS256", headers={"kid": JWK["kid"]}
        )
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
