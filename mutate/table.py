"""The verdicts as a table: for a terminal, and as docs/mutation.md.

In: the mutants of each kind with their verdicts. Out: text.
"""

from collections.abc import Iterator

from mutate.judge import Verdict
from mutate.kinds import GROUPS
from mutate.record import Kind, Mutant

Results = dict[Kind, list[tuple[Mutant, Verdict]]]
HEADER = ("kind", "planted", "caught", "located", "frictionless refused", "frictionless located")
ABOUT = (
    "# The validator, audited",
    "A validator that has never been seen to fail proves little. `make mutate` plants defects into copies of this"
    " record, one at a time, and asks whether `readouts validate` refuses the copy and names the file, and the line,"
    " the column and the row where the defect has them, without a traceback, without a control character in its"
    " report and without opening an address. Beside it stand changes that harm nothing, in which nothing may be"
    " found, and forgeries that *pass*, which only the text would show ([evidence](evidence.md))."
    " Frictionless, which reads the same package with code of its own, is asked about the same mutants:"
    " *located* is for it the file and the line.",
    "Most kinds are derived from the schemas: of every column, key and link that can have the defect, at most {limit}"
    " have it in turn, each in one row, drawn by the seed {seed}; what must hold in every key, link, list, pattern and"
    " required column is tried in every one. Kinds that only an earlier state shows are judged with --before and"
    " --strict, those that a warning tells with --strict. The table is written by `make mutate`; a test sees"
    " that it names every kind.",
)


def rows(results: Results, group: str) -> Iterator[tuple[str, ...]]:
    """One row a kind of that group, the columns of HEADER."""
    names = {kind.name for kind in GROUPS[group]}
    for kind, judged in results.items():
        if kind.name in names:
            yield (
                (kind.name, *_counts([kind], results))
                if judged
                else (kind.name, "0", "could not run: " + _why(kind), "", "", "")
            )


def terminal(results: Results) -> str:
    """The table with the totals, in columns of spaces."""
    lines = []
    for group in GROUPS:
        if found := list(rows(results, group)):
            width = max(len(row[0]) for row in found)
            lines += ["", f"{group.upper()}  ({', '.join(_header(group)[1:])})"]
            lines += [f"  {row[0]:{width}}  " + "  ".join(f"{cell:>7}" for cell in row[1:]) for row in found]
    return "\n".join([*lines, "", *totals(results)])


def markdown(results: Results, seed: int, limit: int) -> str:
    """The same as a page."""
    about = "\n\n".join(ABOUT).format(seed=seed, limit=limit)
    lines = [about, "", *(f"- {total}" for total in totals(results))]
    for group in GROUPS:
        lines += ["", f"## {group.capitalize()}", "", _line(_header(group)), _line("-" * 3 for _ in HEADER)]
        lines += map(_line, rows(results, group))
    return "\n".join(lines) + "\n"


def totals(results: Results) -> list[str]:
    """How many of how many, in sentences."""
    ran = [kind for kind in results if results[kind]]
    bad, good = ([kind for kind in ran if kind.harmless is harmless and not kind.unseen] for harmless in (False, True))
    unseen, forged, silent, *_ = len(kinds := [kind for kind in ran if kind.unseen]), *_counts(kinds, results)
    planted, caught, located, refused, found = (int(one) for one in _counts(bad, results))
    asked = sum(verdict.referee is not None for kind in bad for _, verdict in results[kind])
    harmless, passed, _, alarms, _ = (int(one) for one in _counts(good, results))
    idle = [f"{len(results) - len(ran)} kinds could not run."] if len(ran) < len(results) else []
    return [
        f"{len(bad)} kinds of defect, {planted:,} planted: {caught:,} caught ({_share(caught, planted)}),"
        f" {located:,} located ({_share(located, planted)}).",
        f"Frictionless, asked about {asked:,} of them: {refused:,} refused ({_share(refused, asked)}),"
        f" {found:,} located ({_share(found, asked)}).",
        f"{len(good)} kinds of harmless change, {harmless:,} made: {passed:,} passed; frictionless refused {alarms:,}.",
        f"{unseen} kinds of forgery of which nothing can be found without the text, {forged} made: {silent} passed.",
        *idle,
    ]


def misses(results: Results) -> Iterator[str]:
    """What went wrong, one line a mutant."""
    for kind, judged in results.items():
        for mutant, verdict in judged:
            wrong = verdict.trouble or (
                ("" if not verdict.found else "false alarm")
                if kind.harmless
                else "missed"
                if not verdict.caught
                else ""
                if verdict.located
                else "badly located"
            )
            if wrong:
                where = ":".join(map(str, (mutant.path, mutant.line, "|".join(mutant.columns), mutant.row_id)))
                said = [
                    f"{one.path}:{one.line}:{one.column} {one.rule} {one.row_id}: {one.problem}"[:200]
                    for one in verdict.found
                ]
                yield f"{kind.name} [{mutant.told[:80]!a}] {where}: {wrong}; said: {said}"


def _counts(kinds: list[Kind], results: Results) -> tuple[str, ...]:
    judged = [(kind, verdict) for kind in kinds for _, verdict in results[kind]]
    right = [not verdict.found and not verdict.trouble if kind.harmless else verdict.caught for kind, verdict in judged]
    return tuple(
        str(sum(one))
        for one in (
            [1] * len(judged),
            right,
            [verdict.located and ok for (_, verdict), ok in zip(judged, right, strict=True)],
            [bool(verdict.referee) for _, verdict in judged],
            [bool(verdict.referee_place) for _, verdict in judged],
        )
    )


def _header(group: str) -> tuple[str, ...]:
    return HEADER if group not in ("harmless", "passes") else ("kind", "made", "passed", "", "frictionless refused", "")


def _why(kind: Kind) -> str:
    return "the texts are not here" if kind.reads_texts else "the record has no row for it"


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "none"


def _line(cells) -> str:
    return f"| {' | '.join(cells)} |"
