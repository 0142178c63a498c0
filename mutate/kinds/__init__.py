"""Every kind of defect, by group; forgeries that pass; and the changes that harm nothing."""

from mutate.kinds import changes, files, forged, harmless, meaning, one_cell, shape, tables

GROUPS = {
    "bytes": files.KINDS,
    "structure": shape.KINDS,
    "cells": one_cell.KINDS,
    "tables": tables.KINDS,
    "meaning": meaning.KINDS,
    "changes": changes.KINDS,
    "forged": forged.KINDS,
    "passes": forged.PASSES,
    "harmless": harmless.KINDS,
}
