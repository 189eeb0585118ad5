"""Tonight's cards: a question, an answer, and only then the three points."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from onward.packs.load import SHIPPED, shipped
from onward.practice.learned import learned
from onward.practice.schedule import due_on
from onward.practice.ways import way_of
from onward_app import clock
from onward_app.records import queries, queries_practice
from onward_app.records.models import Card
from onward_app.records.writing import practice as writing
from onward_app.rooms.practice.forms import Add
from onward_app.web.replies import done, owner_of


@require_GET
def front(request: HttpRequest) -> HttpResponse:
    """What to practise now."""
    owner = owner_of(request)
    tonight = queries_practice.tonight(owner, clock.today())
    has_cards = Card.objects.of(owner).exists()
    resting = has_cards and not tonight.cards and "can wait" in tonight.words
    context = {"tonight": tonight, "has_cards": has_cards, "resting": resting}
    return render(request, "practice/front.html", context)


@require_POST
def today(request: HttpRequest) -> HttpResponse:
    """The person asks for practice on a rejection day."""
    writing.practise_today(owner_of(request))
    return redirect("/practice/")


@require_http_methods(["GET", "POST"])
def card(request: HttpRequest, pk: int) -> HttpResponse:
    """The question; then, with an answer given, the points to grade it by."""
    row = queries.find(Card, owner_of(request), pk)
    answered = request.method == "POST"
    context = {"card": row, "way": way_of(row.practice), "answered": answered, "answer": request.POST.get("answer", "")}
    return render(request, "practice/card.html", context)


@require_POST
def grade(request: HttpRequest, pk: int) -> HttpResponse:
    """The answer and which of its points were met."""
    owner = owner_of(request)
    row = queries.find(Card, owner, pk)
    met = {int(place) for place in request.POST.getlist("met") if place in {"0", "1", "2"}}
    change = writing.answer(owner, row, text=request.POST.get("answer", "")[:20_000], met=met)
    following = queries_practice.tonight(owner, clock.today()).cards
    return done(f"/practice/card/{following[0].id}/" if following else "/practice/", change)


@require_GET
def cards(request: HttpRequest) -> HttpResponse:
    """All of them, with whether they are learned."""
    owner = owner_of(request)
    rows = queries_practice.cards(owner)
    states = queries_practice.states(owner, rows)
    interview = queries_practice.next_interview(owner, clock.today())
    told = [
        (row, learned(states[row.pk]), max(due_on(states[row.pk], interview=interview), clock.today())) for row in rows
    ]
    return render(request, "practice/cards.html", {"told": told})


@require_POST
def retire(request: HttpRequest, pk: int) -> HttpResponse:
    """Let a card go, or take it up again."""
    owner = owner_of(request)
    return done("/practice/cards/", writing.retire(owner, queries.find(Card, owner, pk)))


@require_http_methods(["GET", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """A card of one's own."""
    form = Add(request.POST or None)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        points = [told["point1"], told["point2"], told["point3"]]
        return done("/practice/", writing.add(owner_of(request), question=told["question"], points=points))
    return render(request, "practice/add.html", {"form": form})


@require_GET
def packs(request: HttpRequest) -> HttpResponse:
    """Question families to choose from."""
    owner = owner_of(request)
    there = set(Card.objects.of(owner).exclude(pack="").values_list("pack", "family"))
    told = [
        (pack, [(family, (pack.key, family.key) in there) for family in pack.families])
        for pack in map(shipped, SHIPPED)
    ]
    return render(request, "practice/packs.html", {"told": told})


@require_POST
def family(request: HttpRequest, pack: str, family: str) -> HttpResponse:
    """Add the questions of one family."""
    if pack not in SHIPPED:
        raise Http404
    found = shipped(pack).family(family)
    if found is None:
        raise Http404
    items = [(one.key, one.ask, one.points) for one in found.questions]
    return done(
        "/practice/packs/",
        writing.add_family(owner_of(request), pack=pack, family=family, title=found.name, items=items),
    )
