"""The closed lists as the schemas have them: written from the codes, never by hand.

Why: readers of the package know the values of a column from its schema alone, and a value
that stands in two places stands wrong in one. In: a schema as text, and the vocabulary. Out:
the schema with each list as the codes have it, byte for byte as it was elsewhere.
"""

import json

from readouts.vocabulary import Vocabulary


class NoCodes(ValueError):
    """A column has a list of which there is no code, and no column can do with no value."""


def with_lists(schema: str, vocabulary: Vocabulary) -> str:
    """The schema whose fields with `codes` allow what that list has, in its order.

    Raises NoCodes when a list has nothing.
    """
    found = json.loads(schema)
    for field in found["fields"]:
        if "codes" in field:
            values = list(vocabulary.of(field["codes"]))
            if not values:
                raise NoCodes(f'{field["name"]} has the list "{field["codes"]}", of which there is no code')
            field["constraints"] = field.get("constraints", {}) | {"enum": values}
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"
