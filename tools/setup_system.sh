#!/bin/sh
# Look for the programs that a command needs outside Python, and install what is missing.
#
#   tools/setup_system.sh venv                 for every environment
#   tools/setup_system.sh face                 for PDF files, once there is an environment
#   tools/setup_system.sh venv office node     for `make test`
#
# As root on Debian the missing packages are installed. Anyone else is told their names; only a
# Python that cannot make an environment is fatal, the rest is skipped by the tests, by name.
set -eu

missing=""
need() { missing="$missing $*"; }

python_works() {
    "${PYTHON:-python3}" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' \
        >/dev/null 2>&1
}

# Whether a PDF can be set: by our own search, which knows more than the names of packages.
face_works() {
    .venv/bin/python -c 'import sys; from vnadmindocs.fonts.faces import find_face
sys.exit(find_face().face is None)' >/dev/null 2>&1
}

# Version 1 of these fonts lacks most Vietnamese letters; newer systems have dropped it.
liberation_2_there() {
    [ -d /usr/share/fonts/truetype/liberation2 ] ||
        dpkg-query -W -f '${Version}' fonts-liberation 2>/dev/null | grep -q '^1:[2-9]'
}

look() {
    missing=""
    for part in "$@"; do
        case $part in
            venv)
                python_works || need python3 python3-venv
                ;;
            face)
                face_works || need fonts-liberation2
                ;;
            office)
                command -v soffice >/dev/null 2>&1 || need libreoffice-writer-nogui
                command -v pdftotext >/dev/null 2>&1 || need poppler-utils
                liberation_2_there || need fonts-liberation2
                ;;
            node)
                command -v node >/dev/null 2>&1 || need nodejs
                command -v npm >/dev/null 2>&1 || need npm
                ;;
            *)
                echo "setup_system.sh: unknown part: $part" >&2
                exit 2
                ;;
        esac
    done
}

look "$@"
if [ -n "$missing" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing$missing"
    export DEBIAN_FRONTEND=noninteractive
    log=$(mktemp)
    apt-get update >"$log" 2>&1 || true
    # Where version 2 is the only one, its package has no number.
    apt-cache show fonts-liberation2 >/dev/null 2>&1 ||
        missing=$(echo "$missing" | sed 's/fonts-liberation2/fonts-liberation/')
    # shellcheck disable=SC2086  # a list of package names
    if apt-get install -y --no-install-recommends $missing >>"$log" 2>&1; then
        look "$@"
    else
        tail -n 20 "$log" >&2
    fi
    rm -f "$log"
fi
if [ -n "$missing" ]; then
    echo "Not installed:$missing"
    if command -v apt-get >/dev/null 2>&1; then
        echo "As root: apt-get install --no-install-recommends$missing"
    fi
fi
case " $* " in
    *" venv "*)
        if ! python_works; then
            echo "A Python of at least 3.11 with the venv module is needed (set PYTHON=... to choose one)." >&2
            exit 1
        fi
        ;;
esac
