"""How fast are quotations proven? Ours beside a naive loop, on the same made-up texts, in one run.

Usage: python -m bench.quotations [TEXTS] [QUOTATIONS]; prints quotations a second and peak
memory of each. The naive loop does what a first script does: for each quotation fold the
whole text (with the same folding) and ask whether the words are a substring. It checks
far less: no word bounds, no paragraph, no marks, no passage, no place.
"""

import json
import random
import resource
import subprocess
import sys
import time

WORDS_A_TEXT = 1000


def material(texts: int, quotations: int) -> tuple[list[str], list[tuple[int, str, str]]]:
    """Texts of a thousand words in paragraphs, and quotations (text, words, passage) that stand in them."""
    chance = random.Random(20241111)
    vocabulary = ["".join(chance.choices("abcdefghijklmnopqrstuvwxyz", k=chance.randint(2, 11))) for _ in range(20_000)]
    written, wanted = [], []
    for _ in range(texts):
        paragraphs = [chance.choices(vocabulary, k=100) for _ in range(WORDS_A_TEXT // 100)]
        written.append(
            "\n\n".join(f"“{' '.join(words[:50])},” he said. {' '.join(words[50:])}." for words in paragraphs)
        )
    for number in range(quotations):
        text = number % texts
        words = written[text].split("\n\n")[chance.randrange(10)].removeprefix("“").split(",”")[0].split()
        start = chance.randrange(10, 30)
        wanted.append((text, " ".join(words[start : start + 10]), f"{' '.join(words[:5])} […] {' '.join(words[-5:])}"))
    return written, wanted


def ours(texts: list[str], wanted: list[tuple[int, str, str]]) -> int:
    """Index each text once; passage, words, marks, negation."""
    from readouts.evidence.match import Match, find_passage, find_words, negation_before
    from readouts.evidence.source_text import index

    by_text: dict[int, list[tuple[str, str]]] = {}
    for text, words, passage in wanted:
        by_text.setdefault(text, []).append((words, passage))
    found = 0
    for number, quotations in by_text.items():
        text = index(texts[number])
        for words, passage in quotations:
            place = find_passage(text, passage)
            match = find_words(text, words, place.place) if isinstance(place, Match) else place
            found += isinstance(match, Match) and match.in_marks and not negation_before(text, match)
    return found


def naive(texts: list[str], wanted: list[tuple[int, str, str]]) -> int:
    """Normalise and search, quotation by quotation."""
    from readouts.evidence.source_text import normalise

    return sum(normalise(words) in normalise(texts[text]) for text, words, _ in wanted)


def main() -> None:
    """Run each way in a process of its own, so that its peak memory is its own."""
    texts, quotations = (
        int(one) for one in ([*sys.argv[1:], "1000", "10000"] if len(sys.argv) != 2 else [sys.argv[1], "10000"])[:2]
    )
    print(f"{quotations:,} quotations, {texts:,} texts of {WORDS_A_TEXT:,} words")
    results = {
        name: json.loads(
            subprocess.run(
                [sys.executable, __file__, str(texts), str(quotations), name],
                check=True,
                capture_output=True,
                text=True,
            ).stdout
        )
        for name in ("ours", "naive")
    }
    for name, result in results.items():
        rate, seconds, peak = quotations / result["seconds"], result["seconds"], result["peak"] / 1024
        print(
            f"{name:6} {rate:8,.0f} quotations a second {seconds:7.2f} s {peak:5.0f} MiB peak {result['found']:,} found"
        )
    print(f"ours is {results['naive']['seconds'] / results['ours']['seconds']:.1f} times as fast as the naive loop")


if __name__ == "__main__":
    if len(sys.argv) == 4:
        made = material(int(sys.argv[1]), int(sys.argv[2]))
        started = time.perf_counter()
        count = {"ours": ours, "naive": naive}[sys.argv[3]](*made)
        print(
            json.dumps(
                {
                    "seconds": time.perf_counter() - started,
                    "found": count,
                    "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss,
                }
            )
        )
    else:
        main()
