#!/usr/bin/env bash
# Fuzzes each subject for FUZZ_SECONDS, and prints one table. Exit code 1: something was found, and is kept as a file.
#   run.sh                 all subjects (json, text, webhook, answer, spec), or those that FUZZ_TARGETS names
#   INPUT=file run.sh      one input again; its subject is its folder's name, or the first word of its own
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
build="$root/.build-fuzz"
seconds=${FUZZ_SECONDS:-60}
# The address sanitizer keeps what was freed for a while, and that counts.
memory=${FUZZ_MEMORY:-768}
export SWIFT_BACKTRACE=enable=no
export ASAN_OPTIONS=detect_leaks=0:quarantine_size_mb=64:handle_sigill=0:${ASAN_OPTIONS:-}

runtime=$(dirname "$(readlink -f "$(command -v swiftc)")")/../lib/clang
if ! find "$runtime" -name '*clang_rt.fuzzer*' 2> /dev/null | grep -q .; then
    echo "error: this Swift toolchain has no libFuzzer (clang_rt.fuzzer): fuzzing needs one from https://www.swift.org/install" >&2
    exit 2
fi

echo "Building the fuzzer with sanitizers (the first time takes some minutes) …"
# Optimised code is what users run; tests see what is internal.
flags=(--package-path "$root/Tests/Fuzz" --scratch-path "$build/build" -c release
    -Xswiftc -sanitize=fuzzer,address -Xswiftc -enable-testing -Xlinker -no-pie)
[ "$(uname)" = Linux ] && flags+=(-Xswiftc -use-ld=lld)
mkdir -p "$build"
if ! swift build "${flags[@]}" > "$build/build.log" 2>&1; then
    grep -E 'error:' "$build/build.log" | head -20 >&2 || tail -20 "$build/build.log" >&2
    exit 2
fi
fuzz="$(swift build "${flags[@]}" --show-bin-path)/Fuzz"

# run SUBJECT ARGUMENT…: what an input may cost is the same everywhere.
run() { timeout -k 10 $((seconds + 120)) "$fuzz" "$1" -timeout=1 -rss_limit_mb="$memory" "${@:2}"; }

if [ -n "${INPUT:-}" ]; then
    subject=$(basename "$(dirname "$INPUT")")
    [ -d "$root/Tests/Fuzz/Corpus/$subject" ] || subject=$(basename "$INPUT" | cut -d- -f1)
    run "$subject" "$INPUT"
    exit
fi

# Whole specs to begin with, beside the small ones that are kept.
seeds="$build/seeds/spec"
rm -rf "$seeds"; mkdir -p "$seeds" "$build/findings"
for spec in "$root"/spec/*/ "$root"/Generator/Tests/PipelineTests/Fixtures/Golden/*/spec/; do
    for file in "$spec"*.yaml; do printf '%s\n' "${file##*/}"; cat "$file"; printf '\036'; done \
        > "$seeds/$(basename "${spec%/spec/}")"
done

row='| %-8s | %9s | %8s | %6s | %10s | %8s |\n'
table=$(printf "$row" subject inputs inputs/s edges 'memory MiB' findings
    printf "$row" -------- --------- -------- ------ ---------- --------)$'\n'
code=0
for subject in ${FUZZ_TARGETS:-json text webhook answer spec}; do
    log="$build/$subject.log"; corpus="$build/corpus/$subject"; found="$build/findings/$subject-"
    mkdir -p "$corpus"; touch "$build/began"
    folders=("$corpus" "$root/Tests/Fuzz/Corpus/$subject")
    length=4096
    if [ "$subject" = spec ]; then folders+=("$seeds"); length=65536; fi
    echo "Fuzzing $subject for $seconds s …"
    ended=0
    run "$subject" -max_total_time="$seconds" -max_len="$length" -print_final_stats=1 -artifact_prefix="$found" \
        "${folders[@]}" > "$log" 2>&1 || ended=$?
    count=0
    while IFS= read -r file; do
        # On a busy machine an input can seem slow that is not: only what is slow on its own counts.
        case "$file" in *-timeout-*) if run "$subject" "$file" >> "$log" 2>&1; then rm "$file"; ended=0; continue; fi ;; esac
        count=$((count + 1))
        echo "found: ${file#"$root"/} ($(grep -a -m1 -E '^fault: |Fatal error|ERROR: ' "$log" | cut -c1-160)); again: make fuzz INPUT=${file#"$root"/}"
    done < <(find "$build/findings" -name "$subject-*" ! -name '*-slow-unit-*' -newer "$build/began" | sort)
    if [ "$ended" != 0 ] && [ "$count" = 0 ]; then
        echo "error: the fuzzer ended with $ended; see ${log#"$root"/}" >&2; tail -5 "$log" >&2; code=1
    fi
    [ "$count" = 0 ] || code=1
    stat() { { grep -a "stat::$1" "$log" || echo 0; } | awk 'END { print $NF }'; }
    edges=$({ grep -a -oE 'cov: [0-9]+' "$log" || echo 0; } | awk 'END { print $NF }')
    table+=$(printf "$row" "$subject" "$(stat number_of_executed_units)" "$(stat average_exec_per_sec)" "$edges" \
        "$(stat peak_rss_mb)" "$count")$'\n'
done
printf '\n%s' "$table"
exit $code
