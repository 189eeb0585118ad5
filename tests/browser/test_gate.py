"""The door of a real process: only this machine's address, and only who holds the token."""

from __future__ import annotations

import http.client
import re
import socket
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import pytest
from tests.browser.house import AFTER_THE_EXAMPLE, House, run
from tests.browser.steps import wait_until

from onward_app.keeping.files import make_private_folder
from onward_app.web.password import keep_password


@pytest.fixture
def house(home: Path) -> Iterator[House]:
    with House(home, AFTER_THE_EXAMPLE) as opened:
        yield opened


def ask(house: House, path: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], str]:
    there = urlsplit(house.origin)
    connection = http.client.HTTPConnection(there.hostname or "", there.port, timeout=10)
    connection.request(method, path, headers=headers)
    answer = connection.getresponse()
    body = answer.read().decode()
    connection.close()
    return answer.status, dict(answer.headers.items()), body


def token_path(house: House) -> str:
    return house.door.removeprefix(house.origin)


def test_the_address_it_prints_lets_the_person_in_once(house: House) -> None:
    status, headers, _ = ask(house, token_path(house))
    assert (status, headers["Location"]) == (302, "/")
    cookie = headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert ask(house, "/jobs/", Cookie=cookie.split(";")[0])[0] == 200
    assert ask(house, token_path(house))[0] == 403


def test_a_look_ahead_does_not_spend_the_address(house: House) -> None:
    for method in ("HEAD", "OPTIONS", "POST"):
        assert ask(house, token_path(house), method)[0] in {403, 405}
    assert ask(house, token_path(house))[0] == 302


def test_the_browser_is_given_a_file_and_not_the_address(home: Path, tmp_path: Path) -> None:
    """The command line of a program can be read by every account."""
    (tmp_path / "browser").write_text(
        f'#!/bin/sh\necho "$@" > {tmp_path}/told.part\nmv {tmp_path}/told.part {tmp_path}/told\n'
    )
    (tmp_path / "browser").chmod(0o755)
    with House(home, AFTER_THE_EXAMPLE, words=(), surroundings={"BROWSER": f"{tmp_path}/browser"}) as opened:
        told = tmp_path / "told"
        wait_until(told.exists)
        place = Path(told.read_text().strip().removeprefix("file://"))
        assert "token" not in told.read_text()
        assert place.stat().st_mode & 0o777 == 0o600
        assert opened.door in unescape(place.read_text())
        assert ask(opened, token_path(opened))[0] == 302
        assert not place.exists()


def test_signing_out_on_the_command_line_ends_it_while_onward_is_open(house: House) -> None:
    cookie = ask(house, token_path(house))[1]["Set-Cookie"].split(";")[0]
    assert ask(house, "/jobs/", Cookie=cookie)[0] == 200
    done = run(house.home, AFTER_THE_EXAMPLE, "sign-out")
    assert "Signed out everywhere: 1 browser." in done.stdout
    assert ask(house, "/jobs/", Cookie=cookie)[0] == 403


def test_beyond_this_computer_it_opens_behind_a_proxy_with_a_password_alone(home: Path) -> None:
    for words, said in (
        (("--host", "0.0.0.0"), "what they send could be read on the way"),
        (("--host", "0.0.0.0", "--behind", "https://onward.example"), "run `onward password`"),
        (("--behind", "http://onward.example"), "is none"),
    ):
        refused = run(home, AFTER_THE_EXAMPLE, "--no-browser", *words)
        assert refused.returncode == 2
        assert said in " ".join(refused.stderr.replace("│", "").split())
    make_private_folder(home)
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("ONWARD_HOME", str(home))
        keep_password("four words in a row")
    with House(home, AFTER_THE_EXAMPLE, words=("--no-browser", "--behind", "https://onward.example")) as opened:
        assert opened.origin == "https://onward.example"
        assert asked_by_name(opened, "/jobs/")[0] == 403
        status, headers, page = asked_by_name(opened, "/enter")
        found = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
        assert found is not None
        csrf = headers["Set-Cookie"].split(";")[0]
        told = {"password": "four words in a row", "csrfmiddlewaretoken": found[1]}
        status, headers, _ = asked_by_name(opened, "/enter", told, Cookie=csrf)
        assert (status, "Secure" in headers["Set-Cookie"]) == (302, True)
        assert asked_by_name(opened, "/jobs/", Cookie=headers["Set-Cookie"].split(";")[0])[0] == 200


def asked_by_name(
    house: House, path: str, told: dict[str, str] | None = None, **headers: str
) -> tuple[int, dict[str, str], str]:
    """As a proxy hands it on."""
    connection = http.client.HTTPConnection("127.0.0.1", house.listens_at, timeout=10)
    sent = {"Host": "onward.example", **headers}
    if told is not None:
        sent |= {"Origin": "https://onward.example", "Content-Type": "application/x-www-form-urlencoded"}
    connection.request("GET" if told is None else "POST", path, body=urlencode(told) if told else None, headers=sent)
    answer = connection.getresponse()
    body = answer.read().decode()
    connection.close()
    return answer.status, dict(answer.headers.items()), body


def test_connections_that_say_nothing_do_not_keep_the_person_out(house: House) -> None:
    there = urlsplit(house.origin)
    idle = [socket.create_connection((there.hostname, there.port), timeout=10) for _ in range(150)]
    try:
        assert ask(house, "/jobs/")[0] == 403
    finally:
        for one in idle:
            one.close()


def test_nobody_gets_in_without_the_cookie(house: House) -> None:
    for path in ("/", "/jobs/", "/changes/", "/start/", "/enter?token=guessed", "/enter"):
        assert ask(house, path)[0] == 403, path
    assert ask(house, "/jobs/", Cookie="onward_0000000000=MQ:made:up")[0] == 403


def test_the_cookie_still_opens_after_a_restart(house: House) -> None:
    cookie = ask(house, token_path(house))[1]["Set-Cookie"].split(";")[0]
    house.open("2026-11-17T09:00")
    assert ask(house, "/jobs/", Cookie=cookie)[0] == 200


OTHER_HOSTS = (
    "evil.example", "evil.example:PORT", "127.0.0.1:1", "127.0.0.1", "onward.localhost", "127.0.0.1.:PORT", "localhost.:PORT",
    "[::1]:PORT", "0.0.0.0:PORT", "127.1:PORT", "2130706433:PORT", "127.0.0.1:PORT, evil.example", "127.0.0.1:PORT@evil.example", "",
)  # fmt: skip


def test_another_host_is_refused_even_with_the_token(house: House) -> None:
    there = urlsplit(house.origin)
    forwarded = {"X-Forwarded-Host": there.netloc, "Forwarded": f"host={there.netloc}"}
    for name in OTHER_HOSTS:
        host = name.replace("PORT", str(there.port))
        assert ask(house, token_path(house), Host=host)[0] == 400, host
        assert ask(house, token_path(house), Host=host, **forwarded)[0] == 400, host
    assert ask(house, token_path(house))[0] == 302  # and the token wasn't spent


def test_it_listens_on_this_machine_alone(house: House) -> None:
    assert urlsplit(house.origin).hostname == "127.0.0.1"
    assert "frame-ancestors 'none'" in ask(house, "/jobs/")[1]["Content-Security-Policy"]


def test_a_port_that_is_taken_is_a_sentence(house: House, tmp_path: Path) -> None:
    port = str(urlsplit(house.origin).port)
    refused = run(tmp_path / "other", AFTER_THE_EXAMPLE, "--no-browser", "--port", port)
    assert refused.returncode == 2
    assert f"Port {port} can’t be used" in refused.stderr
    assert "Traceback" not in refused.stderr
