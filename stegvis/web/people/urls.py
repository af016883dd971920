from django.urls import path

from stegvis.web.people import views

urlpatterns = [
    path("", views.people, name="people"),
    path("<uuid:person_id>/", views.person, name="person"),
]
