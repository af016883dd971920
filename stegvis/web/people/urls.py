from django.urls import path

from stegvis.web.people import files, views

urlpatterns = [
    path("", views.people, name="people"),
    path("<uuid:person_id>/", views.person, name="person"),
    path("<uuid:person_id>/filer/", files.new_file, name="new_file"),
    path("<uuid:person_id>/filer/<uuid:attachment_id>/", files.person_file, name="person_file"),
    path(
        "<uuid:person_id>/filer/<uuid:attachment_id>/ta-bort/",
        files.file_removal,
        name="file_removal",
    ),
]
