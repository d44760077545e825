"""Drawings in SVG: measured, and refused where they could do more than be looked at."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnadmindocs.diagnostics import Text
from vnadmindocs.diagnostics.fault import UnreadableError
from vnadmindocs.record.images import FACE_PLACE, Picture, read_picture
from vnadmindocs.record.svg_file import is_drawing, read_drawing

OPENING = '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100" viewBox="0 0 200 100">'


def svg(inside: str, opening: str = OPENING) -> bytes:
    """Write a drawing."""
    return f"{opening}{inside}</svg>".encode()


def refusal(data: bytes) -> str:
    """Give why a drawing is refused; "" where it is not."""
    try:
        read_drawing("so-do.svg", data)
    except UnreadableError as error:
        (fault,) = error.faults
        assert fault.code == "IMG002"
        reason = fault.facts["reason"]
        assert isinstance(reason, Text)
        return reason.en
    return ""


@pytest.mark.parametrize(
    ("size", "px"),
    [
        ('width="200" height="100"', (200, 100)),
        ('width="2in" height="25.4mm"', (192, 96)),
        ('width="72pt" height="6pc"', (96, 96)),
        ('viewBox="0 0 30 40"', (30, 40)),
        ('viewBox="-5,-5,30,40" width="100%" height="100%"', (30, 40)),
        ('viewBox="0 0 30 40" width="15"', (15, 20)),
        ('viewBox="0 0 30 40" height="20px"', (15, 20)),
    ],
)
def test_a_drawing_has_its_own_size(size: str, px: tuple[float, float]) -> None:
    """From width and height in any unit, else from the view box."""
    drawing = read_drawing("a", svg("<g/>", f'<svg xmlns="http://www.w3.org/2000/svg" {size}>'))
    assert (drawing.width, drawing.height) == pytest.approx(px)


def test_only_the_drawing_is_kept() -> None:
    """What stands before and after it is left out: a type, a style sheet, notes."""
    before = (
        b'\xef\xbb\xbf<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE svg PUBLIC '
        b'"-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n'
        b'<?xml-stylesheet href="http://x.example/y.css"?><!-- a -->'
    )
    drawing = read_drawing("a", before + svg("<rect/><text>Sở Nội vụ</text>") + b"<!-- b -->\n")
    assert drawing.data == OPENING.encode() + FACE_PLACE + svg("<rect/><text>Sở Nội vụ</text>", "")
    assert drawing.text == "Sở Nội vụ"


def test_utf_16_becomes_utf_8() -> None:
    """As some programs save it."""
    text = '<?xml version="1.0" encoding="UTF-16"?>' + svg("<text>Ủy ban</text>").decode()
    assert read_drawing("a", text.encode("utf-16")).text == "Ủy ban"


@pytest.mark.parametrize(
    ("inside", "reason"),
    [
        ("<script>alert(1)</script>", "it holds a script («script»)"),
        ('<rect onclick="x()"/>', "it holds a script («onclick»)"),
        ("<foreignObject/>", "it holds a script («foreignObject»)"),
        ('<a href="javascript:x()"><g/></a>',
         "it reads another file or address («javascript:x()»)"),
        ('<image href="http://x.example/y.png"/>',
         "it reads another file or address («http://x.example/y.png»)"),
        ('<image href="file:///etc/passwd"/>',
         "it reads another file or address («file:///etc/passwd»)"),
        ('<image href="../a.png"/>', "it reads another file or address («../a.png»)"),
        ('<image href="data:image/svg+xml;base64,AAAA"/>',
         "it reads another file or address («data:image/svg+xml;base64,AAAA»)"),
        ('<use href="other.svg#a"/>', "it reads another file or address («other.svg#a»)"),
        ("<style>@import 'x.css';</style>", "it reads another file or address («@import»)"),
        ("<style>a{b:/*x*/url(http://x.example/)}</style>",
         "it reads another file or address («http://x.example/»)"),
        ('<rect fill="url(x.svg#a)"/>', "it reads another file or address («x.svg#a»)"),
        ('<rect style="fill:u\\72l(x)"/>', "it holds a script («\\»)"),
        ("<g>" * 500 + "</g>" * 500, "it is too large, or multiplies («g»)"),
        ('<g id="a"><use href="#a"/></g>', "it is too large, or multiplies («#a»)"),
        ('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>',
         "it is too large, or multiplies («#a»)"),
        ('<pattern id="a"><rect fill="url(#a)"/></pattern>',
         "it is too large, or multiplies («#a»)"),
        ("<filter/>" * 200, "it is too large, or multiplies («filter»)"),
    ],
)  # fmt: skip
def test_what_does_more_than_show_is_refused(inside: str, reason: str) -> None:
    """Scripts, files and addresses, loops."""
    assert refusal(svg(inside)) == reason


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b'<!DOCTYPE svg [<!ENTITY a "b">]>' + svg("<text>&a;</text>"),
         "it declares entities (ENTITY)"),
        (b'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + svg("<text>&a;</text>"),
         "it declares entities (ENTITY)"),
        (svg("<g/>", '<svg xmlns="http://www.w3.org/2000/svg">'), "it has no size"),
        (svg("<g/>", '<svg xmlns="http://www.w3.org/2000/svg" width="0" height="5">'),
         "it has no size"),
        (svg("<g/>", '<svg xmlns="http://www.w3.org/2000/svg" width="1e9" height="5">'),
         "it is too large, or multiplies («1e+09 × 5»)"),
        (svg(""), "it draws nothing"),
        (svg("<g/>", '<svg width="5" height="5">'), "it is no sound SVG (xmlns)"),
        (OPENING.encode(), "it is no sound SVG (no element found, 1)"),
        (b"<svg>\xff</svg>", "it is no sound SVG (UTF-8)"),
    ],
)  # fmt: skip
def test_what_is_no_sound_drawing_is_refused(data: bytes, reason: str) -> None:
    """Entities, no size, nothing in it, damaged."""
    assert refusal(data) == reason


def test_a_bomb_of_copies_is_refused_at_once() -> None:
    """Ten copies of ten copies, and so on."""
    layers = "".join(
        f'<g id="a{n}">' + f'<use href="#a{n - 1}"/>' * 10 + "</g>" for n in range(1, 30)
    )
    start = time.perf_counter()
    assert "multiplies" in refusal(svg(f'<g id="a0"><rect/></g>{layers}'))
    assert time.perf_counter() - start < 1


def test_copies_and_colours_of_a_common_drawing_are_none() -> None:
    """A gradient that fills thousands of shapes, a sign shown a hundred times."""
    shapes = '<rect fill="url(#g)"/>' * 20_000 + '<use href="#s"/>' * 100
    defined = f'<linearGradient id="g">{"<stop/>" * 20}</linearGradient><g id="s"><path/></g>'
    assert refusal(svg(defined + shapes)) == ""


def test_embedded_pictures_and_faces_are_part_of_it() -> None:
    """PNG and JPEG as data; a face that nothing is set in."""
    inside = (
        '<image href="data:image/png;base64,AAAA"/>'
        "<style>@font-face{src:url(data:font/woff2;base64,AAAA)}</style>"
    )
    assert refusal(svg(inside)) == ""


def test_a_picture_is_a_drawing_by_its_content() -> None:
    """Whatever its name says."""
    picture = read_picture("so-do.png", svg("<g/>"))
    assert picture == Picture("so-do.png", "svg", 200, 100, read_drawing("", svg("<g/>")).data)
    assert not is_drawing(b"<html>")
    assert not is_drawing(b"\x89PNG")


@given(st.binary(max_size=300))
def test_no_bytes_raise_anything_else(data: bytes) -> None:
    """A drawing is read or refused, whatever it holds."""
    refusal(data)
    refusal(OPENING.encode() + data + b"</svg>")
