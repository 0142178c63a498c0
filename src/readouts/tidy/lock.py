"""A lock on an open file or folder, which the system takes off when the process ends, however it ends.

Why: what a killed process left can be told from what another one works on. In: an open file.
Out: whether nobody else holds it. Where the system knows no such lock, nobody ever does.
"""

import sys

if sys.platform != "win32":
    import fcntl


def locked(file: int) -> bool:
    """Take the lock, until the file is closed; False where another process has it. Waits for nothing."""
    if sys.platform == "win32":
        return True
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
