"""One message through the person's own server: shown whole, sent at a yes, recorded as it went, and never twice."""

from __future__ import annotations

import hashlib
import uuid
from dataclasses import dataclass, replace
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET

from onward.ask.send import Envelope, make_message, plain_address
from onward_app import clock
from onward_app.example import is_example_shown
from onward_app.records.models import Ask, Opportunity, Owner, Sending
from onward_app.records.reading.ask import find_ask, find_name_signed
from onward_app.records.reading.rows import find_opportunity, find_row
from onward_app.records.reading.sending import find_sending, is_on_its_way
from onward_app.records.writing.sending import (
    FIELDS,
    GoneAlready,
    begin_sending,
    give_up_sending,
    leave_sending_open,
    record_sent_through,
)
from onward_app.rooms.ask.actions import check_message, message_to_draft
from onward_app.rooms.ask.server import PasswordForm, find_server
from onward_app.rooms.ask.stops import find_stop, read_sort
from onward_app.sending.server import write_server
from onward_app.sending.smtp import NOTHING_SENT, MaybeSent, NotSent, hand_over
from onward_app.sources import OnServer
from onward_app.sources.place import is_this_computer
from onward_app.web.boxes import read_form
from onward_app.web.replies import redirect_done, request_owner

EXAMPLE = "This is the example search, and its people are made up: nothing is sent from it."
CHANGED = "The message was changed meanwhile. Read it once more: only what you have seen goes."
NO_PASSWORD = "A password is needed to send it. An app password is the safest."  # noqa: S105 - a sentence
ODD_ADDRESS = "That address has letters that mail servers can’t carry. Open the message in your mail program instead."


@dataclass(frozen=True, slots=True)
class ToSend:
    """A draft as it stands, and what it goes through."""

    owner: Owner
    ask: Ask
    server: OnServer

    @property
    def typed(self) -> dict[str, str]:
        """Its fields."""
        return {name: str(getattr(self.ask, name)) for name in FIELDS}

    @property
    def seal(self) -> str:
        """What the yes is to: these words, to this address, from that one."""
        whole = "\0".join((*self.typed.values(), self.server.user, self.server.host))
        return hashlib.sha256(whole.encode()).hexdigest()

    def write_message(self) -> bytes:
        """The whole message as it goes. Raises UnicodeError for an address that no server carries."""
        sender, typed = plain_address(self.server.user), self.typed
        to = plain_address(typed["to_address"])
        name = find_name_signed(self.owner)
        own = f"{uuid.uuid4()}@{sender.rpartition('@')[2]}"
        return make_message(message_to_draft(typed), Envelope(sender, name, to, typed["to_name"], clock.now(), own))


def send(request: HttpRequest, pk: int) -> HttpResponse:
    """Show it whole; send it at the yes; and where it can't be told whether it went, ask the person."""
    owner = request_owner(request)
    row, sort = find_opportunity(owner, pk), read_sort(request)
    sending = find_sending(owner, row, sort)
    if sending is not None:
        return _answer_after(request, owner, row, sending)
    stop = find_stop(request, owner, row, sort)
    draft, server = find_ask(owner, row, sort), find_server(owner)
    if stop is not None:
        return stop
    if draft is None or not draft.to_address or not draft.text:
        return redirect(f"{reverse('ask:write', args=[row.pk])}?{request.GET.urlencode()}")
    if server is None:
        return redirect(reverse("ask:server", query={"next": request.get_full_path()}))
    return _ask_for_a_yes(request, ToSend(owner, draft, server))


def _ask_for_a_yes(request: HttpRequest, this: ToSend) -> HttpResponse:
    form = read_form(request, PasswordForm)
    if request.method != "POST" or not form.is_valid():
        return _render_page(request, this, form)
    server = replace(this.server, password=form.cleaned_data["password"] or this.server.password)
    if is_example_shown():
        form.add_error(None, EXAMPLE)
    elif request.POST.get("seal") != this.seal:
        form.add_error(None, CHANGED)
    elif not server.password and not is_this_computer(server.host):
        form.add_error("password", NO_PASSWORD)
    else:
        form.keep_if_wanted(server)
    return (
        _render_page(request, this, form) if form.errors else _send_message(request, replace(this, server=server), form)
    )


def _send_message(request: HttpRequest, this: ToSend, form: PasswordForm) -> HttpResponse:
    try:
        message = this.write_message()
        sending = begin_sending(this.owner, this.ask, through=write_server(this.server), message=message)
    except (UnicodeError, GoneAlready) as trouble:
        form.add_error(None, str(trouble) if isinstance(trouble, GoneAlready) else f"{ODD_ADDRESS} {NOTHING_SENT}")
        return _render_page(request, this, form)
    to = plain_address(this.ask.to_address)
    try:
        hand_over(this.server, message, sender=plain_address(this.server.user), to=to)
    except NotSent as trouble:
        give_up_sending(sending)
        form.add_error(None, str(trouble))
        return _render_page(request, this, form)
    except MaybeSent as trouble:
        leave_sending_open(sending, str(trouble))
        return redirect(request.get_full_path())
    return redirect_done(reverse("ask:front"), record_sent_through(this.owner, sending, on=clock.today()))


def _render_page(request: HttpRequest, this: ToSend, form: PasswordForm) -> HttpResponse:
    row = this.ask.opportunity
    seen = check_message(this.owner, row, sort=this.ask.sort, typed=this.typed)
    page: dict[str, Any] = {
        "job": row,
        "ask": this.ask,
        "server": this.server,
        "signed": find_name_signed(this.owner),
        "seal": this.seal,
        "form": form,
        "fine": seen.fine,
        "back": f"{reverse('ask:write', args=[row.pk])}?{request.GET.urlencode()}",
    }
    return render(request, "ask/send.html", page)


def _answer_after(request: HttpRequest, owner: Owner, row: Opportunity, sending: Sending) -> HttpResponse:
    """It went, or it may have: then the person may know more, and nothing is tried again by itself."""
    waits = is_on_its_way(sending, clock.now())
    said = request.POST.get("do", "")
    if request.method == "POST" and sending.went is None and not waits:
        if said == "went":
            sent_on = sending.begun_at.astimezone(clock.now().tzinfo).date()
            return redirect_done(reverse("ask:front"), record_sent_through(owner, sending, on=sent_on))
        if said == "not":
            give_up_sending(sending)
            return redirect(request.get_full_path())
    page = {"job": row, "sending": sending, "ask": sending.ask, "waits": waits}
    return render(request, "ask/sent.html", page)


@require_GET
def message(request: HttpRequest, pk: int) -> HttpResponse:
    """What was really sent, byte for byte."""
    ask = find_row(Ask, request_owner(request), pk)
    sending = Sending.objects.filter(owner=ask.owner_id, ask=ask).first()
    if sending is None:
        raise Http404
    answer = HttpResponse(sending.message.encode("ascii"), content_type="message/rfc822")
    answer["Content-Disposition"] = 'attachment; filename="sent.eml"'
    return answer
