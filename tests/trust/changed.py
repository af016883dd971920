"""One change to the code that runs, or to a function of the database, and back again.

A function gets the code that it would have had, wherever it has been imported to already.
"""

import inspect
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from types import CodeType, FunctionType

from stegvis.core.models import forget_questions
from tests.database import OWN_NAME, as_superuser
from tests.house import ROOT

MIGRATION = ROOT / "stegvis/participants/migrations/0003_row_security.py"


class NothingChangedError(Exception):
    """The change is of a text that is not there any more: it must be written anew."""


@contextmanager
def changed(place, old, new):
    """`place` is a module; `old` stands in it once or more."""
    module = import_module(place)
    text = inspect.getsource(module)
    if old not in text:
        raise NothingChangedError(f"{place}: {old}")
    with swapped(module, text.replace(old, new)):
        yield


@contextmanager
def swapped(module, text):
    new, before = codes_of(compile(text, module.__file__, "exec")), {}
    try:
        for name, function in functions_of(module).items():
            if name in new and differs(new[name], function.__code__):
                before[function] = function.__code__
                function.__code__ = new[name]
        if not before:
            raise NothingChangedError(module.__name__)
        forget_questions()
        yield
    finally:
        for function, code in before.items():
            function.__code__ = code
        forget_questions()


def differs(new, old):
    """Code within is compared too; the numbers of lines do not count."""
    return told(new) != told(old)


def told(code):
    consts = [told(one) if isinstance(one, CodeType) else one for one in code.co_consts]
    return code.co_code, consts, code.co_names, code.co_varnames


def codes_of(code):
    found = {}
    for one in code.co_consts:
        if isinstance(one, CodeType):
            found |= {one.co_qualname: one} | codes_of(one)
    return found


def functions_of(module):
    """Those of the module itself and of its classes, under their decorators."""
    classes = [one for one in vars(module).values() if inspect.isclass(one)]
    own = [one for one in classes if one.__module__ == module.__name__]
    values = [value for held in (module, *own) for value in vars(held).values()]
    found = [plain(value) for value in values]
    return {
        one.__qualname__: one
        for one in found
        if isinstance(one, FunctionType) and one.__module__ == module.__name__
    }


def plain(value):
    if isinstance(value, property):
        value = value.fget
    if isinstance(value, (staticmethod, classmethod)):
        value = value.__func__
    return inspect.unwrap(value) if callable(value) else value


@cache
def functions_in_database():
    """The text of each as its migration made it."""
    text = MIGRATION.read_text(encoding="utf-8")
    parts = text.split("CREATE FUNCTION ")[1:]
    return {part.split("(", 1)[0]: part.split("$$;", 1)[0] + "$$;" for part in parts}


@contextmanager
def changed_in_database(name, old, new):
    """Functions only: to change a view or a policy would wait for whoever looks."""
    before = functions_in_database()[name]
    if old not in before:
        raise NothingChangedError(f"{name}: {old}")
    as_superuser(f"CREATE OR REPLACE FUNCTION {before.replace(old, new)}", OWN_NAME)
    try:
        yield
    finally:
        as_superuser(f"CREATE OR REPLACE FUNCTION {before}", OWN_NAME)
