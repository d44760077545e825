"""The record of one document: every field a person may write, each in one of its states.

``Document`` holds what all types share; a type with needs of its own is a subclass in a file of
its name. A record is a value: frozen, equal to another that prints the same.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Annotated, Any

from vnadmindocs.law.document_types import find_type
from vnadmindocs.record.addressees import AddresseesField
from vnadmindocs.record.attached_file import AttachedFileField
from vnadmindocs.record.body import BodyField
from vnadmindocs.record.data_fields import DataFieldsField, NoDataFieldsField
from vnadmindocs.record.date import DateField
from vnadmindocs.record.document_type import (
    APPENDIX,
    AttachedTypeField,
    TypeField,
    TypeName,
)
from vnadmindocs.record.fields import (
    Line,
    Lines,
    Reads,
    RecordModel,
    State,
    TextInput,
    choice_reader,
    line_of,
    nested,
    read_items,
)
from vnadmindocs.record.figure_link import FiguresField, NumberReadingField
from vnadmindocs.record.footnotes import FootnotesField
from vnadmindocs.record.images import ImagesField
from vnadmindocs.record.issuer import IssuerField
from vnadmindocs.record.legal_bases import LegalBasesField
from vnadmindocs.record.model import Reading
from vnadmindocs.record.number import NumberField, SymbolField
from vnadmindocs.record.place import PlaceField
from vnadmindocs.record.recipients import ArchiveField, RecipientsField
from vnadmindocs.record.register import RegisterField, inside
from vnadmindocs.record.signature import SignatureField
from vnadmindocs.record.tables import TablesField
from vnadmindocs.record.template_file import TemplateField

if TYPE_CHECKING:
    from vnadmindocs.notation.moment import Moment


def _choice(field: str) -> Any:
    return Reads(choice_reader("document", field), TextInput)


def _read_due(value: object) -> Moment:
    # Few letters have an hour by which they must be delivered.
    from vnadmindocs.notation.moment import Moment, parse_moment

    return value if isinstance(value, Moment) else parse_moment(line_of(value))


def _read_appendices(value: object, reading: Reading) -> tuple[Appendix, ...]:
    context = inside(reading.context, reading.data.get("register"), reading.data.get("agency"))
    return read_items(value, lambda each: nested(_attached_model(each), each, context))


def _attached_model(value: object) -> type[Appendix]:
    """Give the model of an attached document: that of its type, where it has fields of its own."""
    from vnadmindocs.record.models import attached_model_of

    if isinstance(value, Appendix) or not isinstance(value, Mapping):
        return Appendix
    written = value.get("type")
    if isinstance(written, TypeName):
        return attached_model_of(written.key)
    kind = find_type(written) if isinstance(written, str) else None
    return attached_model_of(kind.key) if kind is not None else Appendix


class Document(RecordModel):
    """One document as a person wrote it.

    None is an absent key; ``State.GAP`` a key left empty; ``State.OMITTED`` a part not printed.
    """

    # The same record with references to figures where this one has their values.
    __slots__ = ("_written",)

    type: TypeField
    agency: IssuerField
    title: Line = None
    label: Line = None
    number: NumberField = None
    symbol: SymbolField = None
    place: PlaceField = None
    date: DateField = None
    subject: Lines = None
    urgency: Annotated[str | State | None, _choice("urgency")] = None
    due: Annotated[Any, Reads(_read_due, TextInput)] = None
    secrecy: Annotated[str | State | None, _choice("secrecy")] = None
    circulation: Lines = None
    addressees: AddresseesField = None
    issuing_authority: Lines = None
    # Grounds may name a text of the register by its key: it is read before them.
    register: RegisterField = None
    legal_bases: LegalBasesField = None
    proposal: Line = None
    # The body asks which footnotes, tables and images are declared: they are read before it.
    footnotes: FootnotesField = None
    tables: TablesField = None
    images: ImagesField = None
    body: BodyField
    recipients: RecipientsField = None
    archive: ArchiveField = None
    signature: SignatureField = None
    appendices: AppendicesField = None
    reference: Lines = None
    orientation: Annotated[str | State | None, _choice("orientation")] = None
    file: AttachedFileField = None
    stamp: Annotated[str | State | None, _choice("stamp")] = None
    contents: Annotated[str | State | None, _choice("contents")] = None
    drafter: Line = None
    copies: Line = None
    contact: Lines = None
    issue: Annotated[str | State | None, _choice("issue")] = None
    size_set: Annotated[str | State | None, _choice("size_set")] = None
    template: TemplateField = None
    figures: FiguresField = None
    number_reading: NumberReadingField = None
    data_fields: DataFieldsField = None

    @property
    def as_written(self) -> Document:
        """The record with references where this one has the values they refer to."""
        written: Document | Callable[[], Document | None] = getattr(self, "_written", self)
        if not isinstance(written, Document):
            written = written() or self
            object.__setattr__(self, "_written", written)
        return written

    def resolves(self, written: Callable[[], Document | None]) -> None:
        """Say that this is a record with values in the place of its references.

        Args:
            written: gives the record with the references, once somebody asks for it.
        """
        object.__setattr__(self, "_written", written)

    @property
    def is_copy(self) -> bool:
        """Whether it is a copy of another document (Đ.25); ``record.copy.Copy`` is its model."""
        law = self.type.law
        return law is not None and law.is_copy


class Appendix(Document):
    """A record inside a record: an appendix, an attached document, or a PDF as it is.

    Header, signature and recipients print only if written.
    """

    type: AttachedTypeField = APPENDIX
    agency: IssuerField = None
    body: BodyField = None
    data_fields: NoDataFieldsField = None


# Annotations are read when a model is first used, so this may stand below the class it names.
AppendicesField = Annotated[
    tuple[Appendix, ...] | State | None,
    Reads(
        _read_appendices,
        {"type": "array", "items": {"$ref": "#/$defs/Appendix"}},
        with_info=True,
    ),
]
