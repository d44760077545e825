#!/bin/sh
# Render every record under examples/ into build/, in folders of the same names: .docx and .pdf.
#
# The profiles of agencies are not documents, nor are the expected findings beside the records; the
# records of theo-danh-sach/ are forms, of which each row of the list beside them makes a document.
# Where no PDF can be made, Word files are made alone, and the reason is given.
set -eu
cd "$(dirname "$0")/.."

status=0
list=$(mktemp)
report=$(mktemp)
trap 'rm -f "$list" "$report"' EXIT

pdf=yes
.venv/bin/python -m vnadmindocs doctor --lang en >"$report" 2>&1 || true
if ! grep -q '^well *Trial PDF' "$report"; then
    pdf=no
    echo "No PDF files are made, because of this:"
    grep -v '^well' "$report" || true
    echo
fi

find examples -name '*.yaml' ! -path '*/co-quan/*' ! -path '*/agencies/*' \
    ! -path '*/theo-danh-sach/*' | sort >"$list"
while IFS= read -r record; do
    output="build/${record#examples/}"
    output="${output%.yaml}"
    mkdir -p "$(dirname "$output")"
    .venv/bin/python -m vnadmindocs render "$record" -o "$output.docx" || status=$?
    if [ "$pdf" = yes ]; then
        # The findings are those of the Word file: they are shown once, unless the PDF fails.
        if .venv/bin/python -m vnadmindocs render "$record" -o "$output.pdf" >"$report" 2>&1; then
            echo "$record: $output.pdf"
        else
            status=$?
            cat "$report"
        fi
    fi
done <"$list"
lists=examples/theo-danh-sach
for kind in docx pdf; do
    [ "$kind" = docx ] || [ "$pdf" = yes ] || continue
    .venv/bin/python -m vnadmindocs batch "$lists/quyet-dinh-nang-luong.yaml" \
        --data "$lists/nang-luong.xlsx" \
        -o "build/theo-danh-sach/{so}-{ho_ten}.$kind" || status=$?
done
if [ ! -s "$list" ]; then
    echo "There are no examples" >&2
    exit 1
fi
exit "$status"
