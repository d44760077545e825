"""What every test shares: how hypothesis runs."""

from __future__ import annotations

import os

from hypothesis import settings

# A machine under load is no fault of the code; what must be fast has benchmarks and time limits of
# its own. Where CI runs, the same commit gives the same examples.
settings.register_profile(
    "house", deadline=None, derandomize=os.environ.get("CI") == "true", print_blob=True
)
settings.load_profile("house")
