"""Small changes to what decides who sees what, each of which somebody must notice.

One mutant is one change: a condition turned round, a term left out, and for or. The second wall
is read from the database itself, so that later migrations are changed too.
"""

import ast
import copy
import inspect
import re
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module

import psycopg

from tests.database import OWN_NAME, SERVER
from tests.trust.changed import NothingChangedError, swapped

MODULES = {  # and the functions in them that say what is seen; none are all
    "stegvis.participants.models.seeing": set(),
    "stegvis.participants.models.persons": {"narrowed_to"},
    "stegvis.participants.models.personal": {
        *("narrowed_to", "visible_to", "of", "seen_with", "because", "_fetch_all", "_note"),
    },
    "stegvis.participants.models.disclosures": {"narrowed_to", "seen_with"},
    "stegvis.participants.models.wishes": {"narrowed_to", "seen_with", "because"},
    "stegvis.participants.models.decisions": {"narrowed_to"},
    "stegvis.participants.models.involvements": {"narrowed_to", "of"},
    "stegvis.participants.models.granting": set(),
    "stegvis.participants.calculations.grants": set(),
}
DECIDING = {
    "organisations": ("administration", "grants", "retention", "two_steps"),
    "participants": (
        *("attachments", "consent_texts", "consents", "counting", "disclosures", "exceptions"),
        *("handover", "involvements", "log_reviews", "merging", "registering"),
    ),
}
TABLES = ("participants_person", "participants_representative", "participants_disclosure")
LOOKUPS = {"__lte": "__lt", "__gt": "__gte"}
COMPARED = {ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.In: ast.NotIn, ast.NotIn: ast.In}
COMPARED |= {ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.Lt: ast.LtE, ast.LtE: ast.Lt}
COMPARED |= {ast.Gt: ast.GtE, ast.GtE: ast.Gt}
SAME = {
    ("stegvis.participants.policies.involvements", "filter without keywords 2"): (
        "the agencies are compared with those where somebody works, whichever were read"
    ),
    ("stegvis.participants.models.granting", "filter without keywords 2"): (
        "what is agreed for others than one's own agencies is left out when it is reckoned"
    ),
}
"""Changes that nobody can notice, and why: they are not counted."""

BOTH_WAYS = {ast.BitAnd: ast.BitOr, ast.BitOr: ast.BitAnd, ast.And: ast.Or, ast.Or: ast.And}
CONDITIONS = {"filter", "exclude", "get", "Q", "When"}
TURNED = (
    (r" AND ", " OR "),
    (r" OR ", " AND "),
    (r"<= ", "> "),
    (r"<= ", "< "),
    (r" > ", " <= "),
    (r" > ", " >= "),
    (r" = (?!ANY)", " <> "),
    (r" IS NULL", " IS NOT NULL"),
    (r"NOT (?=\(?EXISTS)", ""),
    (r"'team'", "'forward'"),
    (r"'sensitive'", "'identity'"),
)
OURS = "SELECT pg_get_functiondef(oid) FROM pg_proc WHERE proname LIKE 'stegvis%'"
VIEW = "SELECT pg_get_viewdef('participants_mine'::regclass, true)"
MINE = "VIEW participants_mine WITH (security_invoker) AS {}"
POLICIES = """
SELECT tablename, policyname, qual, with_check FROM pg_policies WHERE tablename = ANY (%s)
"""


@dataclass(frozen=True)
class Mutant:
    """`place` is a module, or "" for the database; `old` is what puts it right again."""

    place: str
    told: str
    new: str
    old: str = ""

    @contextmanager
    def borne(self):
        if self.place:
            module = import_module(self.place)
            with swapped(module, self.new):
                yield
            return
        done(self.new)
        try:
            yield
        finally:
            done(self.old)


class Change(ast.NodeTransformer):
    """Makes the change with the number that is wanted, and remembers which it was."""

    def __init__(self, wanted):
        self.wanted, self.seen, self.told, self.what = wanted, -1, "", ""

    def visit(self, node):
        node = self.generic_visit(node)
        for told, new in changes(node):
            self.seen += 1
            if self.seen == self.wanted:
                self.what, self.told = told, f"line {node.lineno}: {told}"
                return ast.copy_location(new, node)
        return node


def changes(node):
    """What may be done to one node, and the words for it."""
    if isinstance(node, (ast.BinOp, ast.BoolOp)) and type(node.op) in BOTH_WAYS:
        yield "and for or", like(node, op=BOTH_WAYS[type(node.op)]())
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, (ast.Invert, ast.Not)):
        yield "turned round", node.operand
    if isinstance(node, (ast.If, ast.IfExp)):
        yield "turned round", like(node, test=ast.UnaryOp(op=ast.Not(), operand=node.test))
    if isinstance(node, ast.Compare) and type(node.ops[0]) in COMPARED:
        yield "compared otherwise", like(node, ops=[COMPARED[type(node.ops[0])](), *node.ops[1:]])
    if isinstance(node, ast.Constant) and str(node.value).endswith(tuple(LOOKUPS)):
        stem, _, lookup = node.value.rpartition("__")
        yield "a day more or less", like(node, value=stem + LOOKUPS[f"__{lookup}"])
    if isinstance(node, ast.Call):
        yield from left_out(node)


def left_out(node):
    """A condition without one of its terms."""
    name = getattr(node.func, "attr", getattr(node.func, "id", ""))
    if name in CONDITIONS:
        for what in ("args", "keywords"):
            held = getattr(node, what)
            for number in range(len(held)):
                rest = [one for at, one in enumerate(held) if at != number]
                yield f"{name} without {what} {number}", like(node, **{what: rest})


def like(node, **fields):
    new = copy.copy(node)
    for name, value in fields.items():
        setattr(new, name, value)
    return new


def mutants():
    found = [one for module, names in MODULES.items() for one in of_module(module, names)]
    return [*found, *of_database()]


def of_policies():
    """What may be done, which no wall stands behind."""
    names = [f"stegvis.{room}.policies.{one}" for room in DECIDING for one in DECIDING[room]]
    return [one for name in names for one in of_module(name, set())]


def of_module(name, wanted):
    source = inspect.getsource(import_module(name))
    for number in range(1000):
        tree = ast.parse(source)
        change = Change(number)
        for function in ast.walk(tree):
            if isinstance(function, ast.FunctionDef) and (not wanted or function.name in wanted):
                function.body = [change.visit(one) for one in function.body]
        if not change.told:
            return
        if (name, change.what) not in SAME:
            yield Mutant(name, change.told, ast.unparse(ast.fix_missing_locations(tree)))


def of_database():
    with psycopg.connect(SERVER.url(OWN_NAME)) as connection:
        functions = [row[0] for row in connection.execute(OURS)]
        (view,) = connection.execute(VIEW).fetchone()
        policies = connection.execute(POLICIES, [list(TABLES)]).fetchall()
    for text in functions:
        yield from turned(text, "{}")
    yield from turned(
        view, "CREATE OR REPLACE VIEW participants_mine WITH (security_invoker) AS {}"
    )
    for table, name, *said in policies:
        for clause, text in zip(("USING", "WITH CHECK"), said, strict=True):
            yield from turned(text or "", f"ALTER POLICY {name} ON {table} {clause} ({{}})")


def turned(text, statement):
    """Each place where a word can be another."""
    for pattern, instead in TURNED:
        for found in re.finditer(pattern, text):
            new = text[: found.start()] + instead + text[found.end() :]
            told = f"{statement[:60]} {text[max(0, found.start() - 40) : found.end() + 20]!r}"
            yield Mutant("", told, statement.format(new), statement.format(text))


def done(statement):
    with psycopg.connect(SERVER.url(OWN_NAME), autocommit=True) as connection:
        connection.execute("SET lock_timeout = '5s'")
        connection.execute(statement)


def survivors(found, is_noticed):
    """Those that nobody noticed, of those that are a change at all."""
    alive, tried = [], 0
    for mutant in found:
        try:
            with mutant.borne():
                tried += 1
                if not is_noticed():
                    alive.append(mutant)
        except (NothingChangedError, psycopg.Error):
            continue
    return alive, tried
