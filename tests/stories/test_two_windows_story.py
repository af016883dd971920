"""The same person delivers from two windows at once, before anything has been checked."""

from django.urls import reverse

from stegvis.config.worker import start_worker_thread
from tests.stories.test_data_story import LONG, deliver
from tests.workbooks import workbook

BUSY = "En leverans kontrolleras eller läses in just nu. Vänta tills den är klar."


def test_the_second_window_is_told_to_wait(page, cast, signed_in_as, check_accessible):
    signed_in_as(cast.alva)
    other = page.context.new_page()
    for window in (page, other):
        window.set_default_timeout(LONG)
        window.goto(reverse("data", args=[cast.programme.pk]))

    deliver(page, workbook())
    page.get_by_text("Kontrolleras").first.wait_for()
    deliver(other, workbook(), "samma-igen.xlsx")

    other.get_by_text(BUSY).first.wait_for()
    check_accessible(other)
    worker = start_worker_thread()
    try:
        page.get_by_text("Inga fel hittades").wait_for()
    finally:
        worker.stop()
