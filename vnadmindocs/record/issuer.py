"""The issuing body: header lines as printed, or an agency profile shared by an office's letters.

``cơ quan: co-quan/ubnd.yaml`` or the printed lines -> ``Issuer``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from functools import lru_cache
from typing import Annotated, Any, ClassVar, TypeVar

from vnadmindocs.diagnostics import Severity
from vnadmindocs.diagnostics.fault import Fault, UnreadableError
from vnadmindocs.language.text import fold
from vnadmindocs.law.authority import authority_alone, make_chain, print_chain, read_chain
from vnadmindocs.notation.recipients import Recipients, parse_recipients
from vnadmindocs.notation.signature import (
    SignatureBlock,
    SignatureLine,
    SignatureLineKind,
    name_faults,
    parse_signature,
)
from vnadmindocs.record.fields import (
    TEXT_SCHEMA,
    Line,
    Lines,
    Reads,
    RecordModel,
    State,
    TextInput,
    TextsInput,
    choice_reader,
    faults_of,
    free_names_expected,
    in_context,
    nested,
    read_items,
    state_of,
    text_of,
    texts_of,
)
from vnadmindocs.record.folder import Folder, folder_of
from vnadmindocs.record.glyphs import glyph_faults, has_lacking
from vnadmindocs.record.kept_profiles import keep_profile, same_profile, unchanged_profile
from vnadmindocs.record.model import InvalidRecordError
from vnadmindocs.record.place import PlaceField
from vnadmindocs.record.placing import placed
from vnadmindocs.record.profile_faults import profile_faults
from vnadmindocs.record.reader import read
from vnadmindocs.record.register import RegisterField
from vnadmindocs.record.template_file import TemplateField
from vnadmindocs.values import dataclass

NOBODY_NAMED = "SIG035"
_KEYED_TEXTS = {"type": ["object", "null"], "additionalProperties": TEXT_SCHEMA}


Read = TypeVar("Read")


class Signer(RecordModel):
    """A person who may sign for a body.

    ``lines`` are the authority lines as printed above the signature; without them the post in
    capitals is printed.
    """

    vocabulary: ClassVar[str] = "signer"

    name: Line
    post: Line = None
    lines: Lines = None

    @property
    def block(self) -> SignatureBlock:
        """The signature block this person's letters carry."""
        return self._read[0]

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What the block has to report, each fault at the field it comes from."""
        return self._read[1]

    @property
    def _read(self) -> tuple[SignatureBlock, tuple[Fault, ...]]:
        texts = (self.lines, self.post, self.name)
        lines, post, name = (text if isinstance(text, str) else "" for text in texts)
        return _signed(lines, post.upper(), name)


# All letters of an office name the same few signers.
@lru_cache(maxsize=256)
def _signed(lines: str, post: str, name: str) -> tuple[SignatureBlock, tuple[Fault, ...]]:
    """Give the block of a signer, and what it has to report."""
    above, unnamed = _above(lines, post)
    try:
        block = _named(parse_signature(f"{above}\n\n{name}"), name)
    except UnreadableError as error:
        # Two names: the one in «name» signs, the rest stands above it.
        kinds = SignatureLineKind
        block = SignatureBlock(
            (
                *(SignatureLine(kinds.AUTHORITY, each) for each in _words(above)),
                SignatureLine(kinds.GAP),
                SignatureLine(kinds.NAME, name),
            )
        )
        return block, tuple(
            Fault(fault.code, facts=fault.facts, path=("lines",)) for fault in error.faults
        )
    found = (Fault(fault.code, facts=fault.facts, path=("name",)) for fault in block.faults)
    return block, (*unnamed, *found)


def _above(lines: str, post: str) -> tuple[str, tuple[Fault, ...]]:
    """Give the lines above the signature, and what could not be worded."""
    keys = authority_alone(lines)
    if not keys:
        chain = read_chain(tuple(_words(lines)))
        # «KT. GIÁM ĐỐC» alone: the post under it is the signer's own.
        open_ended = chain.steps and chain.steps[-1].key != "Q" and not chain.post
        return "\n".join(filter(None, (lines, post))) if open_ended else lines or post, ()
    chain = make_chain(keys, post)
    return "\n".join(print_chain(chain)), tuple(
        Fault(NOBODY_NAMED, facts={"found": f"{step.key}."}, path=("lines",))
        for step in chain.steps
        if not step.words
    )


def _named(block: SignatureBlock, name: str) -> SignatureBlock:
    """Take the last line for the name even where its letters would not tell."""
    last = block.lines[-1]
    if block.name or last.text != name or not name:
        return block
    line = SignatureLine(SignatureLineKind.NAME, name, last.line)
    return SignatureBlock((*block.lines[:-1], line), block.place, name_faults((line,)))


def _words(lines: str) -> list[str]:
    return [line for line in lines.split("\n") if line.strip()]


def _keyed(value: object, read: Callable[[object], Read]) -> dict[str, Read]:
    """Read each value of a mapping with names of the writer's own; faults of all come out."""
    if state_of(value) is not None:
        return {}
    if not isinstance(value, Mapping):
        raise UnreadableError(free_names_expected())
    found: dict[str, Read] = {}
    faults: list[Fault] = []
    for key, each in value.items():
        try:
            found[str(key)] = read(each)
        except UnreadableError as error:
            faults.extend(fault.under(str(key)) for fault in error.faults)
    if faults:
        raise UnreadableError(*faults)
    return found


def _keyed_texts(value: object) -> dict[str, str]:
    return _keyed(value, text_of)


def _keyed_recipients(value: object) -> dict[str, Recipients]:
    return _keyed(value, lambda texts: parse_recipients([text for text, _ in texts_of(texts)]))


def _signers(value: object) -> tuple[Signer, ...]:
    if state_of(value) is not None:
        return ()
    return read_items(value, lambda each: nested(Signer, each, None))


def _parent(value: object, context: object) -> Issuer:
    return read_issuer(value, context)


def _choice_or_none(field_name: str) -> Any:
    read = choice_reader("agency", field_name)
    return lambda value: None if value is None or state_of(value) is State.GAP else read(value)


class Agency(RecordModel):
    """What the letters of one office share.

    Attributes:
        header: printed lines of the left header; a blank line stands between the superior body
            and the issuer. None: the parent's name and ``full_name`` in capitals.
        collective: ``yes`` when the body decides as a collective and its head signs TM.
        rules: the office's own values by norm key or Vietnamese name; they only narrow.
    """

    vocabulary: ClassVar[str] = "agency"

    header: Lines = None
    full_name: Line = None
    parent: Annotated[
        Issuer | State | None,
        in_context(_parent, TextInput),
    ] = None
    abbreviation: Line = None
    place: PlaceField = None
    head: Line = None
    collective: Annotated[
        str | None, Reads(_choice_or_none("collective"), TextInput, keeps_states=False)
    ] = None
    units: Annotated[Mapping[str, str], Reads(_keyed_texts, _KEYED_TEXTS, keeps_states=False)] = {}
    drafting_unit: Line = None
    signers: Annotated[tuple[Signer, ...], Reads(_signers, list[Signer], keeps_states=False)] = ()
    before_names: Annotated[
        str | None, Reads(_choice_or_none("before_names"), TextInput, keeps_states=False)
    ] = None
    seal: Annotated[str | None, Reads(_choice_or_none("seal"), TextInput, keeps_states=False)] = (
        None
    )
    default_signer: Line = None
    recipient_lists: Annotated[
        Mapping[str, Recipients],
        Reads(_keyed_recipients, dict[str, TextsInput], keeps_states=False),
    ] = {}
    contact: Lines = None
    size_set: Annotated[
        str | None, Reads(_choice_or_none("size_set"), TextInput, keeps_states=False)
    ] = None
    template: TemplateField = None
    register: RegisterField = None
    rules: Annotated[Mapping[str, str], Reads(_keyed_texts, _KEYED_TEXTS, keeps_states=False)] = {}


@dataclass(frozen=True, slots=True)
class Issuer:
    """A body that issues a document, and where its facts come from.

    Attributes:
        source: path of the profile as written; "" for header lines written in the record.
        same: an appendix wrote «như trên»: the body of the main document.
        faults: what a body described in the record itself has wrong; a profile reports its own.
    """

    agency: Agency
    source: str = field(default="", compare=False)
    same: bool = False
    faults: tuple[Fault, ...] = field(default=(), compare=False)

    @property
    def issuer_lines(self) -> tuple[str, ...]:
        """Printed lines of the issuing body itself."""
        return self.header_lines[1]

    @property
    def superior_lines(self) -> tuple[str, ...]:
        """Printed lines of the superior body; empty when there is none."""
        return self.header_lines[0]

    @property
    def header_lines(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Printed lines of the superior body, and of the issuing body itself."""
        header = self.agency.header
        if isinstance(header, str):
            superior, _, own = header.rpartition("\n\n")
            above = tuple(line.strip() for line in superior.split("\n") if line.strip())
            own_lines = tuple(line.strip() for line in own.split("\n") if line.strip())
        else:
            above = ()
            full_name = self.agency.full_name
            own_lines = (full_name.upper(),) if isinstance(full_name, str) else ()
        if not above and isinstance(self.agency.parent, Issuer):
            above = self.agency.parent.issuer_lines
        return above, own_lines

    @property
    def default_signer(self) -> Signer | None:
        """Who signs when the record names nobody."""
        wanted = self.agency.default_signer
        if not isinstance(wanted, str):
            return None
        for signer in self.agency.signers:
            if isinstance(signer.name, str) and fold(signer.name) == fold(wanted):
                return signer
        return Signer(name=wanted)

    @property
    def printed_name(self) -> str:
        """The issuing body's printed lines as one line, in capitals as printed."""
        return " ".join(self.issuer_lines)


SAME_AS_ABOVE = "nhu_tren"


def read_issuer(value: object, context: object) -> Issuer:
    """Read one issuing body: a profile's path, printed lines, or a mapping in place.

    Raises:
        UnreadableError: the profile is missing, circular, outside the folder tree or has faults
            (SCH030 to SCH035, SCH037).
    """
    if isinstance(value, Issuer):
        return value
    if isinstance(value, Agency):
        return Issuer(value)
    if isinstance(value, Mapping):
        described = nested(Agency, value, context)
        return Issuer(described, faults=tuple(profile_faults(described)))
    written = text_of(value)
    if _is_path(written):
        return Issuer(_profile(written, folder_of(context)), source=written)
    if fold(written) == SAME_AS_ABOVE:
        return Issuer(Agency(), same=True)
    return Issuer(Agency(header=written))


def is_printed_header(text: str) -> bool:
    """Tell whether a text is read as header lines, and not as a path or as «như trên»."""
    return not _is_path(text) and fold(text) != SAME_AS_ABOVE


def _is_path(text: str) -> bool:
    return "\n" not in text and text.lower().endswith((".yaml", ".yml"))


def read_issuers(value: object, context: object) -> tuple[Issuer, ...]:
    """Read one issuing body, or the bodies of a joint document, lead first."""
    return read_items(value, lambda each: read_issuer(each, context))


def _profile(written: str, folder: Folder) -> Agency:
    if not folder.trail and (known := unchanged_profile(written, folder)) is not None:
        return known
    target = folder.locate(written)
    if folder.trail and target.resolve() in folder.trail:
        chain = " → ".join(path.name for path in (*folder.trail, target))
        raise UnreadableError(Fault("SCH034", facts={"found": written, "chain": chain}))
    if len(folder.trail) >= _LONGEST_CHAIN:
        facts = {"found": written, "limit": _LONGEST_CHAIN}
        raise UnreadableError(Fault("SCH037", facts=facts))
    content = folder.content(target, written)
    if (known := same_profile(written, folder, content)) is not None:
        return known
    inner = folder.inner(target)
    source = read(content, str(target), "agency")
    faults: tuple[Fault, ...] = ()
    agency: Agency | None = None
    if source.data is not None:
        try:
            agency = Agency.from_values(source.data, context=inner)
        except InvalidRecordError as error:
            faults = faults_of(error)
        else:
            faults = tuple(profile_faults(agency))
        if has_lacking(source.positions.text):
            faults = (*faults, *glyph_faults(source.data))
    found = [*source.diagnostics, *placed(faults, source)]
    folder.diagnostics.extend(found)
    if agency is None or any(each.severity >= Severity.FATAL for each in found):
        raise UnreadableError(
            Fault("SCH035", facts={"found": written, "count": max(len(found), 1)})
        )
    if not found and agency.parent is agency.template is agency.register is None:
        keep_profile(written, folder, target, content, agency)
    return agency


# A superior of a superior of a superior is as far as any office goes.
_LONGEST_CHAIN = 10


IssuerField = Annotated[
    tuple[Issuer, ...] | State | None,
    in_context(read_issuers, TextInput | Agency | list[TextInput | Agency]),
]
