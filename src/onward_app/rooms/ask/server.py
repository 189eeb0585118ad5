"""The server that the person's own messages go through: set up once, and asked for nothing without a yes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from onward_app.records.models import Owner
from onward_app.records.writing.owner import remember_addresses
from onward_app.records.writing.sending import forget_server, set_server
from onward_app.sending.server import BY_STARTTLS, SAFE_AT_ONCE, choose_server, read_server
from onward_app.sending.smtp import NotSent, try_server
from onward_app.sources import OnServer, SourceTrouble
from onward_app.sources.passwords import find_password, forget_password, keep_password
from onward_app.web.boxes import LookedAtForm, read_form
from onward_app.web.replies import find_way_back, redirect_done, request_owner

NO_KEYRING = "There is no keyring here that Onward can use. Leave this off, and it is asked for each time."
SCHEMES = (
    ("", "As the port says: 465 from the first byte, others by STARTTLS"),
    (SAFE_AT_ONCE, "From the first byte (TLS)"),
    (BY_STARTTLS, "By STARTTLS"),
)


class PasswordForm(LookedAtForm):
    """The password, for this once or for the keyring. It is never on a page that comes back, and in no table."""

    password = forms.CharField(
        label="App password", required=False, strip=False, max_length=500,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
        help_text="Made at your provider for this one use. It is used now and not kept.",
    )  # fmt: skip
    keep = forms.BooleanField(label="Keep the password in this system’s keyring", required=False)

    def keep_if_wanted(self, server: OnServer) -> None:
        """Into the keyring, where the person wants that and there is one."""
        if self.cleaned_data["keep"] and server.password and not keep_password(server):
            self.add_error("keep", NO_KEYRING)


class ServerForm(PasswordForm):
    """The address that messages go out from, and whatever their provider calls its outgoing server."""

    folded = ("host", "scheme", "keep")
    field_order = ("address", "password", "host", "scheme", "keep")

    address = forms.EmailField(label="Your mail address", max_length=320)
    host = forms.CharField(
        label="SMTP server", required=False, max_length=255,
        help_text="Only for a provider that Onward doesn’t know. With a port, if it names one: mail.example.org:587.",
    )  # fmt: skip
    scheme = forms.ChoiceField(label="The connection is made safe", required=False, choices=SCHEMES)
    server: OnServer

    def clean(self) -> dict[str, Any]:
        """The address has to lead to a server. With a password it is tried at once, and nothing is sent."""
        told = cast(dict[str, Any], super().clean())
        if self.errors:
            return told
        try:
            server = choose_server(told["address"], host=told["host"], scheme=told["scheme"])
            self.server = replace(server, password=told["password"])
            if told["password"]:
                try_server(self.server)
        except (SourceTrouble, NotSent) as trouble:
            self.add_error("host" if told["host"] else "address", str(trouble))
            return told
        self.keep_if_wanted(self.server)
        return told


def server(request: HttpRequest) -> HttpResponse:
    """Say which, change it, or have it forgotten."""
    owner = request_owner(request)
    if settings.IN_BROWSER:
        return render(request, "ask/server.html")
    if request.POST.get("do") == "forget":
        forget_password(find_server(owner) or OnServer("", ""))
        return redirect_done(reverse("ask:server"), forget_server(owner))
    form = read_form(request, ServerForm, initial={"address": owner.sends_from})
    if form.is_valid():
        remember_addresses(owner, [form.server.user])
        return redirect_done(find_way_back(request, reverse("ask:server")), set_server(owner, form.server))
    page = {"form": form, "now": find_server(owner), "next": find_way_back(request, request.GET.get("next", ""))}
    return render(request, "ask/server.html", page)


def find_server(owner: Owner) -> OnServer | None:
    """The server as it was set up, with the password that the keyring has; a browser can’t talk to any."""
    if settings.IN_BROWSER or not owner.sends_through:
        return None
    return find_password(read_server(owner.sends_through, owner.sends_from))
