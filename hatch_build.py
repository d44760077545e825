"""Copy templates and schemas into the wheel; a checkout reads them where they stand."""

from __future__ import annotations

from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ShippedAssets(BuildHookInterface):  # type: ignore[type-arg]
    """Force-include the top-level asset folders, for standard wheels only.

    An editable install reads the checkout itself; copies there would go stale.
    """

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the folders when a standard wheel is built."""
        if self.target_name == "wheel" and version == "standard":
            for folder in ("templates", "schemas"):
                build_data["force_include"][folder] = f"vnadmindocs/_shipped/{folder}"
