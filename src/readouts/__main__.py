"""`python -m readouts` is the command `readouts`."""

import sys

from readouts.cli import main

sys.exit(main())
