#!/usr/bin/env bash
# Runs the tests of the runtime and the clients with coverage, and prints one table of the runtime's modules: its own folders
# for WaybillRuntime, and what sends again, receives and escapes. Exit code 1 where a module has fewer lines covered than
# 90 %, or a test fails.
#
# Swift records no branches; regions are the nearest: each side of an `if`, `guard`, `case` or `??` is one.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
build="$root/.build-coverage"
target=90

mkdir -p "$build"
echo "Running all tests with coverage (a cold build takes minutes)" >&2
if ! swift test --package-path "$root" --scratch-path "$build" --enable-code-coverage > "$build/test.log" 2>&1; then
    grep -E '^✘|error:' "$build/test.log" | head -20 >&2
    exit 1
fi

if command -v xcrun > /dev/null; then
    llvm_cov=(xcrun llvm-cov)
else
    # The system's own may be too old for what the compiler writes.
    llvm_cov=("$(dirname "$(readlink -f "$(command -v swift)")")/llvm-cov")
fi

binary=$(ls -d "$build"/debug/*PackageTests.xctest)
if [ -d "$binary" ]; then binary="$binary/Contents/MacOS/$(basename "$binary" .xctest)"; fi
# A path, then counts of all and missed regions, functions and lines, each with a share: `a/b.swift 9 1 88% 3 0 100% 30 2 93%`.
"${llvm_cov[@]}" report "$binary" -instr-profile "$build/debug/codecov/default.profdata" "$root"/Sources/Waybill* \
    > "$build/report.txt"
# What the table is of: a name, and the files' paths as a pattern.
{
    sed -nE 's,^(.*/)?(WaybillRuntime/[A-Z][A-Za-z]*)/[^ ]*\.swift .*,\2,p' "$build/report.txt" | sort -u
    (cd "$root/Sources" && ls -d Waybill*)
} | sort -u | sed 's,.*,& (^|/)&/,' > "$build/rows"
cat >> "$build/rows" << 'ROWS'
sending-again WaybillRuntime/(Retry|Client/(Call|Attempt)|Failure/Delivery)
receiving Waybill(Webhooks|Signing)/
escaping (JSONWriter|PercentEncoding|HeaderRule|SecretMask|SignatureText)[+.]
ROWS

awk -v target="$target" '
    NR == FNR { names[++rows] = $1; patterns[rows] = $2; next }
    $1 ~ /\.swift$/ {
        for (row = 1; row <= rows; row++) if ($1 ~ patterns[row]) {
            regions[row] += $2; missedRegions[row] += $3; lines[row] += $8; missedLines[row] += $9
        }
    }
    END {
        print "| code | lines | covered | regions | covered |"
        print "|---|---:|---:|---:|---:|"
        for (row = 1; row <= rows; row++) if (lines[row] > 0) {
            share = 100 * (1 - missedLines[row] / lines[row])
            printf "| %s | %d | %.1f %% | %d | %.1f %% |\n", names[row], lines[row], share, regions[row],
                100 * (1 - missedRegions[row] / regions[row])
            if (share < target) { low = low " " names[row] }
        }
        if (low != "") { print "\nerror: fewer than " target " % of the lines:" low > "/dev/stderr"; exit 1 }
    }' "$build/rows" "$build/report.txt"
