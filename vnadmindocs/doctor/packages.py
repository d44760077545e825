"""The program itself, Python, and the packages it stands on."""

from __future__ import annotations

import platform
import sys
from collections.abc import Iterator, Mapping, Sequence
from importlib import metadata
from operator import ge, gt, le, lt, ne

from vnadmindocs.diagnostics.model import Diagnostic, Severity, Text
from vnadmindocs.doctor.check import Check, finding, same
from vnadmindocs.pattern import pattern
from vnadmindocs.values import dataclass

PROGRAM = "vnadmindocs"
# What an extra is for; of the others no command has need yet.
NEEDED_FOR: Mapping[str, Text] = {
    "pdf": Text(
        vi="tạo PDF và ảnh trang (render --to pdf, render --to png)",
        en="PDF files and pictures of pages (render --to pdf, render --to png)",
    ),
    "xlsx": Text(
        vi="đọc bảng từ tệp Excel (dữ liệu: danh-sach.xlsx)",
        en="tables from workbooks (data: list.xlsx)",
    ),
}
_NOT_INSTALLED = Text(vi="chưa cài", en="not installed")
_NOT_EXAMINED = ("all", "dev")
_REQUIREMENT = pattern(r"""([\w.-]+)\s*([^;]*?)\s*(?:;.*extra == ['"]([\w-]+)['"].*)?$""")
_LIMIT = pattern(r"\s*(>=|<=|<|>|!=|==)\s*([\w.]+)")
_COMPARED = {">=": ge, "<=": le, "<": lt, ">": gt, "!=": ne}


@dataclass(frozen=True, slots=True)
class _Requirement:
    """A package and the versions that are allowed."""

    package: str
    limits: str
    extra: str


def check_program() -> Check:
    """Look which version this is."""
    title = Text(vi="Chương trình", en="Program")
    version = installed(PROGRAM)
    if version is not None:
        return Check("program", title, same(f"{PROGRAM} {version}"))
    missing = Text(vi="chưa được cài, chỉ chạy từ thư mục mã nguồn", en="is not installed")
    findings = (finding("OUT062", file=PROGRAM, damage=missing),)
    return Check("program", title, same(PROGRAM), findings)


def check_python() -> Check:
    """Say which Python runs; an older one than we need would not have come this far."""
    words = f"{platform.python_implementation()} {platform.python_version()}"
    system = f"{platform.system()} {platform.machine()}".strip()
    return Check("python", same("Python"), same(f"{words}, {system} ({sys.executable})"))


def check_required() -> Check:
    """Look at the packages without which nothing works."""
    required = [each for each in _requirements() if not each.extra]
    found, findings = _looked_up(required, Severity.ERROR)
    return Check("packages", Text(vi="Gói cần có", en="Required packages"), found, findings)


def check_extras() -> Iterator[Check]:
    """Look at the packages of each extra; what no command needs is not missed."""
    extras: dict[str, list[_Requirement]] = {}
    for each in _requirements():
        if each.extra and each.extra not in _NOT_EXAMINED:
            extras.setdefault(each.extra, []).append(each)
    for extra, requirements in sorted(extras.items(), key=lambda each: each[0] not in NEEDED_FOR):
        title = Text(vi=f"Gói thêm [{extra}]", en=f"Extra [{extra}]")
        use = NEEDED_FOR.get(extra)
        found, findings = _looked_up(requirements, Severity.WARNING)
        if use is None:
            unused = Text(vi=f"{found.vi} (chưa lệnh nào dùng)", en=f"{found.en} (not used yet)")
            yield Check(f"extra-{extra}", title, unused)
            continue
        missing = [each.package for each in requirements if installed(each.package) is None]
        if missing:
            note = finding("OUT060", packages=", ".join(missing), extra=extra, use=use)
            findings = (*(each for each in findings if each.facts["found"] != _NOT_INSTALLED), note)
        yield Check(f"extra-{extra}", title, found, findings)


def _looked_up(
    requirements: Sequence[_Requirement], severity: Severity
) -> tuple[Text, tuple[Diagnostic, ...]]:
    """Give the versions of packages in words, and a finding for each that is not as wanted."""
    shown: list[Text] = []
    findings = []
    for each in requirements:
        version = installed(each.package)
        found = _NOT_INSTALLED if version is None else same(version)
        shown.append(Text(vi=f"{each.package} {found.vi}", en=f"{each.package} {found.en}"))
        if version is None or not allowed(version, each.limits):
            findings.append(
                finding(
                    "OUT061",
                    severity,
                    package=each.package,
                    found=found,
                    wanted=same(each.limits),
                )
            )
    words = Text(vi=", ".join(each.vi for each in shown), en=", ".join(each.en for each in shown))
    return words, tuple(findings)


def installed(package: str) -> str | None:
    """Give the version of a package; None when it is not installed."""
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return None


def allowed(version: str, limits: str) -> bool:
    """Tell whether a version keeps within limits such as ``>=0.20.2,<0.21``."""
    have = _numbers(version)
    for sign, limit in _LIMIT.findall(limits):
        wanted = _numbers(limit)
        width = max(len(have), len(wanted))
        mine, other = _filled(have, width), _filled(wanted, width)
        if sign == "==":
            if mine != other:
                return False
        elif not _COMPARED[sign](mine, other):
            return False
    return True


def _numbers(version: str) -> tuple[int, ...]:
    parts = version.split(".")
    leading = [part for part in parts if part[:1].isdigit()]
    return tuple(int("".join(sign for sign in part if sign.isdigit())) for part in leading)


def _filled(numbers: tuple[int, ...], width: int) -> tuple[int, ...]:
    return numbers + (0,) * (width - len(numbers))


def _requirements() -> list[_Requirement]:
    """Read what this installation declares that it needs."""
    try:
        declared = metadata.requires(PROGRAM) or []
    except metadata.PackageNotFoundError:
        return []
    found = [_REQUIREMENT.match(each) for each in declared]
    return [
        _Requirement(match[1], match[2], match[3] or "") for match in found if match is not None
    ]
