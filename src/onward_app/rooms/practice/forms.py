"""A card of one's own."""

from django import forms


class Add(forms.Form):
    """A question and the three points a good answer has."""

    question = forms.CharField(label="The question", max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))
    point1 = forms.CharField(label="A good answer has", max_length=200)
    point2 = forms.CharField(label="And", max_length=200)
    point3 = forms.CharField(label="And", max_length=200)
