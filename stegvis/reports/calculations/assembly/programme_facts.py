"""What is known of the programme itself: names, parties, posts, periods, deviations."""

from collections.abc import Callable, Sequence
from datetime import date

from stegvis.core.values.formatting import day
from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import gettext_noop as N_
from stegvis.programmes.values.definition import Definition, Party, Post
from stegvis.programmes.values.records import Dated
from stegvis.reports.calculations.subject import Subject
from stegvis.reports.values.document import Block, Bullets, Paragraph, Run, Signatures

ROLE_WORDS = {
    "owner": N_("Insatsägare"),
    "partner": N_("Samverkanspart"),
    "performer": N_("Utförare"),
}
SIGNING = ("owner", "partner")


def paragraph(text: str, style: str = "body") -> Paragraph:
    return Paragraph((Run(text),), style)


def bullets(items: Sequence[str]) -> list[Block]:
    return [Bullets(tuple((Run(item),) for item in items))] if items else []


def name(subject: Subject) -> list[Block]:
    return [paragraph(f"{one.name}, {periods_in_words(one)}") for one in subject.with_parts()]


def reference(subject: Subject) -> list[Block]:
    given = subject.definition.reference
    return [paragraph(given)] if given else []


def parties(subject: Subject) -> list[Block]:
    """One paragraph a role, the owner first."""
    found: list[Block] = []
    for role, title in ROLE_WORDS.items():
        names = [_party(one) for one in subject.definition.parties if one.role == role]
        if names:
            shown = _(title)
            found.append(Paragraph((Run(f"{shown}: ", strong=True), Run("; ".join(names)))))
    return found


def _party(party: Party) -> str:
    return f"{party.name} ({party.duty})" if party.duty else party.name


def party_list(subject: Subject) -> list[Block]:
    return bullets([f"{one.name}:" for one in subject.definition.parties if one.role in SIGNING])


def posts_financed(subject: Subject) -> list[Block]:
    return bullets([_post(subject, one) for one in subject.definition.posts if one.financed])


def posts_cofinanced(subject: Subject) -> list[Block]:
    return bullets([_post(subject, one) for one in subject.definition.posts if not one.financed])


def _post(subject: Subject, post: Post) -> str:
    payer = next((p.name for p in subject.definition.parties if p.id == post.payer), post.payer)
    said = _("{payer}: {percent} % {role}").format(
        payer=payer, percent=post.percent, role=post.role
    )
    span = _span(post)
    return f"{said}, {span}" if span else said


def _span(dated: Dated) -> str:
    first, last = dated.first, dated.last
    if first and last:
        return _("{first} – {last}").format(first=day(first), last=day(last))
    if first:
        return _("från {first}").format(first=day(first))
    return _("till och med {last}").format(last=day(last)) if last else ""


def periods_in_words(subject: Subject) -> str:
    """From the first to the last decided day; an open end is said."""
    first, last = subject.definition.first_day, subject.definition.last_day
    if first is None:
        return _("ingen period är beslutad")
    return _span(Dated(first=first, last=last))


def periods(subject: Subject) -> list[Block]:
    words = {
        "first": _("Beslut"),
        "extension": _("Förlängning"),
        "supplement": _("Tilläggsbeslut"),
    }
    decisions = subject.definition.decisions
    return bullets([f"{words[one.kind]}: {_span(one)}" for one in decisions])


def period_start(subject: Subject) -> list[Block]:
    return _days(subject, lambda definition: definition.first_day)


def period_end(subject: Subject) -> list[Block]:
    return _days(subject, lambda definition: definition.last_day)


def intake_stop(subject: Subject) -> list[Block]:
    return _days(subject, lambda definition: definition.intake_stop)


def _days(subject: Subject, asked: Callable[[Definition], date | None]) -> list[Block]:
    """One line; with the programme's name where there are sub-programmes too."""
    found = [(one.name, asked(one.definition)) for one in subject.with_parts()]
    named = len(found) > 1
    return [
        paragraph(f"{name}: {day(on)}" if named else day(on))
        for name, on in found
        if on is not None
    ]


def target_group(subject: Subject) -> list[Block]:
    """The rules with the days they held, so that a change of population is seen."""
    rules = subject.definition.target_group
    dated = len({(rule.first, rule.last) for rule in rules}) > 1
    said = []
    for rule in rules:
        text = _("Företräde: {text}").format(text=rule.text) if rule.priority else rule.text
        span = _span(rule) if dated else ""
        said.append(f"{text} ({span})" if span else text)
    return bullets(said)


def deviations(subject: Subject) -> list[Block]:
    found = [
        (deviation.on, one, deviation)
        for one in subject.with_parts()
        for deviation in one.definition.deviations
    ]
    found.sort(key=lambda item: item[0])
    many = len(subject.with_parts()) > 1
    return bullets(
        [
            f"{day(on)} – {f'{one.name}: ' if many and one.parts == () else ''}{deviation.text}"
            for on, one, deviation in found
        ]
    ) or [paragraph(_("Inga avvikelser är registrerade."))]


def signatures(subject: Subject) -> list[Block]:
    """One block of lines for each party that signs, the owner first.

    The lines are the form's own, and so in its language: the role is said in the same.
    """
    signing = [one for role in SIGNING for one in subject.definition.parties if one.role == role]
    return [
        Signatures(
            (one.name,),
            tuple(line.format(role=ROLE_WORDS[one.role]) for line in subject.signature_lines),
        )
        for one in signing
    ]
