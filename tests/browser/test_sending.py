"""An ask that is repaired, sent to a real mail server at a yes, and answered by a reply that comes as mail."""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from tests.browser.house import NARROW, House, run, visit
from tests.browser.steps import follow, heading, press, turn, unfold
from tests.sending.smtp_server import PASSWORD, USER, serve_smtp
from tests.sources.imap_server import make_certificate

THEY = "Harbor Light"
NO_DAY, MORNING, LATER = "2026-11-16T18:00", "2026-11-17T09:00", "2026-11-18T09:00"
REPAIR = re.compile("^(Say it so|Leave the sentence out): ")
INVITATION = """From: Dana Reed <dana@harborlight.example>
To: alice@home.example
Subject: Interview for Therapist at Harbor Light
Date: Mon, 9 Nov 2026 10:00:00 +0000
Message-ID: <talk@harborlight.example>

Hi Alice, we would like to invite you to an interview for the Therapist position at Harbor Light on 12 November. Dana
"""
NO = """From: Dana Reed <dana@harborlight.example>
To: alice@home.example
Subject: Therapist at Harbor Light
Date: Mon, 16 Nov 2026 10:00:00 +0000
Message-ID: <no@harborlight.example>

Hi Alice, thank you for the interview for the Therapist position at Harbor Light. Unfortunately we have decided to move
forward with another candidate. Best wishes, Dana
"""
REPLY = """From: Dana Reed <dana@harborlight.example>
To: alice@home.example
Subject: Re: {subject}
Date: Tue, 17 Nov 2026 15:00:00 +0000
Message-ID: <reply@harborlight.example>
In-Reply-To: {id}
References: {id}

Hi Alice, happy to. You told us what you believe and gave no example. Bring one story about a client who didn't get
better, and what you changed. Your warmth came across at once. Dana
"""


@pytest.fixture
def trusted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "cert.pem"))
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    return tmp_path


def bring(home: Path, moment: str, *letters: str) -> None:
    for number, letter in enumerate(letters):
        place = home.parent / f"{moment[:10]}-{number}.eml"
        place.write_bytes(letter.replace("\n", "\r\n").encode())
        read = run(home, moment, "read", str(place))
        assert read.returncode == 0, read.stderr


def test_an_ask_is_repaired_sent_and_answered(opened: Browser, home: Path, trusted: Path) -> None:
    context = make_certificate(trusted)
    bring(home, NO_DAY, INVITATION, NO)
    with serve_smtp(tls=context) as server, House(home, MORNING) as house:
        with visit(opened, house, width=NARROW) as window:
            page = window.page
            window.go("/ask/server/")
            page.get_by_label("Your mail address").fill(USER)
            page.get_by_label("App password").fill(PASSWORD)
            unfold(page)
            page.get_by_label("SMTP server").fill(f"localhost:{server.port}")
            page.get_by_label("The connection is made safe").select_option("smtps")
            press(page, "Set it up")
            expect(page.get_by_role("main")).to_contain_text("The password is asked for each time.")
            window.go("/ask/")
            follow(page, "Draft it")
            box = page.get_by_label("Message")
            box.fill(box.input_value() + "\n\nCould you reconsider?")
            press(page, "Check it")
            while (repair := page.get_by_role("button", name=REPAIR)).count():
                turn(page, repair.first)
            assert "reconsider" not in page.get_by_label("Message").input_value()
            press(page, "Send it from here …")
            heading(page, "Send it?")
            expect(page.get_by_role("main")).to_contain_text("dana@harborlight.example")
            assert server.taken == []
            page.get_by_label("App password").fill("wrong")
            press(page, "Yes, send it")
            expect(page.get_by_role("alert")).to_contain_text("didn’t take that name or password")
            page.get_by_label("App password").fill(PASSWORD)
            press(page, "Yes, send it")
            expect(page.get_by_text("asked", exact=True)).to_be_visible()
            ((_, to, raw),) = server.taken
            assert to == ["dana@harborlight.example"]
            sent = message_from_bytes(raw, policy=policy.default)
            assert "reconsider" not in sent.get_content()
            window.assert_quiet()
        house.close()
        bring(home, LATER, REPLY.format(subject=sent["Subject"], id=sent["Message-ID"]))
        house.open(LATER)
        with visit(opened, house, width=NARROW) as window:
            page = window.page
            window.go("/ask/")
            expect(page.get_by_role("heading", name="They answered")).to_be_visible()
            follow(page, "Read it")
            expect(page.get_by_role("main")).to_contain_text("Bring one story about a client")
        assert len(server.taken) == 1
