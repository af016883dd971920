from django.urls import path

from stegvis.web.standing import views

urlpatterns = [
    path("", views.standing, name="standing"),
    path("pa-en-sida/<str:kind>/", views.status, name="status"),
    path("<slug:figure_id>/", views.figure, name="figure"),
    path("<slug:figure_id>/json/", views.figure_json, name="figure_json"),
]
