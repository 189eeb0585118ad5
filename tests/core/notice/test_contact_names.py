"""A contact in a phone is called by a name and by what its owner wrote behind it."""

from __future__ import annotations

import pytest

from onward.notice.job.contact_names import find_person_in_contact


@pytest.mark.parametrize(
    ("contact", "name"),
    [
        ("Marta RRHH", "Marta"),
        ("Jordi (Selección)", "Jordi"),
        ("Nuria Selección Faster", "Nuria"),
        ("Laura Centre La Font", "Laura"),
        ("Xavi - Clínica Sant Jordi", "Xavi"),
        ("Gail HR", "Gail"),
        ("Sabine Personalabteilung", "Sabine"),
        ("Ana Ruiz", "Ana Ruiz"),
        ("Paula 🌸", "Paula"),
    ],
)
def test_the_person_is_who_stands_before_the_desk_or_the_house(contact: str, name: str) -> None:
    assert find_person_in_contact(contact) == name


@pytest.mark.parametrize(
    "contact", ["Residencia Sant Josep", "+34 612 34 56 78", "RRHH Vitalia", "HR", "recruiting", "Clínica", ""]
)
def test_a_house_a_desk_and_a_number_are_nobody(contact: str) -> None:
    assert find_person_in_contact(contact) == ""
