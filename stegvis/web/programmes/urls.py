from django.urls import path

from stegvis.web.programmes import history, views

urlpatterns = [
    path("", views.programmes, name="programmes"),
    path("<uuid:programme_id>/", views.programme, name="programme"),
    path("<uuid:programme_id>/insatsen.toml", history.programme_file, name="programme_file"),
    path("<uuid:programme_id>/versioner/", history.programme_versions, name="programme_versions"),
    path(
        "<uuid:programme_id>/versioner/<int:number>/",
        history.programme_version,
        name="programme_version",
    ),
    path(
        "<uuid:programme_id>/versioner/<int:number>/insatsen.toml",
        history.programme_file,
        name="programme_version_file",
    ),
]
