from django.urls import path

from stegvis.web.data import mapping, views, work

ONE = "<uuid:delivery_id>/"

urlpatterns = [
    path("", views.data, name="data"),
    path("mall/<slug:kind>/", views.template, name="data_template"),
    path(ONE, views.delivery, name="delivery"),
    path(f"{ONE}rader/", views.rows, name="delivery_rows"),
    path(f"{ONE}oversattning/", mapping.mapping, name="delivery_mapping"),
    path(f"{ONE}las-in/", work.apply, name="delivery_apply"),
    path(f"{ONE}avbryt/", work.dismiss, name="delivery_dismiss"),
    path(f"{ONE}kontrollera/", work.check, name="delivery_check"),
    path(f"{ONE}angra/", work.undo, name="delivery_undo"),
]
