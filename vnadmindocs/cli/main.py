"""The command ``vnadmindocs``: its commands, its language, its exit codes.

0: nothing to complain about. 1: findings of error or fatal (``--strict``: warnings too). 2: the
command was used wrongly, or the program itself failed.
"""

from __future__ import annotations

import atexit
import gc
import os
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from gettext import gettext as _
from importlib import import_module
from io import TextIOWrapper
from typing import NoReturn

import click

from vnadmindocs.cli.language import chosen_language, speaking
from vnadmindocs.cli.options import shared_options
from vnadmindocs.errors import BrokenInstallError
from vnadmindocs.kept_work import start_keeping, stop_keeping

COMMANDS = ("new", "types", "check", "render", "batch", "cite", "explain", "schema", "doctor")
# A run makes many objects while it starts, none of them garbage: looking for it after every 700
# takes a tenth of the time of a short run.
_OBJECTS_BETWEEN_COLLECTIONS = 50_000
INTERRUPTED = 130  # what a shell gives a program that was stopped with Ctrl-C


def main() -> NoReturn:
    """Run the command line with the arguments of the process, and exit."""
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
    _write_utf8()
    start_keeping()
    code = run(sys.argv[1:])
    stop_keeping()
    _leave(code)


def _leave(code: int) -> NoReturn:
    """End the process without taking apart what was imported, a tenth of a short run.

    Whoever asked to be called at the end is called, and then Python takes its usual way out.
    """
    with suppress(OSError, ValueError):  # a reader that is gone: Python's own way out says so
        sys.stdout.flush()
        sys.stderr.flush()
        waiting = getattr(atexit, "_ncallbacks", lambda: 1)()
        if not waiting and threading.active_count() == 1:
            os._exit(code)
    gc.freeze()
    sys.exit(code)


def run(arguments: Sequence[str]) -> int:
    """Run the command line and give the exit code."""
    language = chosen_language(arguments, os.environ)
    with speaking(language):
        try:
            result = program(language).main(
                list(arguments), prog_name="vnadmindocs", standalone_mode=False
            )
        except click.ClickException as mistake:
            mistake.show()
            return 2
        except click.Abort:
            return INTERRUPTED
        except Exception as error:
            click.echo(_internal_error(error, trace="--debug" in arguments), err=True)
            return 2
    return result if isinstance(result, int) else 0


class _Commands(click.Group):
    """Imports a command when it is asked for; the others cost nothing."""

    def __init__(self, language: str) -> None:
        super().__init__(
            "vnadmindocs",
            help=_(
                "Official Vietnamese administrative documents (Nghị định 30/2020/NĐ-CP) from"
                " short YAML records."
            ),
            epilog=_(
                "Exit codes: 0 nothing wrong, 1 errors were found, 2 wrong use or a fault of the"
                " program."
            ),
            params=[
                *shared_options(),
                click.Option(
                    ["--version"],
                    is_flag=True,
                    is_eager=True,
                    expose_value=False,
                    callback=_show_version,
                    help=_("Show the version and exit."),
                ),
            ],
            options_metavar=_("[OPTIONS]"),
            subcommand_metavar=_("COMMAND [ARGS]..."),
            context_settings={"help_option_names": ["-h", "--help"]},
        )
        self.language = language

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name the commands in the order in which one meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command and build it in the language of this run."""
        if cmd_name not in COMMANDS:
            return None
        built = import_module(f"vnadmindocs.cli.{cmd_name}").command(self.language)
        assert isinstance(built, click.Command)
        return built


def program(language: str) -> click.Group:
    """Build the whole command line in one language; ``speaking`` it is the caller's part."""
    return _Commands(language)


def _show_version(ctx: click.Context, _parameter: click.Parameter, wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        click.echo(f"vnadmindocs {version('vnadmindocs')}")
        ctx.exit()


def _internal_error(error: Exception, *, trace: bool) -> str:
    kind = type(error).__name__
    if isinstance(error, BrokenInstallError):
        text = _("This installation is damaged: {error}. Install vnadmindocs anew.").format(
            error=error
        )
    else:
        text = _("A fault of the program: {error}. Please report it, with the record.").format(
            error=f"{kind}: {error}" if str(error) else kind
        )
    if trace:
        import traceback

        return "".join(traceback.format_exception(error)) + text
    return text + "\n" + _("Run it again with --debug for details.")


def _write_utf8() -> None:
    """Write UTF-8 into files and pipes, and never fail over a character a terminal lacks."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            encoding = None if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")
