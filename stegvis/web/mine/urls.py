from django.urls import path

from stegvis.web.mine import views

urlpatterns = [
    path("min-sida/", views.my_page, name="my_page"),
    path("min-sida/samtycken/", views.my_consents, name="my_consents"),
    path("min-sida/vem-har-last/", views.my_log, name="my_log"),
    path("min-sida/vem-har-last/utdrag.pdf", views.my_log_file, name="my_log_file"),
    path("min-sida/onskemal/", views.my_wishes, name="my_wishes"),
    path("min-sida/lamna/", views.leave_page, name="leave_page"),
    path("sidan-stangd/", views.left_page, name="left_page"),
]
