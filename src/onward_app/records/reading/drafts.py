"""Reads for the cards that a kink could be worked out with: what is there already is left out."""

from __future__ import annotations

from django.db.models import Q

from onward.kinks.kinds import Kind
from onward.practice.make import CardDraft, make_card_drafts
from onward_app.packs_folder import list_fitting_packs
from onward_app.records.models import Card, Owner, Question
from onward_app.records.reading.evidence import KinkHistory


def list_card_drafts(owner: Owner, told: KinkHistory) -> list[CardDraft]:
    """Its plan, the very question that went wrong, and questions from the packs; none of them a card of it yet."""
    row = told.row
    cards = Card.objects.of(owner).filter(Q(kink=row) | ~Q(item=""))
    made = list(cards.values_list("kink", "practice", "question", "item"))
    there = {(way, question) for kink, way, question, _ in made if kink == row.pk}
    found = make_card_drafts(
        told.kind or Kind(row.kind, row.name, "", "", ("", "")),
        if_they=row.if_they, then_i=row.then_i, asked=find_question_asked(owner, told),
        packs=list_fitting_packs(owner.field), known={item for *_, item in made if item},
    )  # fmt: skip
    return [draft for draft in found if (draft.way, draft.question) not in there]


def find_question_asked(owner: Owner, told: KinkHistory) -> str:
    """The question that went worst in the interviews it was seen in; empty when none was noted."""
    met = {one.interview_id for one in told.sightings if one.interview_id and not one.not_mine}
    rows = Question.objects.of(owner).filter(interview__in=met, went__lte=3).exclude(asked="")
    found = rows.order_by("went", "-interview__on", "place").first()
    return str(found.asked) if found else ""


def draft_key(draft: CardDraft) -> str:
    """What a form calls a draft: its name in its pack, or its kind of practice, of which there is one each."""
    return draft.item or draft.way
