"""The list of all questions, and of the threads: questions that are followed over time.

In: Datasette with the served file, and a request. Out: the answer.
"""

from typing import TYPE_CHECKING

from datasette import Request, Response

from readouts.site.facts import ask
from readouts.site.pages import in_threads
from readouts.site.pages.card import Name
from readouts.site.routes.record_page import answer, once

if TYPE_CHECKING:
    from datasette.app import Datasette


async def questions_page(datasette: "Datasette", request: Request) -> Response:
    """The route of the list of all questions."""
    threads = await once(datasette, "threads", _threads)
    return await answer(datasette, request, "questions.html", threads=threads)


async def _threads(datasette: "Datasette") -> tuple[Name, ...]:
    return in_threads.names(await ask(datasette, in_threads.EVERY))
