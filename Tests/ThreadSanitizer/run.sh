#!/usr/bin/env bash
# Runs the tests of the runtime and the clients under the thread sanitizer, and prints one table. Exit code 1: a test failed, or
# the sanitizer has reported something.
#   TSAN_FILTER=regex run.sh     those tests only
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
build="$root/.build-tsan"
export SWIFT_BACKTRACE=enable=no
# Reports go into files, so that they neither get lost in the tests' output nor end them.
export TSAN_OPTIONS="log_path=$build/report halt_on_error=0 exitcode=0 history_size=4 ${TSAN_OPTIONS:-}"

mkdir -p "$build"
rm -f "$build"/report.*
echo "Building the tests with the thread sanitizer (a cold build takes some minutes) …"
flags=(--package-path "$root" --scratch-path "$build" --sanitize=thread)
swift build "${flags[@]}" --build-tests > "$build/build.log" 2>&1 || { grep -E 'error:' "$build/build.log" | head -20 >&2; exit 2; }

preload=()
if [ "$(uname)" = Linux ]; then
    clang -shared -fPIC -O1 -o "$build/mutex.so" "$root/Tests/ThreadSanitizer/mutex.c"
    preload=(env LD_PRELOAD="$build/mutex.so")
fi
echo "Running them (some minutes) …"
ended=0
# What is skipped measures time or memory, of which the sanitizer takes ten times as much.
timeout -k 10 "${TSAN_SECONDS:-2400}" "${preload[@]}" swift test "${flags[@]}" --skip-build \
    --filter "${TSAN_FILTER:-.}" --skip 'JSONTimeTests|ConnectionFiguresTests' > "$build/tests.log" 2>&1 || ended=$?

reports=$(cat "$build"/report.* 2> /dev/null | grep -c '^WARNING: ThreadSanitizer' || true)
summary=$(grep -aE 'Test run with [0-9]+ tests?' "$build/tests.log" | tail -1 || true)
count() { { grep -oE "[0-9]+ $1" <<< "$summary" || echo 0; } | head -1 | cut -d' ' -f1; }
failed=$(grep -acE '^✘ Test .* failed after' "$build/tests.log" || true)
row='| %6s | %6s | %6s | %7s |\n'
echo
printf "$row" suites tests failed reports ------ ------ ------ -------
printf "$row" "$(count suites?)" "$(count tests?)" "$failed" "$reports"
if [ "$reports" != 0 ]; then
    echo "The reports are in ${build#"$root"/}/report.*; the functions that they are about:"
    cat "$build"/report.* | grep -E '^SUMMARY' | sort | uniq -c | sort -rn | cut -c1-200 | head -20
fi
if [ "$ended" != 0 ]; then
    grep -aE '^✘ Test .* recorded an issue|error:' "$build/tests.log" | cut -c1-300 | sort -u | head -20
fi
if [ -z "$summary" ]; then
    echo "error: the tests came to no result; the last lines of ${build#"$root"/}/tests.log:" >&2
    tail -3 "$build/tests.log" >&2
fi
[ "$ended" = 0 ] && [ "$reports" = 0 ] && [ -n "$summary" ]
