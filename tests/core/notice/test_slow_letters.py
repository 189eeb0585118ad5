"""Letters that once hung the program, and others of their kind: each is read, and says what it says without the padding."""

from __future__ import annotations

import pytest

from onward.facts import LetterKind
from onward.notice.job.details import read_details
from onward.notice.message.letter import parse_letter
from onward.notice.read import read_letter

HEAD = "From: {sender}\nTo: sam@home.example\nSubject: {subject}\nContent-Type: text/plain; charset=utf-8\n\n"
SAYS = "Thank you for applying for the position of Counselor at Acme. Unfortunately we will not move forward.\n"
PADDED: dict[str, dict[str, str]] = {
    "dashes in the subject": {"subject": f"Your application for Counselor {'-' * 40} x"},
    "dashes in the body": {"body": f"We read your application for Counselor {'-' * 30} nights with interest."},
    "a table made of blanks": {"body": ("Name" + " " * 900 + "Days" + " " * 100 + "\n") * 9},
    "blanks behind a phrase": {"body": f"The position{' ' * 8_000}is filled. Consider us at{' ' * 8_000}the"},
    "one dot after another": {"body": f"Your application for {'Sr.' * 400} x"},
    "quotes that open nothing": {"body": "'" * 8_000 + "\nMara\n"},
    "a number that never comes": {"body": "req-" * 4_000},
    "brackets that never close": {"subject": f"Your application for Counselor {'[(' * 900} x"},
    "marks and blanks by turns": {"subject": f"Your application for Counselor {', - : ' * 300} x"},
    "a name of blanks and marks": {"sender": f'"Acme via{" ." * 4_000}!" <jo@acme.example>'},
    "a domain of many ands": {"sender": f"HR <hr@{'and' * 60}.example>", "body": ("&" * 50 + " x\n") * 40},
    "lines with nothing on them": {"body": " \n" * 4_000 + "Best,\n" + "\t" * 4_000},
    "the same word again and again": {"body": "recently " * 1_500 + "and for the " * 1_500},
}


@pytest.mark.parametrize("padding", PADDED.values(), ids=PADDED.keys())
def test_a_padded_letter_is_read_like_any_other(padding: dict[str, str]) -> None:
    head = HEAD.format(
        sender=padding.get("sender", "HR <hr@acme.example>"), subject=padding.get("subject", "Your application")
    )
    letter = parse_letter(f"{head}{SAYS}\n{padding.get('body', '')}\nEnd.\n".encode())

    details = read_details(letter, LetterKind.REJECTION)

    assert read_letter(letter).guess.language == "en"
    named = (
        "" if padding is PADDED["a domain of many ands"] else "acme"
    )  # such a domain is no house's, so it stays open
    assert (details.employer or "").casefold() == named
    assert details.role is not None
    assert details.role.startswith("Counselor")
