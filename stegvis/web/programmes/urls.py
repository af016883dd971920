from django.urls import path

from stegvis.web.programmes import beginning, changing, goals, history, reviewing, texts, views

CHANGES = (
    ("", changing.change, "change"),
    ("del/<slug:slug>/", changing.change_part, "change_part"),
    ("mal/", goals.change_goals, "change_goals"),
    ("mal/nytt/", goals.add_goal, "add_goal"),
    ("mal/nytt/<slug:pattern_id>/", goals.add_goal_from, "add_goal_from"),
    ("mal/andra/<slug:goal_id>/", goals.change_goal, "change_goal"),
    ("text/", texts.change_text, "change_text"),
    ("granska/", reviewing.change_review, "change_review"),
)
"""The same pages change a programme and describe a new one."""

urlpatterns = [
    path("", views.programmes, name="programmes"),
    path("ny/", beginning.new_programme, name="new_programme"),
    *(path(f"ny/beskriv/{at}", view, name=f"new_{name}") for at, view, name in CHANGES),
    *(path(f"<uuid:programme_id>/andra/{at}", view, name=name) for at, view, name in CHANGES),
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
