"""Whose mailbox an address is: one table for every place that asks."""

from __future__ import annotations

import pytest

from onward.notice.job.mailboxes import Mailbox, is_for_house, is_read_by_people, tell_mailbox

PERSONS = """
    maile@acme.example jane.systems@acme.example s.systema@acme.example norply@acme.example k.robotham@acme.example
    norman.mailer@acme.example noreen@acme.example alertson@acme.example n.sales@acme.example steve.jobs@acme.example
    lenore.ply@acme.example lenoreply@acme.example rhonda@acme.example hrobert@acme.example infante@acme.example
    talenti@acme.example jobst@klinik.example nora.pond@acme.example no@acme.example
    JANE.DOE@ACME.EXAMPLE jane_doe42@acme.example jane--doe@acme.example josé.peña@acme.example 12345678@acme.example
    jane+jobs@acme.example jane+noreply@acme.example jane.careersmith@acme.example mail@jane-doe.example
    acme@acme.example иван@acme.example
    jane@lever.co jane.doe@acme.bamboohr.com hit-reply@linkedin.com 3f81c2@reply.lever.co
"""
SHARED = """
    careers@acme.example jobs@acme.example hr@acme.example talent@acme.example support@acme.example info@acme.example
    bewerbung@klinik.example recrutement@ville.example seleccion@clinica.example selezione@ospedale.example
    recrutamento@hospital.example vacatures@zorg.example rrhh@ville.example risorseumane@ospedale.example
    HR-EMEA@acme.example jobs.berlin@acme.example recruiting_2@acme.example talentacquisition@acme.example
    hrteam@acme.example recruitingberlin@acme.example acme.careers@acme.example acmejobs@acme.example
    careers+nurse@acme.example candidatures@ville.example sekretariat.fb2@schule.example office@acme.example
    info4you@acme.example
"""
PORTALS = """
    acme@myworkday.com acme-clinic@myworkday.com acme@icims.com acme@icims-mail.com acme2@icims-mail.com careers@acme.bamboohr.com talent@willowbend.avature-mail.net
    acme@acme.recruitee.com nurse+3f81@acme.workablemail.com workday@acme.example greenhouse@greenhouse.io
"""
MACHINES = """
    no-reply@acme.example no.reply@acme.example noreply2@acme.example auto-reply@acme.example notify@acme.example
    mailer-daemon@acme.example NO_REPLY@ACME.EXAMPLE no--reply@acme.example noreply-jobs@acme.example
    jobs-noreply@linkedin.com jobsnoreply@acme.example acmenoreply@acme.example donotreply@acme.example
    do_not.reply@acme.example no-reply+3f81@acme.example careers+noreply@acme.example bounce-7312@acme.example
    notifications@smartrecruiters.com no-reply@us.greenhouse-mail.io acme+autoreply@talent.icims.com
    nepasrepondre@ville.example ne-pas-répondre@ville.example nicht-antworten@klinik.example
    no-responder@empresa.example não-responda@vagas.example nao_responder@vagas.example
    non-rispondere@ospedale.example niet-beantwoorden@zorg.example geenantwoord@zorg.example
    postmaster@acme.example jobalerts@acme.example hr-system@acme.example mailer@acme.example newsletter@acme.example
    @acme.example
"""


@pytest.mark.parametrize(
    ("box", "address"),
    [
        *((Mailbox.PERSON, one) for one in PERSONS.split()),
        *((Mailbox.SHARED, one) for one in SHARED.split()),
        *((Mailbox.PORTAL, one) for one in PORTALS.split()),
        *((Mailbox.MACHINE, one) for one in MACHINES.split()),
        (Mailbox.MACHINE, ""),
    ],
)
def test_whose_mailbox_it_is(box: Mailbox, address: str) -> None:
    assert tell_mailbox(address) is box


def test_people_read_their_own_and_shared_mailboxes_and_no_program_does() -> None:
    assert all(map(is_read_by_people, (PERSONS + SHARED).split()))
    assert not any(map(is_read_by_people, (PORTALS + MACHINES).split()))


@pytest.mark.parametrize(
    "address", ["careers@acme.example", "rh@acme.example", "acme@myworkday.com", "no-reply@acme.example"]
)
def test_the_house_speaks_where_nobody_signs(address: str) -> None:
    assert is_for_house(address)


@pytest.mark.parametrize("address", ["jane@acme.example", "office@acme.example", "jane@lever.co"])
def test_people_sign_at_an_office_too(address: str) -> None:
    assert not is_for_house(address)


@pytest.mark.parametrize(
    "address", ["a" * 5_000 + "@acme.example", "jobs" * 1_000 + "@acme.example", "no reply@@", "@", "+@a.b", "…@a.b"]
)
def test_any_text_has_an_answer(address: str) -> None:
    assert tell_mailbox(address) in Mailbox
