"""`python3 run.py`: database, tables, example and server started, and all of it ended again."""

import argparse
from collections.abc import Callable

from stegvis.config import example, server
from stegvis.config.alone import alone
from stegvis.config.attached import data_folder, database
from stegvis.config.interruptions import ended_by_signals
from stegvis.config.ports import USUAL, free_port
from stegvis.config.prepared import make_ready
from stegvis.core.values.language import gettext as _

LOCAL = "127.0.0.1"


def main(arguments: list[str]) -> int:
    chosen = _parser().parse_args(arguments)
    with ended_by_signals(), alone(data_folder()) as say_address:
        if chosen.port is not None:  # told before minutes have gone
            free_port(chosen.host, chosen.port)
        with database():
            make_ready(with_example=chosen.example)
            place = _place(chosen)
            return server.serve(place, when_it_answers=_telling(place, say_address))


def _place(chosen: argparse.Namespace) -> server.Place:
    port = free_port(chosen.host, chosen.port)
    if chosen.port is None and port != USUAL:
        sentence = _("Port {usual} är upptagen, så den här gången blir det {port}.")
        print(sentence.format(usual=USUAL, port=port), flush=True)
    return server.Place(chosen.host, port, chosen.processes)


def _telling(place: server.Place, say_address: Callable[[str], None]) -> Callable[[], None]:
    def tell() -> None:
        say_address(place.address)
        print(_("Stegvis är igång: {address}").format(address=place.address))
        print(example.logins(), end="")
        print(_("Avsluta med Ctrl-C."), flush=True)

    return tell


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python3 run.py start",
        description=_("Starta Stegvis med sin databas, och första gången med ett exempel."),
        allow_abbrev=False,
    )
    port = _("port att svara på; annars den första lediga från {usual}").format(usual=USUAL)
    host = _("adress att svara på; annars bara den egna datorn, {local}").format(local=LOCAL)
    processes = _("antal processer som svarar; annars en")
    parser.add_argument("--port", type=int, metavar=_("NUMMER"), help=port)
    parser.add_argument("--host", default=LOCAL, metavar=_("ADRESS"), help=host)
    parser.add_argument("--processes", type=int, default=1, metavar=_("ANTAL"), help=processes)
    without = _("läs inte in exemplet i en tom databas")
    parser.add_argument("--no-demo", dest="example", action="store_false", help=without)
    return parser
