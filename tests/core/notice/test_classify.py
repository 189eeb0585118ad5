"""Deciding what a letter is: the letters that are easily taken for something else. None of them was learned from."""

from __future__ import annotations

import pytest

from onward.facts import LetterKind
from onward.notice.kind.classify import classify_letter
from onward.notice.message.letter import parse_letter

NO, CONFIRMATION, OTHER = LetterKind.REJECTION, LetterKind.CONFIRMATION, LetterKind.OTHER
INTERVIEW, OFFER, OUTREACH, ALERT = LetterKind.INTERVIEW, LetterKind.OFFER, LetterKind.OUTREACH, LetterKind.ALERT
ASSESSMENT, FEEDBACK = LetterKind.ASSESSMENT, LetterKind.FEEDBACK


def letter(body: str, subject: str = "", sender: str = "Robin Vale <robin.vale@company.example>"):
    head = f"From: {sender}\nSubject: {subject}\nDate: Tue, 3 Mar 2026 09:00:00 +0000\n"
    return parse_letter((head + 'Content-Type: text/plain; charset="utf-8"\n\n' + body).encode())


CLEAR = [
    (NO, "Thank you for applying. Unfortunately, we have decided not to move forward with your application.", ""),
    (
        CONFIRMATION,
        "Thank you for applying. We have received your application for Archivist and will review it shortly.",
        "",
    ),
    (
        INTERVIEW,
        "We would like to invite you to an interview on Tuesday at 10:30. Please let us know if that works.",
        "",
    ),
    (ASSESSMENT, "As the next step please complete the online coding test within five days. It takes 60 minutes.", ""),
    (
        OFFER,
        "We are delighted to offer you the position of Archivist. Your starting salary will be 51,000.",
        "Your offer",
    ),
    (
        OUTREACH,
        "I came across your profile and have an urgent requirement with our client. Please send your updated resume.",
        "",
    ),
    (
        ALERT,
        "12 new archivist jobs in Hull match your saved job alert. View all jobs. Edit this alert.",
        "New jobs for you",
    ),
    (OTHER, "Your order 8812 has shipped and will arrive on Thursday. Track your package.", "Your order"),
    (
        FEEDBACK,
        "Happy to give some feedback: your examples were strong, but next time keep your answers shorter.",
        "Re: Feedback",
    ),
]


@pytest.mark.parametrize(("kind", "body", "subject"), CLEAR, ids=[str(kind) for kind, _, _ in CLEAR])
def test_it_knows_a_plain_letter_of_every_kind(kind, body, subject):
    assert classify_letter(letter(body, subject)).kind is kind


NOS = {
    "without a negative word": "Hello Sam,\n\nThank you for your application for Night Porter. We have progressed with others.\n\nThe Grand",
    "openings taken": "Thanks for getting in touch about the apprentice job. Our openings are all taken for this year.",
    "cancelled": "Dear applicant, the position of Museum Guide has been cancelled for budget reasons and will not be filled.",
    "filled": "We wanted you to know that the Lab Technician role has been filled. Thank you for your interest in joining us.",
    "filled from inside": "Hi Noa, we've decided to fill the team lead role internally, with somebody who's been with us for years.",
    "third paragraph": (
        "Dear Ms. Okafor,\n\nThank you for coming to see us last week. It was a delight to hear how you rebuilt the volunteer"
        " program, and my colleagues still talk about your story of the flooded library.\n\nWe had eighty applications and met"
        " with six people. Each of them would have brought something that we need, and the talks took much longer than"
        " planned.\n\nIn the end we have offered the position to another candidate, who has accepted it.\n\nI hope that we"
        " meet again.\n\nWarm regards,\nJudith"
    ),
    "with other jobs": (
        "Hi Lee,\n\nThe hiring team has chosen another applicant for Field Engineer. You may like these openings instead:\n\n"
        "- Service Engineer, Lyon\n- Test Engineer, Ghent\n\nApply with one click."
    ),
    "relayed by an agency": "Hi Pat, just heard from the client. They've gone with someone who has more sector experience, sorry. I'll keep looking for you!",
    "a person, in a thread": (
        "Hi Kim, thank you again for Thursday. I'm sorry to say we chose another candidate, it was very close. I'd love to"
        " stay in touch.\n\nJudith\n\nOn Thu, Kim wrote:\n> Thank you for the interview!"
    ),
    "licence": "We cannot consider your application because the position requires an active nursing license in this state.",
    "no more than a line": "We have decided to go with another candidate. Thank you for your time.",
    "German": "Sehr geehrte Frau Lind, vielen Dank für Ihre Bewerbung. Leider müssen wir Ihnen mitteilen, dass wir uns für einen anderen Bewerber entschieden haben.",
    "French": "Bonjour, merci pour votre candidature au poste de libraire. Nous sommes au regret de vous informer que votre candidature n'a pas été retenue.",
    "Spanish": "Gracias por tu interés en el puesto. Lamentamos informarte de que hemos decidido continuar el proceso con otros candidatos.",
    "blacked out": "Dear [NAME],\n\nAfter careful review we will not be moving forward with your application for [ROLE].\n\n[SIGNER]",
}


@pytest.mark.parametrize("body", NOS.values(), ids=NOS.keys())
def test_it_finds_a_no(body):
    assert classify_letter(letter(body)).kind is NO


def test_thank_you_for_your_interest_is_decided_by_what_follows():
    subject = "Thank you for your interest"
    assert (
        classify_letter(letter("Your application has been received and is being reviewed.", subject)).kind
        is CONFIRMATION
    )
    assert classify_letter(letter("We've decided to pursue other candidates for this role.", subject)).kind is NO


NOT_A_NO = {
    "if you are not shortlisted": (CONFIRMATION, "Thank you for your application for Porter, which we have received. If you are not shortlisted by 4 May you will not hear from us again.", ""),
    "only those selected": (CONFIRMATION, "We received your application. Due to the volume only candidates selected for an interview will be contacted.", ""),
    "congratulations": (CONFIRMATION, "Congratulations! You have successfully submitted your application for Porter. Our recruiters will review it soon.", ""),
    "a time and a link": (INTERVIEW, "Thanks for your application. Could you do Wednesday 15:00? Link below.\nhttps://meet.example/f", "Chat about the role"),
    "the slot moved": (INTERVIEW, "Unfortunately the slot for your interview moved. Could we talk on Friday at 9:30 instead?", "Your interview"),
    "an offer that says unfortunately": (OFFER, "We are pleased to offer you the position. Unfortunately we can't match the salary you asked for; the offer letter is attached, please sign it by Friday.", "Offer letter"),
    "a flat": (OTHER, "Thank you for your application for the apartment. Unfortunately we have decided to rent it to another applicant.", "Apartment 12"),
    "a card": (OTHER, "Unfortunately we are unable to approve your application for a credit card.", "Credit card"),
    "a school": (OTHER, "The admissions committee regrets that we cannot offer you a place in the nursing program this fall.", "Admission"),
    "an account": (OTHER, "Your verification code for the careers site is 118 223. It expires in ten minutes.", "Verify your account"),
    "a survey": (OTHER, "How was your application experience? Take our two minute survey. Your answers are anonymous.", "Survey"),
    "advertising that imitates a process": (OUTREACH, "You've been selected for a mock interview with our coaches! Book your slot today, first session 50 % off. Land your dream job in 30 days.", "Your interview slot"),
    "a list": (OTHER, "> why does the build fail\n\nUnfortunately the release candidate was rejected by two of the maintainers, so you need the old branch for now.", "Re: [dev] build"),
    "family": (OTHER, "Hi love, sorry to hear they went with somebody else. Dinner on Sunday? Dad is making the lasagne.", "Re: news"),
}  # fmt: skip


@pytest.mark.parametrize(("kind", "body", "subject"), NOT_A_NO.values(), ids=NOT_A_NO.keys())
def test_it_does_not_take_it_for_a_no(kind, body, subject):
    guess = classify_letter(letter(body, subject))
    assert guess.kind is not NO or guess.unsure
    assert guess.kind is kind or guess.unsure


OUTGOING = [
    "Dear Ms. Vale, I am writing to apply for the position of Archivist. My resume is attached. I look forward to hearing from you.",
    "Hi Robin, thank you for letting me know. If you have one piece of advice for me I'd be grateful. All the best, Sam",
    "Dear Robin, I've decided to withdraw my application as I have accepted another offer. Thank you for your time.",
]


@pytest.mark.parametrize("body", OUTGOING)
def test_what_the_person_wrote_is_no_verdict_on_them(body):
    assert classify_letter(letter(body, sender="Sam Lee <sam.lee@mail.example>")).kind is OTHER


def test_it_does_not_read_a_no_out_of_a_quoted_reply():
    body = "We would like to talk with you about the Archivist role. Would Friday at 10:00 suit you for an interview?\n\nOn Mon, Robin wrote:\n> We will not be moving forward with your application.\n"
    assert classify_letter(letter(body, "Re: Your application")).kind is INTERVIEW


def test_a_letter_without_words_is_other_and_unsure():
    for body in ("", "   \n\n ", "[NAME]"):
        guess = classify_letter(letter(body))
        assert (guess.kind, guess.unsure) == (OTHER, True)


def test_chances_cover_every_kind_and_sum_to_one():
    guess = classify_letter(letter(CLEAR[0][1]))
    assert set(guess.chances) == set(LetterKind)
    assert sum(guess.chances.values()) == pytest.approx(1, abs=1e-4)
    assert guess.probability == max(guess.chances.values())


def test_it_says_which_language_it_read():
    assert classify_letter(letter(NOS["German"])).language == "de"
    assert classify_letter(letter(NOS["French"])).language == "fr"
    assert classify_letter(letter(NOS["licence"])).language == "en"
