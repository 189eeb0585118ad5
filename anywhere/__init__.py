"""Onward in a browser: how its folder of static files is built (`build`) and served (`serve`)."""
