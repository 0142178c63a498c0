"""A command as it is called: its words in, its exit code and what it printed out."""

import pytest

from readouts.commands import main


@pytest.fixture
def run(capsys):
    """Calls a command: returns the exit code, what it printed, and what it printed as errors."""

    def call(*arguments):
        try:
            code = main([str(one) for one in arguments])
        except SystemExit as stop:
            code = stop.code
        told = capsys.readouterr()
        return code, told.out, told.err

    return call
