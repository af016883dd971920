"""Argparse in the reader's language."""

import argparse

from stegvis.core.values.language import current_language

SWEDISH = {
    "usage: ": "användning: ",
    "positional arguments": "argument",
    "options": "val",
    "show this help message and exit": "visa den här hjälpen",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "%(prog)s: error: %(message)s\n": "%(prog)s: fel: %(message)s\n",
    "unrecognized arguments: %s": "okända argument: %s",
    "not allowed with argument %s": "får inte stå tillsammans med %s",
    "ignored explicit argument %r": "tar inget värde, men fick %r",
    "the following arguments are required: %s": "det här saknas: %s",
    "one of the arguments %s is required": "ett av dessa behövs: %s",
    "expected one argument": "ett värde saknas",
    "expected at most one argument": "högst ett värde får stå här",
    "expected at least one argument": "minst ett värde behövs",
    "expected %s argument": "%s värde behövs",
    "expected %s arguments": "%s värden behövs",
    "ambiguous option: %(option)s could match %(matches)s": (
        "%(option)s kan betyda flera saker: %(matches)s"
    ),
    "invalid %(type)s value: %(value)r": "%(value)r går inte att läsa som %(type)s",
    "invalid choice: %(value)r (choose from %(choices)s)": (
        "%(value)r finns inte; välj bland %(choices)s"
    ),
    "unknown parser %(parser_name)r (choices: %(choices)s)": (
        "%(parser_name)r finns inte; välj bland %(choices)s"
    ),
    "can't open '%(filename)s': %(error)s": "%(filename)s går inte att öppna: %(error)s",
}


def speak_to_the_reader() -> None:
    """Argparse looks its sentences up through two names of its module, and has no other way in."""
    vars(argparse).update(_=_translated, ngettext=_translated_number)


def _translated(sentence: str) -> str:
    return SWEDISH.get(sentence, sentence) if current_language() == "sv" else sentence


def _translated_number(one: str, many: str, number: int) -> str:
    return _translated(one if number == 1 else many)
