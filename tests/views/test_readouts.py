"""The flat tables: a row for each stance, and a row for each claim and rendering."""


def test_the_flat_table_has_a_row_for_each_claim_and_rendering(record):
    """The flat table names the office of that day and marks the rendering on which the stance rests."""
    record.add(
        "roles",
        id="r-1",
        person_id="donald-trump",
        organization_id="trump-transition",
        title="President-elect",
        start="2024-11-06",
        end="2025-01-19",
        source_id="page",
    )
    record.add(
        "roles",
        id="r-2",
        person_id="donald-trump",
        organization_id="trump-transition",
        title="Candidate",
        end="2024-11-05",
        source_id="page",
    )
    record.add(
        "roles",
        id="r-3",
        person_id="donald-trump",
        organization_id="white-house",
        title="President",
        start="2025-01-20",
        source_id="page",
    )
    record.claim("an-hour", "duration", "call")
    record.statement("a", "trump-transition/donald-trump", {"took-place": "denies", "an-hour": "denies"}, "2024-11-11")
    record.quotation("a-2", "a", "indirect", record.source("ria", "ria-novosti", url="https://ria.ru/1"))
    rows = record.rows(
        "readouts_wordings",
        "claim_id",
        "quotation_id",
        "office",
        "rests_here",
        "words",
        "passage",
        "address",
        "permanent_address",
    )
    assert rows == [
        ("an-hour", "a", "President-elect", 1, "words of a", "passage of a", None, "/readouts/quotations/a"),
        (
            "an-hour",
            "a-2",
            "President-elect",
            0,
            None,
            "passage of a-2",
            "https://ria.ru/1",
            "/readouts/quotations/a-2",
        ),
        ("took-place", "a", "President-elect", 1, "words of a", "passage of a", None, "/readouts/quotations/a"),
        (
            "took-place",
            "a-2",
            "President-elect",
            0,
            None,
            "passage of a-2",
            "https://ria.ru/1",
            "/readouts/quotations/a-2",
        ),
    ]


def test_the_flat_table_keeps_rows_without_an_office(record):
    """Who holds no known office that day has an empty one; several offices stand side by side; a credit is named."""
    for id, person, start in (
        ("r-1", "dmitry-peskov", "2025-01-01"),
        ("r-2", "yuri-ushakov", ""),
        ("r-3", "yuri-ushakov", ""),
    ):
        record.add(
            "roles",
            id=id,
            person_id=person,
            organization_id="kremlin",
            title=f"Office {id}",
            start=start,
            source_id="page",
        )
    record.statement("a", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-11-11")
    record.statement("b", "kremlin/yuri-ushakov", {"took-place": "denies"}, "2024-11-12")
    record.quotation("c", "b", via_id="tass")
    assert record.rows("readouts_wordings", "quotation_id", "office", "via") == [
        ("a", None, "none"),
        ("b", "Office r-2; Office r-3", "none"),
        ("c", "Office r-2; Office r-3", "TASS"),
    ]


def test_a_stance_has_one_row_whatever_prints_it(record):
    """Beside each stance stand the words on which it is read, and how many renderings the statement has."""
    record.claim("an-hour", "duration", "call")
    record.statement("a", "kremlin/dmitry-peskov", {"took-place": "denies", "an-hour": "denies"}, "2024-11")
    record.quotation("a-2", "a", "indirect", record.source("ria", "ria-novosti"))
    record.statement("b", "", {"took-place": "asserts"}, "", form="indirect", speaker_label="a source")
    columns = ("claim_id", "quotation_id", "renderings", "person", "organization", "speaker_label", "via")
    assert record.rows("readouts", *columns, "date_first", "date_last", "month") == [
        ("an-hour", "a", 2, "Dmitry Peskov", "Kremlin", None, None, "2024-11-01", "2024-11-30", "2024-11"),
        ("took-place", "a", 2, "Dmitry Peskov", "Kremlin", None, None, "2024-11-01", "2024-11-30", "2024-11"),
        ("took-place", "b", 1, None, None, "a source", None, None, None, None),
    ]
