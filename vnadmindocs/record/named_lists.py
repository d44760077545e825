"""Named lists of an agency profile (``@các-sở``), put in place of their names.

Recipients and addressees both take them; a list may name another. A name that no profile has, and
one that leads back to a list it stands in, stay as written.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from vnadmindocs.language.text import fold
from vnadmindocs.notation.purposes import without_purpose
from vnadmindocs.notation.recipients import NAMED_LIST, Recipient, RecipientGroup, Recipients
from vnadmindocs.record.addressees import Addressees
from vnadmindocs.record.issuer import Issuer

NamedLists = Mapping[str, Recipients]

# Lists that name lists that name lists could print more than any paper holds.
_MOST = 10_000


def named_lists(issuers: Sequence[Issuer]) -> NamedLists:
    """Give the lists of these bodies by folded name; of two with one name, the lead body's."""
    found: dict[str, Recipients] = {}
    for issuer in issuers:
        for name, recipients in issuer.agency.recipient_lists.items():
            found.setdefault(fold(name), recipients)
    return found


def expanded(
    items: Sequence[Recipient | RecipientGroup], issuers: Sequence[Issuer]
) -> tuple[Recipient | RecipientGroup, ...]:
    """Put lists in place of their names; what comes of a name has the line of the name."""
    if not any(_names_a_list(item) for item in items):
        return tuple(items)
    return tuple(_items(items, _Expansion(named_lists(issuers)), ()))


def expanded_addressees(
    addressees: Addressees, issuers: Sequence[Issuer]
) -> tuple[tuple[str, int], ...]:
    """Give each addressee with its line, lists in place of their names.

    A list may serve as recipients too: its purposes and its filing line are not for Kính gửi.
    """
    items = tuple((words, addressees.line(at)) for at, words in enumerate(addressees.items))
    if not any(words.startswith(NAMED_LIST) for words, _ in items):
        return items
    expansion = _Expansion(named_lists(issuers))
    found: list[tuple[str, int]] = []
    for words, line in items:
        written = Recipient(words, line=line)
        if expansion.of(written, ()) is None:
            found.append((words, line))
            continue
        found += [
            (without_purpose(one.words), line)
            for one in _members((written,), expansion, ())
            if not one.is_archive
        ]
    return tuple(found)


class _Expansion:
    """The lists there are, and how much more may be printed of them."""

    def __init__(self, lists: NamedLists) -> None:
        self.lists = lists
        self.left = _MOST

    def of(self, item: Recipient, above: tuple[str, ...]) -> tuple[str, Recipients] | None:
        """Find the list that an item names; None where it stays as written.

        Args:
            item: as written, in the record or in a list.
            above: folded names of the lists the item stands in.
        """
        if item.list_name is None:
            return None
        name = fold(item.list_name)
        if name in above or name not in self.lists or self.left <= 0:
            return None
        self.left -= len(self.lists[name].items)
        return name, self.lists[name]


def _names_a_list(item: Recipient | RecipientGroup) -> bool:
    members = item.members if isinstance(item, RecipientGroup) else (item,)
    return any(member.words.startswith(NAMED_LIST) for member in members)


def _items(
    items: Sequence[Recipient | RecipientGroup], expansion: _Expansion, above: tuple[str, ...]
) -> Iterator[Recipient | RecipientGroup]:
    for item in items:
        if isinstance(item, RecipientGroup):
            yield replace(item, members=tuple(_members(item.members, expansion, above)))
            continue
        found = expansion.of(item, above)
        if found is None:
            yield item
            continue
        for each in _items(found[1].items, expansion, (*above, found[0])):
            yield _at(each, item.line)


def _members(
    members: Sequence[Recipient], expansion: _Expansion, above: tuple[str, ...]
) -> Iterator[Recipient]:
    for member in members:
        found = expansion.of(member, above)
        if found is None:
            yield member
            continue
        for each in _members(found[1].every, expansion, (*above, found[0])):
            yield replace(each, line=member.line)


def _at(item: Recipient | RecipientGroup, line: int) -> Recipient | RecipientGroup:
    """Give an item of a list the line of the name it came by."""
    if isinstance(item, Recipient):
        return replace(item, line=line)
    return replace(
        item, members=tuple(replace(member, line=line) for member in item.members), line=line
    )
