"""A packet goes out as one file and is read again; what was changed, is newer or is no packet gets its sentence."""

from __future__ import annotations

import re

import pytest
from tests.core.packet.packets import DRAWING, make_packet

from onward.packet.packet import ItemPart, ItemSort, PacketItem, PacketTrouble
from onward.packet.page import write_packet
from onward.packet.read import NEWER, NO_PACKET, SEALED, read_packet
from onward.packet.scan import COVERED, cover_items, say_found, scan_items


def raw(text: str = "") -> bytes:
    return (text or write_packet(make_packet())).encode()


def test_it_is_read_as_it_was_written() -> None:
    found = read_packet(raw())
    assert not found.changed
    assert found.packet.mark == make_packet().mark
    assert [one.title for one in found.packet.items] == [one.title for one in make_packet().items]


def test_items_stand_in_one_order_with_their_numbers() -> None:
    told = [(one.number, str(one.sort)) for one in make_packet().items]
    assert told == [(1, "strength"), (2, "kink"), (3, "picture")]


def test_it_says_from_whom_for_whom_what_for_and_until_when() -> None:
    page = write_packet(make_packet())
    for words in ("From Robin for Dana", "Where do I lose them?", "After 16 December 2026 it is stale", DRAWING):
        assert words in page


def test_since_when_is_left_out_where_it_was_not_ticked() -> None:
    assert "Looking for work since 1 September 2026" in write_packet(make_packet())
    assert "Looking for work" not in write_packet(make_packet(since=None))


def test_nothing_in_it_asks_anybody_and_no_word_becomes_markup() -> None:
    page = write_packet(make_packet(asks='</script><img src="https://example.org/x"> & </p>'))
    assert (
        re.findall(r'\b(?:src|href|action)="', page.partition('id="packet">')[0].partition("</style>")[2])
        == ['src="'] * 0
    )
    assert "<img" not in page
    assert "default-src &#x27;none&#x27;" in page
    assert "I listen &lt;first&gt; &amp; speak then" in page


def test_what_is_changed_by_hand_is_seen_in_the_words_and_in_the_data() -> None:
    page = write_packet(make_packet())
    assert read_packet(raw(page.replace("They said so.", "They never said so.", 1))).changed
    assert read_packet(raw(page.replace('"by": "Robin"', '"by": "Robyn"'))).changed


@pytest.mark.parametrize(
    ("there", "instead"),
    [
        ("</main>", "<p>Take this one</p></main>"),
        ("<style>", "<style>h3{display:none}"),
        ("Send your comments back", "Send me more"),
        ("</main>", '<script type="application/json" id="packet">{}</script></main>'),
        ('"stale_on": "2026-12-16"', '"stale_on": "2030-12-16"'),
    ],
)
def test_a_change_by_hand_is_seen_wherever_it_stands(there: str, instead: str) -> None:
    page = write_packet(make_packet())
    assert there in page
    assert read_packet(raw(page.replace(there, instead, 1))).changed


@pytest.mark.parametrize("saved", ["utf-16", "utf-8-sig"])
def test_how_a_program_saved_its_letters_is_no_change_by_hand(saved: str) -> None:
    found = read_packet((write_packet(make_packet()) + "\n").encode(saved))
    assert (found.changed, found.packet.by) == (False, "Robin")


def test_ends_of_lines_that_a_mail_changed_are_no_change_by_hand() -> None:
    assert not read_packet(raw(write_packet(make_packet()).replace("\n", "\r\n"))).changed


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("<p>Hello</p>", NO_PACKET),
        (write_packet(make_packet()).replace('"version": 1', '"version": 2'), NEWER),
        (write_packet(make_packet()).replace('"version": 1', '"version": "x"'), NO_PACKET),
        (write_packet(make_packet()).replace('"sort": "kink"', '"sort": "magic"'), NO_PACKET),
        (write_packet(make_packet())[:-9000], NO_PACKET),
        ("age-encryption.org/v1\n-> scrypt x", SEALED),
        ("-----BEGIN AGE ENCRYPTED FILE-----\nYWdl\n", SEALED),
        (write_packet(make_packet()).replace('"number": 1', '"number": 1e400'), NO_PACKET),
        (write_packet(make_packet()).replace('"parts": [', '"parts": 3, "rest": ['), NO_PACKET),
    ],
)
def test_what_can_not_be_read_gets_its_sentence(text: str, sentence: str) -> None:
    with pytest.raises(PacketTrouble) as trouble:
        read_packet(raw(text))
    assert str(trouble.value) == sentence


def test_what_could_point_to_a_client_is_found_with_its_item_and_can_be_covered() -> None:
    packet = make_packet()
    kink = packet.items[1]
    told = kink.parts[0].__class__("", ("My client Maria Lopez cried.",))
    items = (packet.items[0], type(kink)(2, kink.sort, kink.title, (told,)))
    (found,) = scan_items(items, ())
    assert (found[0].number, found[1].text) == (2, "Maria Lopez")
    assert cover_items(items, ())[1].parts[0].texts == (f"My client {COVERED} cried.",)
    assert scan_items(items, ("Maria Lopez",)) == []


def test_days_and_names_that_onward_wrote_itself_are_left_alone() -> None:
    job = PacketItem(1, ItemSort.TIMELINE, "Harbor Light", (ItemPart("", ("3 March 2026: I applied",), typed=False),))
    assert scan_items([job], ()) == []
    assert cover_items([job], ()) == (job,)


def test_it_says_how_many_were_found_and_that_more_may_be_there() -> None:
    assert say_found(2) == "We found two, and miss about one in eight. Read it once."
    assert say_found(0).startswith("We found nothing, and miss")
