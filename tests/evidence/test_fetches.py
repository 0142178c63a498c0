"""Who has seen a text: a fetch counts where the words are anchored in what it brought, and what a coder has counts once."""

from readouts.evidence.anchors import text_named
from readouts.evidence.fetches import coders_first, names_by_quotation, seen

FIRST, SECOND, THIRD = "a" * 64, "b" * 64, "c" * 64
NAMES = {digest: text_named(digest) for digest in (FIRST, SECOND, THIRD)}


def text(digest, source="s", file="s.txt"):
    return {"source_id": source, "file": file, "digest": digest}


def witness(digest, same, source="s"):
    return {"source_id": source, "digest": digest, "same_copy": same}


def fetched(texts, witnesses, *digests, counted=None) -> int:
    return seen(texts, witnesses, counted).fetches("s", {NAMES[one] for one in digests})


def test_the_coder_alone_is_one_fetch():
    """A text with a digest was fetched by its coder; one without was never read in."""
    assert fetched([text(FIRST)], [], FIRST) == 1
    assert fetched([text(None)], [], FIRST) == 0


def test_a_witness_of_the_same_copy_is_a_second():
    """Whoever fetched the very words makes two of one."""
    assert fetched([text(FIRST)], [witness(FIRST, "yes")], FIRST) == 2


def test_a_copy_counts_where_the_words_are_anchored_in_it():
    """Of a copy with other words those quotations count that stand in it."""
    texts, witnesses = [text(FIRST), text(SECOND)], [witness(SECOND, "no")]
    assert fetched(texts, witnesses, FIRST, SECOND) == 2
    assert fetched(texts, witnesses, FIRST) == 1
    assert fetched(texts, witnesses, SECOND) == 1


def test_two_copies_of_the_coder_are_one_fetch():
    """A second text without a witness, or a witness that was taken away, makes no second fetch."""
    assert fetched([text(FIRST), text(SECOND)], [], FIRST, SECOND) == 1


def test_two_witnesses_of_one_copy_are_two():
    """Each further fetch counts, whichever words it brought."""
    texts = [text(FIRST), text(SECOND), text(THIRD)]
    witnesses = [witness(SECOND, "no"), witness(SECOND, "no"), witness(THIRD, "no")]
    assert fetched(texts, witnesses, FIRST, SECOND, THIRD) == 4


def test_a_witness_of_another_source_is_none_of_this():
    """One text under two ids is read for each."""
    texts = [text(FIRST), text(FIRST, "other")]
    assert fetched(texts, [witness(FIRST, "yes", "other")], FIRST) == 1


def test_only_new_witnesses_may_count():
    """What a known witness brought stays what a witness brought, and is no fetch of what is new."""
    texts, known, new = [text(FIRST), text(SECOND)], witness(SECOND, "no"), witness(FIRST, "yes")
    assert fetched(texts, [known, new], FIRST, SECOND, counted=[new]) == 2
    assert fetched(texts, [known, new], SECOND, counted=[new]) == 0


def test_what_the_coder_read_comes_first():
    """Whatever the files are called."""
    texts = [text(SECOND, file="a.txt"), text(FIRST, file="b.txt")]
    assert [row["digest"] for row in coders_first(texts, [witness(SECOND, "no")])] == [FIRST, SECOND]


def test_names_by_quotation():
    """The texts of each quotation, once each."""
    rows = [{"quotation_id": "q", "text_digest": name} for name in ("x", "x", "y")]
    assert names_by_quotation(rows) == {"q": {"x", "y"}}
