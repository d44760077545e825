#!/bin/sh
# Make .venv, or bring it up to date: the pinned packages, then the project itself, editable.
#
# Nothing happens when pyproject.toml, constraints.txt and the place of the checkout are those of
# the last time: the stamp holds their hash, since times mean nothing after a clone.
set -eu
cd "$(dirname "$0")/.."

python=${PYTHON:-python3}
stamp=.venv/installed
key=$({ cat pyproject.toml constraints.txt; pwd; "$python" -V; } | sha256sum)
if [ -x .venv/bin/python ] && [ "$(cat "$stamp" 2>/dev/null || true)" = "$key" ]; then
    exit 0
fi

echo "Making the environment in .venv"
export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_ROOT_USER_ACTION=ignore
# An environment does not survive a move of its folder, nor another Python.
"$python" -m venv --clear .venv
# Scripts' first lines cannot hold a path with spaces, so everything is called as a module.
if ! .venv/bin/python -m pip install --quiet --require-hashes -r constraints.txt; then
    echo "Note: the pinned packages of constraints.txt do not fit this Python or platform;" \
        "pip chooses the versions."
fi
# With the pins in place this adds the project alone; without them, whatever is missing.
.venv/bin/python -m pip install --quiet hatchling editables
.venv/bin/python -m pip install --quiet --no-build-isolation -e '.[dev,pdf,xlsx]'
printf '%s\n' "$key" >"$stamp"
