from django.urls import path

from stegvis.web.gallery import views

urlpatterns = [path("", views.gallery, name="gallery")]
