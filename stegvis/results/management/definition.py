"""`definition`, with the worked examples computed as the goals will be."""

from collections.abc import Iterable

from stegvis.core.values.refusals import Fault
from stegvis.programmes.management import definition
from stegvis.programmes.values.definition import Definition


def main(arguments: list[str]) -> int:
    return definition.main(arguments, examine=_wrong_examples)


def _wrong_examples(checked: Definition) -> Iterable[Fault]:
    # heavy: nobody who asks for help or mistypes a key should wait for it
    from stegvis.results.calculations.examples import check_examples  # noqa: PLC0415

    return check_examples(checked)
