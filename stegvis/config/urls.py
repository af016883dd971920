"""Every address of the product; each area has its own."""

from django.conf import settings
from django.urls import include, path

urlpatterns = [
    path("", include("stegvis.web.shell.urls")),
    path("konto/", include("stegvis.web.accounts.urls")),
    path("forvaltning/", include("stegvis.web.administration.urls")),
    path("jobb/", include("stegvis.web.jobs.urls")),
    path("personer/", include("stegvis.web.people.urls")),
    path("personer/<uuid:person_id>/", include("stegvis.web.consents.urls")),
    path("", include("stegvis.web.disclosures.urls")),
    path("", include("stegvis.web.mine.urls")),
    path("", include("stegvis.web.logs.urls")),
    path("overlamning/", include("stegvis.web.handovers.urls")),
    path("insatser/", include("stegvis.web.programmes.urls")),
    path("insatser/<uuid:programme_id>/laget/", include("stegvis.web.standing.urls")),
    path("insatser/<uuid:programme_id>/uppgifter/", include("stegvis.web.data.urls")),
    path("insatser/<uuid:programme_id>/rapporter/", include("stegvis.web.reports.urls")),
]

if not settings.IN_PRODUCTION:
    urlpatterns.append(path("galleri/", include("stegvis.web.gallery.urls")))

handler404 = "stegvis.web.shell.errors.not_found"
handler403 = "stegvis.web.shell.errors.not_found"
handler500 = "stegvis.web.shell.errors.went_wrong"
handler400 = "stegvis.web.shell.errors.not_understood"
