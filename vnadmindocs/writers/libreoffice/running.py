"""One run of LibreOffice: a folder and a profile of its own, a time limit, nothing left behind."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from vnadmindocs.values import dataclass

if TYPE_CHECKING:
    from subprocess import Popen

# Of the environment: what changes the program itself, its screen or its language.
_NOT_PASSED_ON = frozenset(
    {
        "DISPLAY", "WAYLAND_DISPLAY", "PYTHONHOME", "PYTHONPATH", "PYTHONSTARTUP",
        "URE_BOOTSTRAP", "SAL_LOG", "VALGRIND", "RR", "LANG", "LANGUAGE", "SOURCE_DATE_EPOCH",
    }
)  # fmt: skip
# No Java, no macros, nothing fetched from the addresses a template may name.
_SETTINGS = {
    ("Java/VirtualMachine", "Enable"): "false",
    ("Common/Security/Scripting", "MacroSecurityLevel"): "3",
    ("Common/Security/Scripting", "DisableMacrosExecution"): "true",
    ("Common/Security/Scripting", "BlockUntrustedRefererLinks"): "true",
    ("Common/Misc", "UseOpenCL"): "false",
}
_QUIET = ("--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo")
# What every run says, whether it goes well or not.
_CHATTER = ("javaldx", "dconf", "Fontconfig", "convert ", "Overwriting")
# What LibreOffice leaves as it is in the address of a file, besides letters and digits.
_PLAIN_IN_ADDRESSES = "/()!$&'*+,=:@~-._"
_LONGEST_SAID = 200
_ENOUGH_SAID = 10_000  # bytes of what a program says that are read at all


@dataclass(frozen=True, slots=True)
class Ran:
    """What a run left.

    Attributes:
        made: the files of the folder ``out`` by name.
        said: the last line the program wrote that means something; "" for none.
        timed_out: the time limit ended it.
        refused: why it could not be started, or its folder could not be written; None when it ran.
    """

    made: Mapping[str, bytes]
    said: str = ""
    timed_out: bool = False
    refused: OSError | None = None


def run(
    program: Path, arguments: Sequence[str], files: Mapping[str, bytes], *, seconds: float
) -> Ran:
    """Run LibreOffice once in a temporary folder that holds ``files``.

    Args:
        program: what ``find_program`` found.
        arguments: after the quiet ones; files of the folder by their names.
        files: contents by name. The names are ASCII: the folder may be named in any letters, and
            the program never sees them but in the address of its profile.
        seconds: the time limit. When it is over, all processes of the run are killed.
    """
    import tempfile

    try:
        with tempfile.TemporaryDirectory(prefix="vnadmindocs-", ignore_cleanup_errors=True) as name:
            folder = Path(name).resolve()
            for each in ("out", "tmp", "profile/user"):
                (folder / each).mkdir(parents=True)
            _settings_file(folder).write_text(_settings(), encoding="utf-8")
            for file, data in files.items():
                (folder / file).write_bytes(data)
            timed_out = _run_in(folder, program, arguments, seconds)
            made = {each.name: each.read_bytes() for each in (folder / "out").iterdir()}
            return Ran(made, _meaningful(folder / "said"), timed_out)
    except OSError as error:
        return Ran({}, refused=error)


def _settings_file(folder: Path) -> Path:
    return folder / "profile" / "user" / "registrymodifications.xcu"


def _settings() -> str:
    items = "".join(
        f'<item oor:path="/org.openoffice.Office.{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
        for (path, name), value in _SETTINGS.items()
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><oor:items'
        ' xmlns:oor="http://openoffice.org/2001/registry">' + items + "</oor:items>"
    )


def _run_in(folder: Path, program: Path, arguments: Sequence[str], seconds: float) -> bool:
    """Run the program to its end or to the time limit; tell whether the limit ended it."""
    import subprocess

    profile = folder / "profile"
    with (folder / "said").open("wb") as said:
        process = subprocess.Popen(
            [str(program), f"-env:UserInstallation={profile.as_uri()}", *_QUIET, *arguments],
            stdin=subprocess.DEVNULL, stdout=said, stderr=said,
            cwd=folder, env=_environment(folder),
            # A group of its own, so that all of it can be ended.
            start_new_session=True,
        )  # fmt: skip
        try:
            process.wait(seconds)
            return False
        except subprocess.TimeoutExpired:
            return True
        finally:
            _end(process)
            _remove_pipe(profile)


def _environment(folder: Path) -> dict[str, str]:
    """Give the environment: that of the user, without what would change the result.

    HOME stays, for the fonts in it; a HOME that is missing or cannot be written does no harm.
    """
    kept = {
        name: value
        for name, value in os.environ.items()
        if name.upper() not in _NOT_PASSED_ON and not name.startswith("LC_")
    }
    # Its temporary files go into our folder, where they are removed after a time-out as well.
    scratch = str(folder / "tmp")
    kept |= {"TMPDIR": scratch, "TEMP": scratch, "TMP": scratch, "TZ": "UTC"}
    if sys.platform != "win32":
        # In the locale C, LibreOffice 7.4 hangs for ever when the profile's path has accents.
        kept["LC_ALL"] = "en_US.UTF-8" if sys.platform == "darwin" else "C.UTF-8"
    if sys.platform.startswith("linux"):
        kept["SAL_USE_VCLPLUGIN"] = "svp"
    return kept


def _end(process: Popen[bytes]) -> None:
    """Kill what is left of a run: the program starts others, and they outlive it."""
    import signal
    import subprocess

    if sys.platform == "win32":
        if process.poll() is None:
            subprocess.run(
                ["taskkill", "/F", "/T", "/PID", str(process.pid)],
                capture_output=True, check=False,
            )  # fmt: skip
    else:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _remove_pipe(profile: Path) -> None:
    """Remove the socket that a killed LibreOffice leaves in /tmp, wherever TMPDIR is."""
    if sys.platform != "win32":
        for folder in ("/tmp", "/var/tmp"):
            with suppress(OSError):
                Path(folder, f"OSL_PIPE_{os.getuid()}_{pipe_of(profile)}").unlink()


def pipe_of(profile: Path) -> str:
    """Name the pipe of a profile, as LibreOffice does.

    It is the MD5 of the profile's address, each byte without a leading zero.
    """
    import hashlib
    from urllib.parse import quote

    address = f"file://{quote(str(profile), safe=_PLAIN_IN_ADDRESSES)}"
    digest = hashlib.md5(address.encode("utf-16-le"), usedforsecurity=False).digest()
    return "SingleOfficeIPC_" + "".join(f"{byte:x}" for byte in digest)


def _meaningful(said: Path) -> str:
    """Give the last line that is not said by every run."""
    with said.open("rb") as opened:
        text = opened.read(_ENOUGH_SAID).decode("utf-8", errors="replace")
    lines = [line.strip() for line in text.splitlines()]
    lines = [line for line in lines if line and not any(word in line for word in _CHATTER)]
    return lines[-1][:_LONGEST_SAID] if lines else ""
