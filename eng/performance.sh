#!/usr/bin/env bash
# Measures all that the documents tell of speed, memory and load, and writes it into them: docs/performance.md, docs/operations.md and the
# README. Arguments go to the program (tests/OcrService.Benchmarks, verb "performance"):
#
#   eng/performance.sh --manifest ../shared/samples/manifest.json                     everything
#   eng/performance.sh --manifest ../shared/samples/manifest.json --only speed cards  some of it
#
# The machine should have nothing else to do. tesseract and nginx are left out, or stop it, where they are not installed.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
. "$root/eng/dotnet.env"
cd "$root"
tessdata/setup.sh >&2

service=artifacts/performance/service
peers=tests/OcrService.Benchmarks/peer
dotnet publish src/OcrService.Api -c Release -o "$service" -v quiet --nologo >&2
dotnet build tests/OcrService.Benchmarks -c Release -v quiet --nologo >&2
# The file is npm's mark of a finished installation.
if [ ! "$peers/node_modules/.package-lock.json" -nt "$peers/package-lock.json" ]; then
    (cd "$peers" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >&2)
fi

# The replicas share this PostgreSQL.
exec eng/postgres.sh dotnet tests/OcrService.Benchmarks/bin/Release/net10.0/OcrService.Benchmarks.dll performance --service "$service" --peer "$peers" "$@"
