"""Every kind of defect, by group, and the changes that harm nothing."""

from mutate.kinds import cells, changes, files, harmless, meaning, structure, tables

GROUPS = {
    "bytes": files.KINDS,
    "structure": structure.KINDS,
    "cells": cells.KINDS,
    "tables": tables.KINDS,
    "meaning": meaning.KINDS,
    "changes": changes.KINDS,
    "harmless": harmless.KINDS,
}
