"""The folder a record lies in: the only files it may name are inside that tree.

A path in a record (agency profile, data of a table, image, template, PDF) -> a file, or a fault
that names it. Profiles are read once a run, with faults of their own and their own places.
"""

from __future__ import annotations

import os
import stat
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING

from vnadmindocs.diagnostics import Diagnostic, Text
from vnadmindocs.diagnostics.fault import Fault, UnreadableError
from vnadmindocs.diagnostics.system_reason import system_reason
from vnadmindocs.record.fields import nearest
from vnadmindocs.values import dataclass

if TYPE_CHECKING:
    from vnadmindocs.record.register import OfficeRegister

#: The largest file that a record may pull in, in bytes.
LARGEST_FILE = 50_000_000

_FOLDER = Text(vi="thư mục", en="folder")
_DEVICE = Text(vi="thiết bị hay đường ống", en="device or a pipe")


@dataclass(slots=True)
class Folder:
    """Where relative paths start, and how far up they may lead.

    Attributes:
        path: folder of the file that names the paths.
        tree: the tree that may be read; the folder of the record unless the user allows more.
        diagnostics: findings in files that the record names, with places in those files.
        trail: the profiles being read, outermost first; a profile in its own trail is circular.
        files: the files that were found, resolved, with their path as it is written; the record's
            own file with "".
        registers: the registers of legal texts named around an appendix, for its grounds.
    """

    path: Path
    tree: Path
    diagnostics: list[Diagnostic] = field(default_factory=list)
    trail: tuple[Path, ...] = ()
    files: dict[Path, str] = field(default_factory=dict)
    registers: tuple[OfficeRegister, ...] = ()

    @classmethod
    def of(cls, path: Path, root: Path | None = None) -> Folder:
        """Make the folder of a record; ``root`` widens the tree that may be read."""
        return cls(path, root or path)

    def locate(self, written: str, *, largest: float = LARGEST_FILE) -> Path:
        """Find the file a record names.

        Args:
            written: the path as the record has it.
            largest: the most bytes it may have.

        Raises:
            UnreadableError: SCH030 no such file, SCH031 outside the tree, SCH032 a folder or a
                device, SCH033 too large.
        """
        relative = written.replace("\\", "/")
        target = self.path / relative
        try:
            # Every letter of an office names its profile: paths as texts, one look at the file.
            resolved = os.path.realpath(target)
            if os.path.isabs(relative) or not self._holds(resolved):
                raise UnreadableError(
                    Fault(
                        "SCH031",
                        facts={"found": written, "folder": self.tree.resolve().name or "/"},
                    )
                )
            try:
                # A way through a folder that is not there leads nowhere, though it comes back.
                status = os.stat(target)
            except (FileNotFoundError, NotADirectoryError) as error:
                near = nearest(_near(Path(resolved)))
                raise UnreadableError(
                    Fault("SCH030", facts={"found": written, "near": near})
                ) from error
            if not stat.S_ISREG(status.st_mode):
                kind = _FOLDER if stat.S_ISDIR(status.st_mode) else _DEVICE
                raise UnreadableError(Fault("SCH032", facts={"found": written, "kind": kind}))
            self.files.setdefault(Path(resolved), written)
            if status.st_size > largest:
                raise UnreadableError(Fault("SCH033", facts={"found": written}))
        except (OSError, ValueError, RuntimeError) as error:
            if isinstance(error, UnreadableError):
                raise
            facts = {"found": written, "near": nearest(None)}
            raise UnreadableError(Fault("SCH030", facts=facts)) from error
        return target

    def _holds(self, resolved: str) -> bool:
        """Tell whether a resolved path is the tree or something in it."""
        # Resolved only here: a record that names no new file need not know where it lies.
        root, path = map(os.path.normcase, (os.path.realpath(self.tree), resolved))
        return path == root or path.startswith(os.path.join(root, ""))

    def content(self, target: Path, written: str) -> bytes:
        """Read a file that was located.

        Raises:
            UnreadableError: SCH038, the system does not let it be read.
        """
        try:
            return target.read_bytes()
        except OSError as error:
            facts = {"found": written, "reason": system_reason(error)}
            raise UnreadableError(Fault("SCH038", facts=facts)) from error

    def anew(self) -> Folder:
        """Give the same folder for another reading, whose findings are its own."""
        return Folder(self.path, self.tree, trail=self.trail, files=self.files)

    def inner(self, target: Path) -> Folder:
        """Give the folder of a file found here, for the paths which that file names."""
        return Folder(
            path=target.parent,
            tree=self.tree,
            diagnostics=self.diagnostics,
            trail=(*self.trail, target.resolve()),
            files=self.files,
        )


def folder_of(context: object) -> Folder:
    """Give the folder from a validation context; the working folder when there is none."""
    return context if isinstance(context, Folder) else Folder.of(Path())


def _near(missing: Path) -> str:
    """Name the file beside a missing one whose name is nearest, or ""."""
    from vnadmindocs.language.text import closest

    try:
        names = [each.name for each in missing.parent.iterdir() if each.is_file()]
    except OSError:
        return ""
    return closest(missing.name, names) or ""
