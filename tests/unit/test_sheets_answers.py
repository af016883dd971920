"""The child is believed only as far as its answer has been checked."""

import json
from array import array
from base64 import b64encode
from datetime import date

import pytest

from stegvis.core.files.isolated.problems import LONGEST_READ, Problem
from stegvis.core.files.sheets.answers import Answer, Table, answer_from
from stegvis.core.files.sheets.sentences import refusal
from stegvis.core.values.refusals import Fault

HEAD = {
    "table": "Blad",
    "visible": True,
    "numbers": [1, 3],
    "sparse": None,
    "columns": 1,
    "notes": [],
}
END = {"end": True}
PROBLEM = Problem("formula", "Blad", 2, 3, "A1").as_data()
DAY = date(2024, 1, 5)


def packed(kind, code, *body):
    data = b64encode(array(code, body).tobytes()).decode()
    return {"heading": "In", "packed": kind, "body": data}


def answered(*messages):
    return answer_from(iter([json.dumps(message).encode() for message in messages]))


@pytest.mark.parametrize(
    ("column", "cells"),
    [
        ({"values": ["a", 1.5]}, ["a", 1.5]),
        (packed("day", "q", DAY.toordinal()), ["In", DAY]),
        (packed("float", "d", 0.5), ["In", 0.5]),
        ({"values": [DAY.toordinal(), 7], "dates": [0]}, [DAY, 7]),
        ({"values": [None, DAY.toordinal()], "dates": [1]}, [None, DAY]),
    ],
)
def test_answer_with_a_table(column, cells):
    table = Table("Blad", True, range(1, 3), [cells], ())  # noqa: FBT003 - visible

    assert answered(HEAD, column, END) == Answer((table,))


def test_answer_with_problems():
    answer = answered({"problems": [PROBLEM], "count": 7})

    assert answer == Answer((), (Problem("formula", "Blad", 2, 3, "A1"),), 7)


@pytest.mark.parametrize(
    "messages",
    [
        (),
        ("text",),
        (["lista"],),
        (HEAD,),
        (HEAD, {"values": ["a", "b"]}),
        (HEAD, {"values": ["a"]}, END),
        (HEAD, {"values": ["a", ["b"]]}, END),
        (HEAD, {"values": ["a", {}]}, END),
        (HEAD, {"values": ["a", float("nan")]}, END),
        (HEAD, {"values": ["a", "b"], "dates": [1]}, END),
        (HEAD, {"values": ["a", True], "dates": [1]}, END),
        (HEAD, {"values": ["a", 10**9], "dates": [1]}, END),
        (HEAD, packed("day", "q", 10**9), END),
        (HEAD, packed("day", "q", 10**15), END),
        (HEAD, packed("day", "q", 1, 2), END),
        (HEAD, packed("float", "d", float("inf")), END),
        (HEAD, packed("object", "q", 1), END),
        (HEAD, {**packed("float", "d", 1.0), "heading": []}, END),
        (HEAD, {**packed("float", "d", 1.0), "body": "AAAA"}, END),
        (HEAD, {**packed("float", "d", 1.0), "body": "å"}, END),
        (HEAD, {"values": ["a", 1], "dates": [9]}, END),
        ({**HEAD, "numbers": None, "sparse": ["1", "2"]}, {"values": ["a", "b"]}, END),
        ({**HEAD, "numbers": [1, 2, 0]}, {"values": []}, END),
        ({"problems": [{**PROBLEM, "row": "2"}], "count": 1},),
        ({"problems": [{"kind": "formula", "import": "os"}], "count": 1},),
    ],
)
def test_answer_of_another_form_is_none(messages):
    assert answered(*messages) is None


def test_answer_that_is_no_json_is_none():
    assert answer_from(iter([b"\x80\x04pickle"])) is None


def test_refusal_prints_a_strangers_text_on_one_line():
    steering = Problem("formula", "B\x1b[2J", 2, 3, "A1\nB" + "x" * 200)

    (fault,) = refusal("a.xlsx", (Problem(**steering.as_data()),)).faults

    read = "=A1\ufffdB" + "x" * (LONGEST_READ - 4)
    assert fault == Fault("blad B\ufffd[2J, rad 2, kolumn C", "formel", read, "ett värde")
