from django.urls import path

from stegvis.web.handovers import views

urlpatterns = [
    path("", views.handovers, name="handovers"),
    path("<uuid:membership_id>/", views.handover, name="handover"),
    path("<uuid:membership_id>/namn/", views.handover_names, name="handover_names"),
]
