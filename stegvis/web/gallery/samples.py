"""What the gallery shows: a form in two states, a list, and the charts of a report.

Its words are examples, read only by those who build: they are not translated.
"""

from django import forms
from django.http import HttpRequest, QueryDict

from stegvis.reports.calculations.charts.draw import draw
from stegvis.reports.values.charts import (
    Bar,
    BarChart,
    Chart,
    FlowChart,
    FlowStage,
    Line,
    LineChart,
)
from stegvis.web.shell.links import Link
from stegvis.web.shell.listing import Listing, listing

PLACES = (("here", "Här"), ("there", "Där"))


class SampleForm(forms.Form):
    name = forms.CharField(label="Insatsens namn", help_text="Så som det står i beslutet.")
    starts_on = forms.DateField(label="Första dag", help_text="Till exempel 2026-01-31.")
    seats = forms.IntegerField(label="Platser", min_value=1, max_value=500)
    place = forms.ChoiceField(label="Plats", choices=PLACES)
    kind = forms.ChoiceField(label="Slag", choices=PLACES, widget=forms.RadioSelect)
    parts = forms.MultipleChoiceField(
        label="Delar", choices=PLACES, widget=forms.CheckboxSelectMultiple, required=False
    )
    agreed = forms.BooleanField(label="Alla parter är överens")
    file = forms.FileField(label="Fil", help_text="En arbetsbok (.xlsx), högst 50 MB.")
    words = forms.CharField(label="Anteckning", widget=forms.Textarea, required=False)

    def clean(self) -> None:
        if self.data.get("name") and not self.data.get("seats"):
            raise forms.ValidationError("Ange platser när insatsen har ett namn.")


class SampleFilter(forms.Form):
    prefix = "filter"
    state = forms.ChoiceField(label="Läge", choices=PLACES, required=False)
    year = forms.IntegerField(label="År", required=False)


def refused_form() -> SampleForm:
    return SampleForm(QueryDict("name=Ung%20Framtid&starts_on=31%20mars&kind=here"))


def numbers(request: HttpRequest) -> Listing[int]:
    return listing(
        request, range(1, 124), sorts={"number": int, "size": lambda one: one % 7}, default="number"
    )


def links() -> tuple[Link, ...]:
    return (
        Link("Läget", "#laget", is_current=True),
        Link("Insatsen", "#insatsen"),
        Link("Uppgifter", "#uppgifter"),
        Link("Rapporter", "#rapporter"),
    )


def drawings() -> dict[str, str]:
    return {name: draw(chart) for name, chart in _charts().items()}


def _charts() -> dict[str, Chart]:
    women, men = "Kvinnor", "Män"
    bars = (
        Bar(women, 0.52, "52 %", 0.41, 0.63, 0.48),
        Bar(men, 0.43, "43 %", 0.33, 0.54, 0.48),
        Bar("Okänt kön", 0.5, "2 av 4", target=0.48),
    )
    stages = (
        FlowStage("Intresse", 156, (("Tackade nej", 22),)),
        FlowStage("Inskrivna", 134, (("Pågår", 40), ("Flyttade", 6))),
        FlowStage("Avslutade", 88),
    )
    way = tuple((float(month), 8 + month % 5 * 3.0) for month in range(13))
    ticks = ((0.0, "jan"), (6.0, "jul"), (12.0, "jan"))
    seats = LineChart(
        "Inskrivna samtidigt",
        "Mellan 8 och 20 har varit inskrivna.",
        (Line("Inskrivna", way, stairs=True),),
        "Månad",
        "Personer",
        ticks,
        25,
        limit=(20.0, "20 platser"),
    )
    title, text = "Till arbete eller studier", "Kvinnor når målet, män inte."
    return {
        "bars": BarChart(title, text, bars, 1.0, as_percent=True),
        "flow": FlowChart("Från intresse till avslut", "", stages),
        "lines": seats,
        "empty": BarChart(title, "", (), 1.0),
    }
