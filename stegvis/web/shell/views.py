"""The pages that belong to no area."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from stegvis.core.actions.pages import page
from stegvis.core.values.viewers import signed_in


@page(allow=signed_in)
def home(request: HttpRequest) -> HttpResponse:
    return render(request, "shell/home.html")
