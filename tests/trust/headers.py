"""T10: what every answer must tell the browser, said once more."""

from stegvis.config.permissions import addresses
from tests.addresses import FILLED_IN, PARAMETER, filled_in

SAID = {
    "Cache-Control": "no-store, private",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
POLICY = {
    "default-src": {"'none'"},
    "script-src": {"'self'"},
    "style-src": {"'self'"},
    "img-src": {"'self'", "data:"},
    "font-src": {"'self'"},
    "connect-src": {"'self'"},
    "form-action": {"'self'"},
    "frame-ancestors": {"'none'"},
    "base-uri": {"'none'"},
    "object-src": {"'none'"},
    "manifest-src": {"'self'"},
}
"""Beside the nonce of the answer, and what a provider of sign-in adds to `form-action`."""
ANY_ID = "00000000-0000-4000-8000-00000000000a"
METHODS = ("GET", "POST", "PUT")
MISSING = ("/finns-inte/", "/static/finns-inte.css", "/personer/finns-inte/", "/%ff/")


def every_address():
    """Of something that does not exist, where it is of something."""
    return [filled_in(one, ids_of(one.route)) for one in addresses()]


def ids_of(route):
    names = {name for found in PARAMETER.findall(route) for name in found if name}
    return dict.fromkeys(names - FILLED_IN.keys(), ANY_ID)


def asked(browser, where):
    return [(method, where, browser.generic(method, where)) for method in METHODS]


def wrong(answers):
    return [
        (method, where, answer.status_code, faults)
        for method, where, answer in answers
        if (faults := faults_of(answer))
    ]


def faults_of(answer):
    """Names of headers that say something else than they should."""
    wrong = [name for name, value in SAID.items() if answer.get(name) != value]
    return wrong + faults_of_policy(answer.get("Content-Security-Policy", ""))


def faults_of_policy(policy):
    """A file that somebody has sent in may do nothing at all."""
    rules = dict(rule.strip().partition(" ")[::2] for rule in policy.split(";"))
    if rules.get("sandbox") == "" and rules.get("default-src") == "'none'":
        return sorted(rules.keys() - {"sandbox", "default-src"})
    wrong = [name for name, right in POLICY.items() if without_nonce(rules.get(name, "")) != right]
    wrong += ["unsafe"] if "unsafe" in policy or "*" in policy else []
    return wrong + sorted(rules.keys() - POLICY.keys() - {""})


def without_nonce(rule):
    return {part for part in rule.split() if not part.startswith("'nonce-")}
