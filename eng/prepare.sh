#!/usr/bin/env bash
# Sets up a machine: the distribution's packages that are missing, then models, natives and data.
#
#   eng/prepare.sh         what the service needs
#   eng/prepare.sh tests   what the tests need beside it
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

packages=(libtesseract5 tesseract-ocr-eng tesseract-ocr-spa tesseract-ocr-por tesseract-ocr-tha tesseract-ocr-khm tesseract-ocr-mya
    tesseract-ocr-chi-sim tesseract-ocr-chi-tra tesseract-ocr-osd ca-certificates)
[ "${1:-}" = tests ] && packages+=(fonts-noto-cjk fonts-liberation fonts-ocr-b fonts-dejavu-core strace chromium
    fonts-arphic-bkai00mp fonts-arphic-bsmi00lp fonts-cns11643-sung fonts-khmeros fonts-myanmar fonts-noto-core fonts-open-sans
    fonts-roboto-unhinted fonts-sil-padauk fonts-tlwg-kinnari-ttf fonts-tlwg-laksaman-ttf fonts-tlwg-norasi-ttf
    fonts-tlwg-umpush-ttf fonts-tlwg-waree-ttf fonts-urw-base35 fonts-wqy-zenhei)
if [ "${1:-}" = tests ] && ! compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null; then
    packages+=(postgresql)
fi
# npm fetches, and the tests run the vendor's client: any recent Node will do.
if ! command -v npm >/dev/null && { [ "${1:-}" = tests ] || ! "$root/tessdata/setup.sh" --check >/dev/null 2>&1; }; then
    packages+=(nodejs npm)
fi

missing=()
for package in "${packages[@]}"; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
done

if [ ${#missing[@]} -gt 0 ]; then
    install="apt-get update && apt-get install -y --no-install-recommends ${missing[*]}"
    if ! command -v apt-get >/dev/null; then
        echo "Missing: ${missing[*]}. Install what corresponds to these Debian packages, then start again." >&2
        exit 1
    elif [ "$(id -u)" = 0 ]; then
        sudo=()
    elif command -v sudo >/dev/null; then
        sudo=(sudo)
    else
        printf 'Missing packages. As root:\n  %s\n' "$install" >&2
        exit 1
    fi
    echo "Installing: ${missing[*]}" >&2
    "${sudo[@]}" apt-get update -qq >&2
    # The tests start a PostgreSQL of their own (eng/postgres.sh): the package shall not make and start one for the whole machine.
    if [[ " ${missing[*]} " == *" postgresql "* ]]; then
        "${sudo[@]}" mkdir -p /etc/postgresql-common/createcluster.d
        echo "create_main_cluster = false" |
            "${sudo[@]}" tee /etc/postgresql-common/createcluster.d/ocrservice-tests.conf >/dev/null
    fi
    "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2
fi

"$root/tessdata/setup.sh" >&2

# The vendor's own client; the file is npm's mark of a finished installation.
client="$root/tests/VendorClient"
if [ "${1:-}" = tests ] && [ ! "$client/node_modules/.package-lock.json" -nt "$client/package-lock.json" ]; then
    echo "tests: fetching the vendor's client" >&2
    (cd "$client" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >&2)
fi
