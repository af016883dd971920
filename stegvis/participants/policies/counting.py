"""Who is counted with everything that is known, and who only by year and gender."""

from stegvis.participants.values.counting import Counted


def counting(*, is_protected: bool, needs_consent: bool, has_consented: bool) -> Counted:
    """A protected person is anonymous whatever they have agreed to."""
    refuses = needs_consent and not has_consented
    return Counted.ANONYMOUS if is_protected or refuses else Counted.FULL
