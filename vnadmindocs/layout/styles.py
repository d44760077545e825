"""The style of every role: its look from ``law.looks``, every number of it from the norms.

The table below names the style and says what custom adds: what keeps with the next paragraph, what
is a heading. A role that prints nothing has no look and stands plain at the left. The same styles
make the shipped Word templates, so the value Word shows for a named style is the value layout
measured with.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from types import MappingProxyType

from vnadmindocs.law.looks import looks
from vnadmindocs.law.norms import Norms
from vnadmindocs.layout.shape import Style
from vnadmindocs.values import dataclass

_COLORS = {"black": "", "red": "FF0000"}  # "màu đỏ tươi" of the marks, PL1·P1·III.2


@dataclass(frozen=True, slots=True)
class _Form:
    """What the style of one role has beside its look.

    Attributes:
        name: the name Word shows.
        size: key of the norm of its type size.
        left: key of the norm of its left indent; "" for none.
        times: how often that norm is taken.
        hanging: key of the norm by which lines after the first are set in further; "" for none.
        exact: key of the norm of its exact line pitch; "" when the line follows the type.
        spacing: role whose spacing it has; "" for its own.
        body: whether it has the spacing and line pitch of the body.
        keep: whether it stays with the paragraph after it.
        outline: level in the navigation pane, from 0; None for what is no heading.
    """

    name: str
    size: str
    left: str = ""
    times: int = 1
    hanging: str = ""
    exact: str = ""
    spacing: str = ""
    body: bool = False
    keep: bool = False
    outline: int | None = None


_FORMS: Mapping[str, _Form] = {
    "national_name": _Form("Quốc hiệu", "national_name.size"),
    "national_motto": _Form("Tiêu ngữ", "national_motto.size"),
    "superior": _Form("Cơ quan chủ quản", "superior.size"),
    "issuer": _Form("Cơ quan ban hành", "issuer.size"),
    "number": _Form("Số ký hiệu", "number.size"),
    "place_date": _Form("Địa danh ngày tháng", "place_date.size"),
    "dispatch_subject": _Form("Trích yếu công văn", "dispatch_subject.size"),
    "type_name": _Form("Tên loại văn bản", "type_name.size", keep=True, outline=0),
    "subject": _Form("Trích yếu", "subject.size", keep=True),
    "issuing_authority": _Form("Thẩm quyền ban hành", "issuing_authority.size", keep=True),
    "legal_basis": _Form("Căn cứ", "legal_basis.size", body=True),
    "decision_word": _Form("Lệnh ban hành", "decision_word.size", keep=True),
    "addressees": _Form("Kính gửi", "addressees.size", left="addressees.indent"),
    "addressee": _Form("Kính gửi từng nơi", "addressees.size", left="addressees.indent"),
    "part_number": _Form("Số phần chương", "part_number.size", keep=True, outline=0),
    "part_title": _Form("Tên phần chương", "part_title.size", keep=True),
    "section_number": _Form("Số mục", "section_number.size", keep=True, outline=1),
    "section_title": _Form("Tên mục", "section_title.size", keep=True),
    "article": _Form("Điều", "article.size", body=True, outline=2),
    "heading": _Form("Mục La Mã", "heading.size", body=True, keep=True, outline=1),
    "clause": _Form("Khoản", "clause.size", body=True),
    "titled_clause": _Form(
        "Khoản có tiêu đề", "titled_clause.size", body=True, keep=True, outline=3
    ),
    "point": _Form("Điểm", "point.size", body=True),
    "dash": _Form("Gạch đầu dòng", "body.size", body=True),
    "subdash": _Form("Dấu cộng đầu dòng", "body.size", body=True),
    "paragraph": _Form("Đoạn văn", "body.size", body=True),
    "quote": _Form("Trích dẫn", "body.size", left="quote.indent", body=True),
    "centered": _Form("Đoạn giữa", "body.size", body=True),
    "right_aligned": _Form("Đoạn phải", "body.size", body=True),
    "contents_title": _Form("Mục lục", "contents.size", keep=True),
    # Word gives these to the lines of a table of contents that it makes anew.
    **{
        f"contents_{level}": _Form(
            f"toc {level}",
            "contents.size",
            left="contents.indent",
            times=level - 1,
            hanging="contents.hanging",
            spacing="contents_1",
        )
        for level in range(1, 7)
    },
    "table_head": _Form("Đầu cột", "table.size"),
    "table_text": _Form("Chữ trong bảng", "table.size"),
    "table_head_smaller": _Form("Đầu cột nhỏ", "table.smaller_size", spacing="table_head"),
    "table_text_smaller": _Form("Chữ trong bảng nhỏ", "table.smaller_size", spacing="table_text"),
    "table_head_least": _Form("Đầu cột nhỏ nhất", "table.least_size", spacing="table_head"),
    "table_text_least": _Form("Chữ trong bảng nhỏ nhất", "table.least_size", spacing="table_text"),
    "table_unit": _Form("Đơn vị tính của bảng", "table.size", keep=True),
    "image": _Form("Hình", "body.size", keep=True),
    "image_caption": _Form("Tên hình", "image_caption.size"),
    "signature_authority": _Form("Quyền hạn chức vụ", "signature_authority.size", keep=True),
    "signature_other_office": _Form("Chức vụ khác", "signature_authority.size", keep=True),
    "signature_caption": _Form("Chú thích chữ ký", "signature_caption.size", keep=True),
    "signature_gap": _Form("Chỗ ký", "signature_name.size", exact="signature.gap", keep=True),
    "signature_name": _Form("Họ tên người ký", "signature_name.size"),
    "recipients_label": _Form("Nơi nhận", "recipients_label.size", keep=True),
    "recipient": _Form("Nơi nhận từng nơi", "recipient.size"),
    "recipient_purpose": _Form("Mục đích gửi", "recipient.size"),
    "appendix_label": _Form("Nhãn phụ lục", "appendix_label.size", keep=True, outline=0),
    "appendix_title": _Form("Tên phụ lục", "appendix_title.size", keep=True),
    "appendix_reference": _Form("Kèm theo", "appendix_reference.size", keep=True),
    "secrecy": _Form("Độ mật", "secrecy.size"),
    "urgency": _Form("Độ khẩn", "urgency.size"),
    "circulation": _Form("Phạm vi lưu hành", "circulation.size"),
    "drafter": _Form("Người soạn", "drafter.size"),
    "contact": _Form("Thông tin liên hệ", "contact.size"),
    "page_number": _Form("Số trang", "page_number.size"),
    "footnote": _Form("Cước chú", "footnote.size"),
    "information_box": _Form("Thông tin ký số", "information_box.size"),
    "copy_information": _Form("Thông tin bản sao", "information_box.size"),
    "copy_form": _Form("Hình thức sao", "copy_form.size"),
    "copy_issuer": _Form("Cơ quan sao", "copy_issuer.size"),
    "closing_gap": _Form("Khoảng trước phần ký", "spacer.pitch", exact="closing.before", keep=True),
    "table_gap": _Form("Khoảng trước bảng", "spacer.pitch", exact="body.before", keep=True),
    "rule": _Form("Kẻ ngang", "spacer.pitch", exact="rule.pitch"),
    "section_end": _Form("Ngắt phần", "spacer.pitch", exact="spacer.pitch"),
    "cell_end": _Form("Cuối ô", "spacer.pitch", exact="spacer.pitch"),
}

ROLES: tuple[str, ...] = tuple(_FORMS)
STYLE_NAMES: Mapping[str, str] = MappingProxyType({r: f.name for r, f in _FORMS.items()})
# The norm of the type size of each role that prints words.
SIZE_NORMS: Mapping[str, str] = MappingProxyType(
    {r: f.size for r, f in _FORMS.items() if f.size.endswith(".size")}
)

_KEPT = 8  # sets of norms whose styles are kept: two size sets and a few offices' own rules
_made: dict[int, tuple[Norms, Mapping[str, Style]]] = {}


def styles(norms: Norms) -> Mapping[str, Style]:
    """Give the look of every role under these norms, by role.

    ``<role>.before`` and ``<role>.after`` (pt) in the norms set the spacing of a role that does
    not follow the body's. The mapping is made once for a norms object and must not be changed.
    """
    kept = _made.get(id(norms))
    if kept is not None and kept[0] is norms:
        return kept[1]
    made = MappingProxyType({role: _style(role, form, norms) for role, form in _FORMS.items()})
    while len(_made) >= _KEPT:
        _made.pop(next(iter(_made)), None)
    _made[id(norms)] = (norms, made)
    return made


def _style(role: str, form: _Form, norms: Norms) -> Style:
    def spacing(side: str) -> float:
        key = f"{form.spacing or role}.{side}"
        if key in norms:
            return norms[key].use
        body = f"body.{side}"
        return norms[body].use if form.body and body in norms else 0.0

    look = looks().get(role)
    exact = norms[form.exact].use if form.exact else None
    hanging = norms[form.hanging].use if form.hanging else 0.0
    first = norms["body.first_indent"].use if look and look.body_indent else -hanging
    # What stands outside the body is single spaced, as the header is.
    line = norms["body.line" if form.body else "header.line"].use
    return Style(
        role=role,
        name=form.name,
        size_pt=norms[form.size].use,
        bold=look is not None and look.bold,
        italic=look is not None and look.italic,
        align=(look.align if look else "") or "left",
        first_indent_mm=first,
        left_mm=norms[form.left].use * form.times + hanging if form.left else 0.0,
        before_pt=spacing("before"),
        after_pt=spacing("after"),
        line=None if exact is not None else line,
        exact_pt=exact,
        keep_next=form.keep,
        outline_level=form.outline,
        color=_COLORS[look.color] if look else "",
    )


@dataclass(frozen=True, slots=True)
class PageBox:
    """A page as a template has it, in mm; the distances are those of header and footer."""

    width_mm: float
    height_mm: float
    top_mm: float
    bottom_mm: float
    left_mm: float
    right_mm: float
    header_mm: float
    footer_mm: float


@dataclass(frozen=True, slots=True)
class TemplateMeasures:
    """What layout takes from an office's own template in place of the norms.

    Attributes:
        page: the page of the template's last section.
        header_columns_mm: widths of the header table's columns; () when there is none.
        styles: look of each role whose named style the template has, inheritance resolved; a
            role not named here keeps the look of ``styles(norms)``.
    """

    page: PageBox
    header_columns_mm: tuple[float, ...] = ()
    styles: Mapping[str, Style] = field(default_factory=dict)
