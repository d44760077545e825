#!/bin/sh
# Render every record under examples/ into build/, in folders of the same names.
#
# The profiles of agencies are not documents, nor are the expected findings beside the records.
set -eu
cd "$(dirname "$0")/.."

status=0
list=$(mktemp)
trap 'rm -f "$list"' EXIT
find examples -name '*.yaml' ! -path '*/co-quan/*' ! -path '*/agencies/*' | sort >"$list"
while IFS= read -r record; do
    output="build/${record#examples/}"
    output="${output%.yaml}.docx"
    mkdir -p "$(dirname "$output")"
    .venv/bin/python -m vnadmindocs render "$record" -o "$output" || status=$?
done <"$list"
if [ ! -s "$list" ]; then
    echo "There are no examples" >&2
    exit 1
fi
exit "$status"
