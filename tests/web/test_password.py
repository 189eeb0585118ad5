"""The password of an Onward behind a proxy, and what has to be there before one is served."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from django.test import Client

from onward_app.beyond import ServeTrouble, Serving, plan_serving
from onward_app.records.models import SignIn
from onward_app.web import password
from onward_app.web.password import PasswordTrouble, has_password, is_right_password, keep_password, remove_password

RIGHT = "four words in a row"


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ONWARD_HOME", str(tmp_path))
    monkeypatch.setattr(password, "_wrong", 0)
    monkeypatch.setattr(password, "_again_at", 0.0)
    keep_password(RIGHT)
    return tmp_path / "password"


def test_it_is_kept_as_argon2_for_the_person_alone(kept: Path) -> None:
    assert kept.read_text().startswith("argon2")
    assert RIGHT not in kept.read_text()
    assert kept.stat().st_mode & 0o777 == 0o600
    assert is_right_password(RIGHT)
    assert not is_right_password("four words in a Row")


def test_without_argon2_it_is_kept_as_scrypt(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "argon2", None)
    keep_password(RIGHT)
    assert kept.read_text().startswith("scrypt")
    assert is_right_password(RIGHT)


def test_without_one_nothing_is_right() -> None:
    remove_password()
    assert not has_password()
    assert not is_right_password("")


def test_a_short_one_is_refused() -> None:
    with pytest.raises(PasswordTrouble, match="12 signs or more"):
        keep_password("short")


def test_whoever_guesses_has_to_wait_and_the_right_one_waits_too(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = [100.0]
    monkeypatch.setattr(password.time, "monotonic", lambda: clock[0])
    for _ in range(password.FREE_TRIES):
        assert not is_right_password("wrong")
    assert not is_right_password(RIGHT)
    clock[0] += password.LONGEST_WAIT
    assert is_right_password(RIGHT)
    assert is_right_password(RIGHT)


def test_the_door_asks_for_it_and_lets_in(db: None, charlie: Client) -> None:
    assert 'name="password"' in charlie.get("/jobs/").content.decode()
    wrong = charlie.post("/enter", {"password": "a wrong one here"})
    assert (wrong.status_code, "didn’t open it" in wrong.content.decode()) == (403, True)
    assert charlie.post("/enter", {"password": RIGHT}).status_code == 302
    assert charlie.get("/jobs/").status_code == 200
    assert SignIn.objects.count() == 1


def test_on_this_computer_alone_nothing_is_asked_for() -> None:
    for host in ("127.0.0.1", "localhost"):
        assert plan_serving(host, "", password=False) == Serving("127.0.0.1", "")


def test_beyond_it_a_password_and_a_declared_proxy_are() -> None:
    served = plan_serving("0.0.0.0", "https://Onward.example:8443/", password=True)
    assert served == Serving("0.0.0.0", "https://onward.example:8443")
    for host, behind, kept in (
        ("0.0.0.0", "", True),
        ("192.168.1.2", "", False),
        ("0.0.0.0", "https://onward.example", False),
        ("127.0.0.1", "https://onward.example", False),
        ("127.0.0.1", "http://onward.example", True),
        ("127.0.0.1", "onward.example", True),
        ("127.0.0.1", "https://onward.example/below", True),
        ("::", "", True),
        ("any where", "", True),
    ):
        with pytest.raises(ServeTrouble):
            plan_serving(host, behind, password=kept)
