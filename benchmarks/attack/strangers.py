"""Another owner's ids on every address, in the path and in what a form sends: never found, and nothing is changed."""

from __future__ import annotations

from benchmarks.addresses import address_with_rows, list_addresses
from benchmarks.attack.search import count_rows, let_in, new_search
from benchmarks.attack.tally import Tally

METHODS = ("get", "post", "put", "delete")
ASKED = (
    "job",
    "letter",
    "card",
    "kink",
    "interview",
    "done",
    "change",
    "event",
    "value",
    "person",
    "row",
    "transcript",
)
OURS = (b"Harbor Light", b"Tell me about yourself", b"Aunt Lu", b"I laugh it off", b"Weekly clinical supervision")
OPENED = {"owner", "sitting", "change", "part"}  # what a look at one's own pages notes; no row of ours is among them


def attack(count: int) -> Tally:
    """At most `count` requests."""
    tally, search = Tally("strangers"), new_search()
    stranger, before = let_in(search.stranger), count_rows()
    addresses = [(name, path, address_with_rows(name, path, search.named)) for name, path in list_addresses()]
    tries = [(where, method) for name, path, where in addresses if "<int:" in path for method in METHODS]
    for where, method in tries[:count]:
        with tally.one(f"{method} {where}"):
            answer = getattr(stranger, method)(where)
            assert answer.status_code in {404, 405}, f"{answer.status_code}"
    tally.holds(count_rows() == before, "something was written by an address")
    asked = [
        (path.split("?")[0], name, row) for _, raw, path in addresses if "<int:" not in raw
        for name in ASKED for row in [search.named.get(name) or search.named["job"]]
    ]  # fmt: skip
    for where, name, row in asked[: max(0, count - len(tries))]:
        with tally.one(f"{where}?{name}={row.pk}"):
            answer = stranger.get(where, {name: row.pk})
            assert answer.status_code < 500, f"{answer.status_code}"
            found = [word for word in OURS if word in b"".join(answer)]
            assert not found, f"{found}"
    tally.holds(_of(search.owner.pk, count_rows()) == _of(search.owner.pk, before), "something of the owner's changed")
    return tally


def _of(owner: int, rows: dict[str, list[dict[str, object]]]) -> list[object]:
    """The rows of this owner."""
    return [row for every in rows.values() for row in every if row.get("owner_id") == owner]
