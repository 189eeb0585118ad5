"""The box for a passphrase that something is sealed with."""

from __future__ import annotations

from django import forms

from onward_app.sealing import LEAST, TOO_SHORT


def make_passphrase_field(help_text: str) -> forms.CharField:
    """The field of a form."""
    return forms.CharField(
        label="Passphrase",
        min_length=LEAST,
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=help_text,
        error_messages={"min_length": TOO_SHORT},
    )
