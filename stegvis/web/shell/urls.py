from django.urls import path

from stegvis.web.shell import views

urlpatterns = [path("", views.home, name="home")]
