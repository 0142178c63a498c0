"""What a page needs on paper, where no link can be followed: its addresses, numbered, as a list at the end.

In: the addresses in the order in which a page comes to them. Out: the number that stands beside each link, and the
list, which `print.css` shows on paper alone.
"""


class Addresses:
    """The addresses outside the record that one page has come to, each once: `seen` has them in order, with numbers."""

    def __init__(self) -> None:
        self.seen: dict[str, int] = {}

    def number(self, address: str) -> int:
        """The number of an address on this page.

        It is that of the page; the words at which a browser opens it (`#:~:text=`) are of no use to a hand that types.
        https://wicg.github.io/scroll-to-text-fragment/
        """
        return self.seen.setdefault(address.partition(":~:")[0].removesuffix("#"), len(self.seen) + 1)
