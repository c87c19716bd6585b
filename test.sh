#!/usr/bin/env bash
# Installs what is missing, builds and runs all tests. The last line counts them. Arguments go to dotnet test.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$root/eng/dotnet.env"
"$root/eng/prepare.sh" tests

results="$root/artifacts/test-results"
rm -rf "$results"
cd "$root"
dotnet build OcrService.sln -v quiet --nologo

# One project after the other: the ones that read pictures use all processors by themselves.
run_tests() {
    local code=0 project name
    for project in tests/*.Tests; do
        name=$(basename "$project")
        dotnet test "$project" --no-build -v quiet --nologo --logger "trx;LogFileName=$name.trx" --results-directory "$results" "$@" \
            -- RunConfiguration.TreatNoTestsAsError=true || code=1
    done
    return "$code"
}
export -f run_tests
export results

# The tests of the accounts use this PostgreSQL beside SQLite.
code=0
"$root/eng/postgres.sh" bash -c 'run_tests "$@"' test.sh "$@" || code=$?

# The counters of every project, added up. A skipped test counts as not executed.
sed -nE 's/.*<Counters total="([0-9]+)" executed="([0-9]+)" passed="([0-9]+)" failed="([0-9]+)" error="([0-9]+)" timeout="([0-9]+)".*/\1 \2 \3 \4 \5 \6/p' "$results"/*.trx |
    awk '{ passed += $3; failed += $4 + $5 + $6; skipped += $1 - $2 } END { printf "%d passed, %d failed, %d skipped\n", passed, failed, skipped }'
exit "$code"
