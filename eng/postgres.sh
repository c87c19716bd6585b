#!/usr/bin/env bash
# Runs a command with a PostgreSQL server of its own, empty and thrown away afterwards, and hands on the command's exit code.
#
#   eng/postgres.sh COMMAND ARGS...
#
# The command finds the connection string in TEST_PG. It runs without one where PostgreSQL is not installed, and as it is
# where TEST_PG names a server already.
set -euo pipefail

[ -z "${TEST_PG:-}" ] || exec "$@"

# The newest of the distribution's, else the one on the PATH.
initdb=$({ ls -d /usr/lib/postgresql/*/bin/initdb 2>/dev/null || command -v initdb || true; } | sort -V | tail -n 1)
if [ -z "$initdb" ]; then
    echo "PostgreSQL is not installed (Debian and Ubuntu: apt-get install postgresql): going on without it" >&2
    exec env -u TEST_PG "$@"
fi
bin=$(dirname "$initdb")

# Not below TMPDIR: the path of a socket must be short, and the server's user must get there.
folder=$(mktemp -d /tmp/ocr-postgres.XXXXXX)
remove() {
    trap '' HUP INT TERM
    server pg_ctl -D data -m immediate stop >/dev/null 2>&1 || true
    rm -rf "$folder"
}
trap remove EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

# PostgreSQL refuses to run as root.
as=()
if [ "$(id -u)" = 0 ]; then
    as=(runuser -u postgres --)
    chown postgres: "$folder"
fi
server() { (cd "$folder" && "${as[@]}" "$bin/$1" "${@:2}"); }

server initdb -D data -U ocr --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync >/dev/null
# Another program may have the port: then the next one. Below 32768 the kernel hands none out by itself.
for try in 1 2 3 4 5; do
    port=$((16384 + RANDOM % 16384))
    ! server pg_ctl -D data -w -l log start >/dev/null 2>&1 -o "-p $port -c listen_addresses=127.0.0.1 -c max_connections=200 \
        -c unix_socket_directories=$folder -c fsync=off -c synchronous_commit=off -c full_page_writes=off" || break
    if [ "$try" = 5 ]; then
        echo "PostgreSQL does not start:" >&2
        cat "$folder/log" >&2
        exit 1
    fi
done
export TEST_PG="Host=127.0.0.1;Port=$port;Database=postgres;Username=ocr"

# A process group of its own, so that a signal ends all of it.
set -m
"$@" &
command=$!
trap 'kill -TERM -- "-$command" 2>/dev/null' HUP INT TERM
# A signal ends the first wait early; the second one takes the exit code.
code=0
wait -f "$command" || code=$?
while kill -0 "$command" 2>/dev/null; do
    code=0
    wait -f "$command" || code=$?
done
exit "$code"
