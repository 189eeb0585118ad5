"""`python -m onward_app` is the command `onward`."""

from onward_app.cli.opening import main

main()
