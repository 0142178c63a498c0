"""`python -m readouts` is the command `readouts`."""

import sys

from readouts.commands import main

sys.exit(main())
