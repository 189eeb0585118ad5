"""People who help: their cards, the record of what each was given, and what becomes of their comments."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from onward.debrief.chips import Chip
from onward.kinks.called import name_in_own_words
from onward.packet.comments import ReturnedComments
from onward.packet.packet import Packet, PacketTrouble
from onward.wording.counts import say_count
from onward_app import clock
from onward_app.records.models import Change, Comment, GivenPacket, Helper, Kink, Owner
from onward_app.records.reading.offered import find_commented, find_item_row
from onward_app.records.writing.cards import begin_work
from onward_app.records.writing.changes import ChangeInProgress, open_change
from onward_app.records.writing.forgetting import forget_rows
from onward_app.records.writing.kinks import make_sighting
from onward_app.records.writing.recover import make_kind_words
from onward_app.records.writing.replies import find_or_name_kink

ROW, STRENGTH, KINK, KIND, LEAVE = "row", "strength", "kink", "kind", "left"
NOT_OURS = "These comments are on packet {packet}, which wasn’t made in this search. Nothing was taken in."
TAKEN_BACK = (
    "You took the record of packet {packet} back. Bring it back under What changed, then the comments can come in."
)
BY_HAND = "The packet was changed by hand after you made it: look twice at what each comment is about."
NO_SUCH_ITEM = "One or more are on an item that the packet doesn’t have. They stand with the packet as a whole."
GONE = "One or more are on something that you took away since. They are kept, and you say what they are."
ALREADY = "All of them are here already. Nothing was added."


def add_helper(owner: Owner, **fields: Any) -> tuple[Helper, Change]:
    """A card for somebody who helps."""
    with open_change(owner, "helpers.card", f"Added a card for {fields['name']}.") as change:
        row = change.make(Helper, **fields)
    return row, change.record


def edit_helper(owner: Owner, row: Helper, **fields: Any) -> Change | None:
    """What stands on a card."""
    with open_change(owner, "helpers.card", f"Changed the card of {fields.get('name', row.name)}.") as change:
        change.edit(row, **fields)
    return change.kept


def remove_helper(owner: Owner, row: Helper) -> Change:
    """Take a card away. What was given stays on record."""
    with open_change(owner, "helpers.card", f"Took the card of {row.name} away.") as change:
        change.strike(row)
    return change.record


def record_given(
    owner: Owner, helper: Helper, packet: Packet, *, keys: list[str], covered: bool
) -> tuple[GivenPacket, Change]:
    """Note what a packet holds and for whom it is."""
    one, many = "Made a packet with {n} item for {who}.", "Made a packet with {n} items for {who}."
    with open_change(owner, "helpers.give", say_count(len(packet.items), one, many, who=helper.name)) as change:
        row = change.make(
            GivenPacket,
            helper=helper,
            code=packet.code,
            made_on=packet.made_on,
            stale_on=packet.stale_on,
            by=packet.by,
            to=packet.to,
            asks=packet.asks,
            since=packet.since,
            covered=covered,
            items=keys,
            mark=packet.mark,
        )
    return row, change.record


def forget_given(row: GivenPacket) -> None:
    """Delete a record for good, with the comments that came to it. What was made of them stays."""
    with transaction.atomic():
        forget_rows(Comment.objects.filter(packet=row))
        forget_rows(GivenPacket.objects.filter(pk=row.pk))


@dataclass(frozen=True, slots=True)
class CommentsTaken:
    """What became of comments that came back: how many are new, and what is odd about them."""

    new: int
    told: tuple[str, ...]
    change: Change | None


def take_in_comments(owner: Owner, back: ReturnedComments) -> CommentsTaken:
    """Keep them until the person says of each what it is. The same ones again are not kept twice.

    Raises:
        PacketTrouble: they are on no packet of this search.
    """
    row = GivenPacket.objects.filter(owner=owner, code=back.packet).first()
    if row is None:
        raise PacketTrouble(NOT_OURS.format(packet=back.packet))
    if not row.stands:
        raise PacketTrouble(TAKEN_BACK.format(packet=back.packet))
    by, on = back.by or row.to, min(back.on or clock.today(), clock.today())
    there = set(Comment.objects.of(owner).filter(packet=row).values_list("item", "text"))
    rows = [(one.item if one.item <= len(row.items) else 0, one.text) for one in back.comments]
    fresh = [one for one in dict.fromkeys(rows) if one not in there]
    one, many = "{n} comment came back on the packet for {who}.", "{n} comments came back on the packet for {who}."
    summary = say_count(len(fresh), one, many, who=row.helper.name)
    with open_change(owner, "helpers.comments", summary) as change:
        for item, text in fresh:
            change.make(Comment, packet=row, item=item, by=by, on=on, text=text)
    return CommentsTaken(len(fresh), tuple(_list_oddities(owner, row, back, fresh)), change.kept)


def _list_oddities(
    owner: Owner, row: GivenPacket, back: ReturnedComments, fresh: list[tuple[int, str]]
) -> Iterator[str]:
    if not fresh:
        yield ALREADY
    if back.mark and back.mark != row.mark:
        yield BY_HAND
    if any(one.item > len(row.items) for one in back.comments):
        yield NO_SUCH_ITEM
    if any(item and find_item_row(owner, row.items[item - 1]) is None for item, _ in fresh):
        yield GONE


def answer_comment(owner: Owner, comment: Comment, what: str) -> Change:
    """The person's yes: a word on what it was written on, a strength, a kink, kind words; or no."""
    summary = f"Went through a comment on the packet for {comment.packet.helper.name}."
    with open_change(owner, "helpers.answer", summary) as change:
        kink = _find_kink(change, comment, what)
        if kink is not None:
            make_sighting(
                change, kink, text=comment.text, chip=Chip.PERSON, on=comment.on, group=comment.by, interview=None
            )
        if kink is not None and what == KINK:
            begin_work(change, kink)
        if what == KIND:
            make_kind_words(change, text=comment.text, who=comment.by, on=comment.on, key="")
        change.edit(comment, taken=(STRENGTH if kink.strength else KINK) if kink else what)
    return change.record


def _find_kink(change: ChangeInProgress, comment: Comment, what: str) -> Kink | None:
    if what == ROW:
        row = find_commented(change.owner, comment)
        return row if isinstance(row, Kink) else None
    if what not in (STRENGTH, KINK):
        return None
    return find_or_name_kink(change, name_in_own_words(comment.text), strength=what == STRENGTH)
