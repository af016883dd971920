"""What htmx puts into a page is what a reload of the page shows there.

assert_fragment_is_page(sign_in(client, cast.alva), "/insatser/?sida=2", "rows")
assert_fragment_is_reloaded(client.post(path, data, headers=HTMX), client.get(path), "rows")
"""

import re

from django.test.html import Element, parse_html

HTMX = {"HX-Request": "true"}
NEW_EACH_TIME = re.compile(
    r'(?<=name="csrfmiddlewaretoken" value=")[^"]*'
    r'|(?<=name="form_key" value=")[^"]*'
    r'|(?<=nonce=")[^"]*'
    r"|\b(?<=why-)[0-9a-f]{8}|\b(?<=table-)[0-9a-f]{8}"
)


def assert_fragment_is_page(client, path, target):
    """Asks for the same address with htmx and without."""
    fragment = client.get(path, headers=HTMX | {"HX-Target": target})
    assert_fragment_is_reloaded(fragment, client.get(path), target)


def assert_fragment_is_reloaded(fragment, page, target):
    """`target` is the id of the element that htmx replaces."""
    assert fragment.status_code == page.status_code == 200
    assert str(element(fragment, target)) == str(element(page, target))


def element(response, target):
    text = NEW_EACH_TIME.sub("", response.content.decode())
    root = parse_html(re.sub(r"(?i)<!doctype[^>]*>", "", text))
    found = [one for one in elements(root) if ("id", target) in one.attributes]
    assert len(found) == 1, f"{len(found)} elements have the id {target}"
    return found[0]


def elements(root):
    yield root
    for child in root.children:
        if isinstance(child, Element):
            yield from elements(child)
