from django.urls import path

from stegvis.web.reports import freezing, notes, texts, views

urlpatterns = [
    path("", views.reports, name="reports"),
    path("ny/", views.start, name="report_start"),
    path("anteckning/", notes.note, name="report_note"),
    path("last/<uuid:frozen_id>/", freezing.frozen, name="frozen_report"),
    path("last/<uuid:frozen_id>/<str:name>", freezing.file, name="frozen_file"),
    path("<uuid:report_id>/", views.report, name="report"),
    path("<uuid:report_id>/text/<slug:heading>/", texts.text, name="report_text"),
    path("<uuid:report_id>/text/<slug:heading>/<slug:part>/", texts.text, name="report_text"),
    path("<uuid:report_id>/visa/", views.preview, name="report_preview"),
    path("<uuid:report_id>/las/", freezing.freeze, name="report_freeze"),
    path("<uuid:report_id>/filer/<str:name>", views.file, name="report_file"),
]
