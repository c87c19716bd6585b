#!/usr/bin/env bash
# Installs what is missing, builds, starts the service and prints a request to paste. Arguments go to the service:
#   ./run.sh --urls http://127.0.0.1:18080
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$root/eng/dotnet.env"
"$root/eng/prepare.sh"

out="$root/artifacts/run"
dotnet publish "$root/src/OcrService.Api" -c Release -o "$out" -v quiet --nologo >&2
[ -n "${Recognition__ModelPath:-}" ] || export Recognition__ModelPath="$root/tessdata"

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
address=${url#*://}
address=${address%%/*}
for _ in $(seq 300); do
    kill -0 "$service" 2>/dev/null || break
    if ready "$address"; then
        cat >&2 <<TEXT

Ready at $url (Swagger UI: $url/swagger)
Paste this to read a picture:

  (printf '{"image":"'; base64 -w0 $root/src/OcrService.Api/Documentation/Examples/web-image.png; printf '","detect_direction":true}') | curl -sS $url/v2/0123456789abcdef0123456789abcdef/ocr/web-image -H 'Content-Type: application/json' --data-binary @-

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
