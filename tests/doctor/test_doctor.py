"""The whole examination, and the trials that end it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.doctor.examined import named, said, states
from tests.fonts.small_fonts import write_face
from vnadmindocs import api, doctor
from vnadmindocs.diagnostics import Severity
from vnadmindocs.doctor import examine, healthy, machine, trials
from vnadmindocs.rendering import Rendering


def test_a_machine_that_has_everything_is_well(tmp_path: Path) -> None:
    """Every part is looked at once, and a document made by each writer."""
    write_face(tmp_path / "fonts", family="Times New Roman", version="7.00")
    checks = examine()
    assert states(checks) == dict.fromkeys(
        (
            "program",
            "python",
            "packages",
            "extra-pdf",
            "extra-cluster",
            "extra-xlsx",
            "face",
            "libreoffice",
            "templates",
            "schemas",
            "law",
            "sentences",
            "cache",
            "output",
            "trial-docx",
            "trial-pdf",
        ),
        "ok",
    )
    assert healthy(checks)
    assert named(checks, "face").found.vi == f"Times New Roman 7.00 ({tmp_path / 'fonts'})"
    assert named(checks, "libreoffice").found.vi == "7.4.7.2 (/programs/soffice)"
    assert named(checks, "trial-pdf").found.vi.startswith("được, ")
    assert [check.hint for check in checks] == [None] * len(checks)


def test_a_writer_that_fails_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the name of what it raised, and the rest is examined all the same."""

    def fail(*_: object, **__: object) -> Rendering:
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr(api, "render", fail)
    checks = doctor.examine()
    trial = named(checks, "trial-docx")
    assert said(trial) == [
        ("OUT065", "Không tạo thử được .docx: ZeroDivisionError: division by zero")
    ]
    assert (trial.state, trial.found.vi) == ("wrong", "không được")


def test_a_document_that_is_refused_is_reported(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """With the reasons."""
    write_face(tmp_path / "fonts")
    face = machine.check_face(())
    refusal = named(examine([tmp_path / "nowhere"]), "face").findings[0]
    fatal = tuple(
        each.__class__(each.code, Severity.FATAL, each.place, each.message, each.hint, each.locator)
        for each in (refusal,)
    )
    monkeypatch.setattr(api, "render", lambda *_, **__: Rendering((), fatal, (), ()))
    (trial,) = trials.try_pdf((), face)
    assert said(trial) == [
        ("OUT065", f"Không tạo thử được PDF: {refusal.message.vi}"),
    ]


def test_nothing_made_and_nothing_said_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    """No writer gives an empty file in silence."""
    monkeypatch.setattr(api, "render", lambda *_, **__: Rendering((), (), (), ()))
    assert said(trials.try_word_file()) == [
        ("OUT065", "Không tạo thử được .docx: không có dữ liệu")
    ]


def test_the_document_of_the_trial_has_no_findings() -> None:
    """It is a good record."""
    assert [each.code for each in api.render(trials._RECORD).diagnostics] == []
