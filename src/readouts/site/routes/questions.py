"""The list of all questions.

In: Datasette with the served file, and a request. Out: the answer.
"""

from readouts.site.routes.record_page import answer


async def questions_page(datasette, request):
    """The route of the list of all questions."""
    return await answer(datasette, request, "questions.html")
