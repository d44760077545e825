#!/bin/sh
# Look for the programs that a command needs outside Python, and install what is missing.
#
#   tools/setup_system.sh venv                 for `make demo`
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

look() {
    missing=""
    for part in "$@"; do
        case $part in
            venv)
                python_works || need python3 python3-venv
                ;;
            office)
                command -v soffice >/dev/null 2>&1 || need libreoffice-writer-nogui
                command -v pdftotext >/dev/null 2>&1 || need poppler-utils
                # Version 1 of these fonts lacks most Vietnamese letters.
                [ -d /usr/share/fonts/truetype/liberation2 ] || need fonts-liberation2
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
    # shellcheck disable=SC2086  # a list of package names
    if apt-get update >"$log" 2>&1 &&
        apt-get install -y --no-install-recommends $missing >>"$log" 2>&1; then
        look "$@"
    else
        tail -n 20 "$log" >&2
    fi
    rm -f "$log"
fi
if [ -n "$missing" ]; then
    echo "Not installed:$missing"
    echo "As root: apt-get install --no-install-recommends$missing"
fi
case " $* " in
    *" venv "*)
        if ! python_works; then
            echo "A Python of at least 3.11 with the venv module is needed (set PYTHON=... to choose one)." >&2
            exit 1
        fi
        ;;
esac
