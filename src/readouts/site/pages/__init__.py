"""One module a page kind: the questions that it asks of the served file, and the pure function that shapes the answers.

`PAGES` maps a table of the file to its page. A page's template is
`templates/pages/<table>.html`; a table without one is shown by `any_row`.
docs/pages.md tells how a page is added.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from readouts.site.pages import claim, event, organization, person, quotation, source, statement, thread, topic
from readouts.site.pages.answers import Answers


@dataclass(frozen=True)
class Page:
    """A page kind: questions by name (SQL that may use `:id`), and from their answers to a frozen dataclass."""

    questions: Mapping[str, str]
    shape: Callable[[Answers], object]


PAGES = {
    "claims": Page(claim.QUESTIONS, claim.shape),
    "events": Page(event.QUESTIONS, event.shape),
    "statements": Page(statement.QUESTIONS, statement.shape),
    "threads": Page(thread.QUESTIONS, thread.shape),
    # People, bodies and texts
    "people": Page(person.QUESTIONS, person.shape),
    "organizations": Page(organization.QUESTIONS, organization.shape),
    "sources": Page(source.QUESTIONS, source.shape),
    "quotations": Page(quotation.QUESTIONS, quotation.shape),
    "topics": Page(topic.QUESTIONS, topic.shape),
}
