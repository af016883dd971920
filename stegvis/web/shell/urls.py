from django.urls import path

from stegvis.web.shell import choices, views

urlpatterns = [
    path("", views.home, name="home"),
    path("val/sprak/", choices.choose_language, name="choose_language"),
    path("val/farger/", choices.choose_colours, name="choose_colours"),
]
