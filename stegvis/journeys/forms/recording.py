"""What is filled in of a journey: a few codes and days each."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from stegvis.core.forms.versioned import VersionedForm
from stegvis.journeys.actions.enrolments import Coming, Leaving
from stegvis.journeys.actions.followed import LivedOn, Planned, Told
from stegvis.journeys.forms.fields import CodeField, DayField, YesNoField
from stegvis.journeys.policies.recording import Decision, UndecidedError
from stegvis.journeys.values.journeys import LONGEST_WHY, Moment
from stegvis.programmes.values.definition import Definition

WHY = "why"


class RecordingForm(VersionedForm):
    """Its lists are those of the programme's definition."""

    def __init__(self, *args: Any, definition: Definition, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if isinstance(field, CodeField):
                field.offer(definition)


class EnrolmentForm(RecordingForm):
    """Asks for a decision only where something is in doubt."""

    enrolled_on = DayField(label=_("Inskriven"))
    referral_source = CodeField("referral_source", label=_("Kom genom"), required=False)
    education = CodeField("education", label=_("Utbildning vid start"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if WHY in self.data:
            self._ask_why()

    def ask(self, undecided: UndecidedError) -> None:
        self._ask_why()
        self.add_error(WHY, undecided.sentence)

    @property
    def coming(self) -> Coming:
        said = self.cleaned_data
        return Coming(said["enrolled_on"], said["referral_source"], said["education"])

    @property
    def decision(self) -> Decision:
        return Decision(self.cleaned_data.get(WHY, ""))

    def _ask_why(self) -> None:
        self.fields[WHY] = forms.CharField(
            label=_("Beslut: varför är det rätt ändå?"),
            required=False,
            max_length=LONGEST_WHY,
            widget=forms.Textarea(attrs={"rows": 3}),
            help_text=_("Skriv vad som är beslutat och av vem. Inget annat om personen."),
        )


class ExitForm(RecordingForm):
    exited_on = DayField(label=_("Sista dagen i insatsen"))
    exit_reason = CodeField("exit_reason", label=_("Avslutsorsak"))
    destination = CodeField("destination", label=_("Gick vidare till"), required=False)
    completed = YesNoField(label=_("Fullföljde insatsen"))

    @property
    def leaving(self) -> Leaving:
        return Leaving(**self.values)


class FollowedForm(RecordingForm):
    """What is recorded of an enrolment again and again."""

    @property
    def told(self) -> Told:
        raise NotImplementedError


class PlanForm(FollowedForm):
    plan_kind = CodeField("plan_kind", label=_("Typ av plan"))
    established_on = DayField(label=_("Upprättad"))
    accepted = YesNoField(label=_("Känd och godtagen av deltagaren"))

    @property
    def told(self) -> Planned:
        return Planned(**self.values)


class IncomeForm(FollowedForm):
    moment = CodeField("moment", label=_("Tillfälle"))
    income = CodeField("income", label=_("Försörjning"))
    known_on = DayField(label=_("Uppgiften gäller"))

    def __init__(self, *args: Any, definition: Definition, **kwargs: Any) -> None:
        super().__init__(*args, definition=definition, **kwargs)
        asked: Any = self.fields["moment"]
        offered = {"", *(one.value for one in Moment)}
        asked.choices = [one for one in asked.choices if one[0] in offered]

    @property
    def told(self) -> LivedOn:
        said = self.cleaned_data
        return LivedOn(Moment(said["moment"]), said["income"], said["known_on"])
