"""Templates that hold more than plain output: conditions, filters.

Jinja2 in a sandbox, with autoescape and no undefined names; imported only when an office's own
template needs it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from html import unescape

from jinja2 import StrictUndefined, Template
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

_ESCAPED = (("{_{", "{{ '{{' }}"), ("}_}", "{{ '}}' }}"), ("{_%", "{{ '{%' }}"),
            ("%_}", "{{ '%}' }}"))  # fmt: skip


def sandbox() -> ImmutableSandboxedEnvironment:
    """Make the environment every template of an office runs in."""
    return ImmutableSandboxedEnvironment(
        autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True
    )


@lru_cache(maxsize=16)
def _compiled(source: str) -> Template:
    for written, meant in _ESCAPED:
        source = source.replace(written, meant)
    return sandbox().from_string(source)


def fill_jinja(source: str, values: Mapping[str, str]) -> str:
    """Render a source.

    Args:
        source: the patched text of a part.
        values: markup by name; a dotted name is an attribute of what stands before the dot.
    """
    context: dict[str, object] = {}
    groups: dict[str, dict[str, str]] = {}
    for name, value in values.items():
        group, dot, attribute = name.partition(".")
        if dot:
            # Words, not markup: a filter such as upper must not see an entity.
            groups.setdefault(group, {})[attribute] = unescape(value)
        else:
            context[name] = Markup(value)
    return _compiled(source).render({**context, **groups})
