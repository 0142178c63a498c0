"""The list of all questions.

In: Datasette with the served file, and a request. Out: the answer.
"""

from typing import TYPE_CHECKING

from datasette import Request, Response

from readouts.site.routes.record_page import answer

if TYPE_CHECKING:
    from datasette.app import Datasette


async def questions_page(datasette: "Datasette", request: Request) -> Response:
    """The route of the list of all questions."""
    return await answer(datasette, request, "questions.html")
