#!/usr/bin/env bash
# Installs what is missing, builds, starts the service and prints a request to paste. Arguments go to the service:
#   ./run.sh --urls http://127.0.0.1:18080
# The accounts live in var/accounts.db, unless ConnectionStrings__Accounts names another database. What the first one signs in
# with is invented and kept in var/first-account.env, unless Bootstrap__Password is given.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$root/eng/dotnet.env"
"$root/eng/prepare.sh"

out="$root/artifacts/run"
dotnet publish "$root/src/OcrService.Api" -c Release -o "$out" -v quiet --nologo >&2
[ -n "${Recognition__ModelPath:-}" ] || export Recognition__ModelPath="$root/tessdata"

mkdir -p "$root/var"
chmod 700 "$root/var"
export ConnectionStrings__Accounts="${ConnectionStrings__Accounts:-Data Source=$root/var/accounts.db}"
: "${Bootstrap__User:=admin}" "${Bootstrap__ProjectId:=0123456789abcdef0123456789abcdef}" "${Bootstrap__Region:=local-1}"
: "${Bootstrap__Domain:=$Bootstrap__User}"
load=
if [ -z "${Bootstrap__Password:-}" ]; then
    account="$root/var/first-account.env"
    if [ ! -s "$account" ]; then
        Bootstrap__Password=$(head -c 18 /dev/urandom | base64 | tr +/ -_)
        (
            umask 077
            for name in Domain User Password ProjectId Region; do
                name=Bootstrap__$name
                printf '%s=%q\n' "$name" "${!name}"
            done >"$account"
        )
    fi
    . "$account"
    load=". $(printf %q "$account"); "
fi
export "${!Bootstrap__@}"

# Where it will listen, by the same rule as the service: --urls, then ASPNETCORE_URLS, then its own default.
url=${ASPNETCORE_URLS:-http://127.0.0.1:18080}
for ((i = 1; i <= $#; i++)); do
    case "${!i}" in
        --urls=*) url=${!i#--urls=} ;;
        --urls) next=$((i + 1)); url=${!next:-$url} ;;
    esac
done
url=${url%%;*}
url=${url/\/\/+:/\/\/127.0.0.1:}
url=${url/\/\/\*:/\/\/127.0.0.1:}
url=${url/\/\/0.0.0.0:/\/\/127.0.0.1:}

cd "$out"
dotnet OcrService.Api.dll "$@" &
service=$!
# One Ctrl-C or kill: the service drains and ends, and its exit code is ours.
trap 'kill -TERM "$service" 2>/dev/null' INT TERM

ready() { (exec 3<>"/dev/tcp/${1%%:*}/${1##*:}" && printf 'GET /health/ready HTTP/1.0\r\nHost: %s\r\n\r\n' "$1" >&3 && head -n 1 <&3 | grep -q ' 200 ') 2>/dev/null; }
picture=$(printf %q "$root/src/OcrService.Api/Documentation/Examples/web-image.png")
address=${url#*://}
address=${address%%/*}
for _ in $(seq 300); do
    kill -0 "$service" 2>/dev/null || break
    if ready "$address"; then
        cat >&2 <<TEXT

Ready at $url (console: $url/console, Swagger UI: $url/swagger)
Paste this to sign in and to read a picture:

  token=\$(${load}printf '{"auth":{"identity":{"methods":["password"],"password":{"user":{"name":"$Bootstrap__User","password":"%s","domain":{"name":"$Bootstrap__Domain"}}}},"scope":{"project":{"id":"$Bootstrap__ProjectId"}}}}' "\$Bootstrap__Password" | curl -sS -o /dev/null -w '%header{X-Subject-Token}' $url/v3/auth/tokens -H 'Content-Type: application/json' -d @-)

  (printf '{"image":"'; base64 -w0 $picture; printf '","detect_direction":true}') | curl -sS $url/v2/$Bootstrap__ProjectId/ocr/web-image -H 'Content-Type: application/json' -H "X-Auth-Token: \$token" --data-binary @-

TEXT
        break
    fi
    sleep 0.2
done

# A signal ends the first wait early; the second one takes the exit code.
code=0
wait "$service" || code=$?
while kill -0 "$service" 2>/dev/null; do
    code=0
    wait "$service" || code=$?
done
exit "$code"
