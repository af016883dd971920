"""Every sentence that is translated when it is shown can be found by the extractor."""

import ast
from importlib import import_module
from io import BytesIO

from babel.messages.pofile import read_po

from stegvis.config import translations
from tests.house import CODE, python_files, relative, tree

SENTENCES_TAKEN = {"_": 1, "gettext": 1, "N_": 1, "gettext_noop": 1, "ngettext": 2}


def translating(node):
    """The calls in it that translate or mark a sentence."""
    calls = (one for one in ast.walk(node) if isinstance(one, ast.Call))
    return [
        one for one in calls if isinstance(one.func, ast.Name) and one.func.id in SENTENCES_TAKEN
    ]


def sentences(call):
    return call.args[: SENTENCES_TAKEN[call.func.id]]


def places(file, nodes):
    return [f"{relative(file)}:{node.lineno} {ast.unparse(node)}" for node in nodes]


def hidden_in_texts(file):
    """Calls inside f-strings, which the extractor does not look into."""
    outer = [node for node in ast.walk(tree(file)) if isinstance(node, ast.JoinedStr)]
    return places(file, [call for node in outer for call in translating(node)])


def half_literal(file):
    """Arguments that are neither a text nor free of texts: the extractor takes any text in them."""
    found = [one for call in translating(tree(file)) for one in sentences(call)]
    doubtful = [one for one in found if not isinstance(one, ast.Constant)]
    return places(
        file, [one for one in doubtful if any(map(is_text, ast.walk(one))) or is_joined(one)]
    )


def is_text(node):
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def is_joined(node):
    return isinstance(node, ast.JoinedStr | ast.BinOp)


def looked_up(file):
    """Constants of a module whose sentences it translates when it shows them."""
    found = [one for call in translating(tree(file)) for one in sentences(call)]
    names = {
        node.id
        for one in found
        for node in ast.walk(one)
        if isinstance(node, ast.Name) and node.id.isupper()
    }
    if not names:
        return []
    module = import_module(relative(file).removesuffix(".py").replace("/", "."))
    return [text for name in names for text in texts_of(getattr(module, name))]


def texts_of(constant):
    if isinstance(constant, dict | tuple):
        values = constant.values() if isinstance(constant, dict) else constant
        return [text for value in values for text in texts_of(value)]
    return [constant] if type(constant) is str else []


def known():
    catalogue = read_po(BytesIO(translations.existing()), locale="en")
    return {one for message in catalogue if message.id for one in translations.all_of(message.id)}


def test_no_sentence_is_hidden_in_an_f_string():
    assert [place for file in python_files(*CODE) for place in hidden_in_texts(file)] == []


def test_sentences_are_whole_literals_or_marked_before():
    assert [place for file in python_files(*CODE) for place in half_literal(file)] == []


def test_looked_up_sentences_are_marked():
    used = {text for file in python_files("stegvis") for text in looked_up(file)}

    assert used - known() == set()
    assert "Preliminärt" in used


def test_hidden_and_half_literal_sentences_are_found(tmp_path, monkeypatch):
    monkeypatch.setattr("tests.house.ROOT", tmp_path)
    file = tmp_path / "room.py"
    file.write_text("f'{_(\"Sida\")}'\n_(WORDS['key'])\n_('a' + word)\n_(WORDS[key])\n_('Hel')\n")

    assert hidden_in_texts(file) == ["room.py:1 _('Sida')"]
    assert half_literal(file) == ["room.py:2 WORDS['key']", "room.py:3 'a' + word"]
