"""What all pages share: the door, the looks over what is typed, marks, days, pictures, errors.

In: requests and values. Out: responses and pieces of pages. Called by rooms.
"""
