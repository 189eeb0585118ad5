"""Families of questions with their points, as data that anybody can add to."""
