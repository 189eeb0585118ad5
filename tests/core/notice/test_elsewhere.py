"""A no about a flat, a card or a school is never filed as a no about a job."""

from __future__ import annotations

import pytest

from onward.facts import LetterKind
from onward.notice.kind.elsewhere import is_elsewhere
from onward.notice.message.letter import parse_letter
from onward.notice.read import read_letter


@pytest.mark.parametrize(
    "text",
    [
        "We regret that we cannot offer you the apartment. Other applicants were chosen.",
        "Your application for the Sterling credit card was not approved at this time.",
        "We can’t approve your application for the Fernhill Rewards Card: length of employment.",
        "Leider haben wir uns bei der Wohnung für andere Interessenten entschieden.",
        "Votre dossier pour le logement n'a pas été retenu.",
        "Our therapists are not taking new patients, and we chose others from the list.",
        "I had a good time, and there won't be a second date. Good luck with the job hunt!",
    ],
)
def test_it_knows_what_is_not_about_a_job(text: str) -> None:
    assert is_elsewhere(text)
    verdict = read_letter(parse_letter(f"Subject: Your application\n\n{text}\n".encode()))
    assert verdict.guess.unsure or verdict.guess.kind is not LetterKind.REJECTION


@pytest.mark.parametrize(
    "text",
    [
        "We regret that the position of Leasing Agent at our apartments has been filled.",
        "Unfortunately we have chosen another candidate for the mortgage team.",
        "We have decided not to proceed with your application.",
    ],
)
def test_a_job_with_flats_or_loans_is_still_a_job(text: str) -> None:
    assert not is_elsewhere(text)
