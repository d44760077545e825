"""``vnadmindocs schema``."""

from tests.cli.conftest import Command, Library


def test_the_schema_of_a_type_is_printed(command: Command, library: Library) -> None:
    """As it is, to be sent into a file; --lang chooses its keys."""
    assert command("schema", "công", "văn") == (0, '{"title": "dispatch vi"}\n', "")
    assert command("schema", "KH", "--lang", "en") == (0, '{"title": "plan en"}\n', "")
