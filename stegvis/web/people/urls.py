from django.urls import path

from stegvis.web.people import files, registering, views

urlpatterns = [
    path("", views.people, name="people"),
    path("sok/", views.search, name="search_people"),
    path("ny/", registering.register_person, name="register_person"),
    path("<uuid:person_id>/", views.person, name="person"),
    path("<uuid:person_id>/nummer/", views.number, name="person_number"),
    path("<uuid:person_id>/filer/", files.new_file, name="new_file"),
    path("<uuid:person_id>/filer/<uuid:attachment_id>/", files.person_file, name="person_file"),
    path(
        "<uuid:person_id>/filer/<uuid:attachment_id>/ta-bort/",
        files.file_removal,
        name="file_removal",
    ),
]
