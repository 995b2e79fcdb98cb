#!/usr/bin/env bash
# The main job, end to end: regenerate, start a sandbox for each API on loopback, run the program in Demo/ against them, and
# review a change of one spec.
# Usage: demo.sh PATH-OF-WAYBILL [SECONDS-THAT-BUILDING-IT-TOOK]
set -euo pipefail
cd "$(dirname "$0")/../.."
waybill=$1
generator_seconds=${2:-0}
say() { printf '\n\033[1m==> %s\033[0m\n' "$*"; }

say "Regenerating Sources/ from spec/"
"$waybill" generate

say "Building the clients and the example program (the first time takes a few minutes)"
build_start=$SECONDS
swift build --product waybill-demo
demo="$(swift build --show-bin-path)/waybill-demo"
build_seconds=$((SECONDS - build_start + generator_seconds))

work=$(mktemp -d)
sandboxes=()
stop() {
    for pid in "${sandboxes[@]}"; do kill "$pid" 2> /dev/null || true; done
    wait 2> /dev/null || true
    rm -rf "$work"
}
trap stop EXIT

# Starts a sandbox on a free port and puts its address into the variable named by the third argument.
start_sandbox() {
    local api=$1 extra=$2 variable=$3 address="" attempt
    # shellcheck disable=SC2086
    : > "$work/$api.log"
    "$waybill" sandbox "spec/$api" --port 0 $extra >> "$work/$api.log" 2>&1 &
    sandboxes+=($!)
    for attempt in $(seq 1 100); do
        address=$(grep -o -m1 'http://127\.0\.0\.1:[0-9]*' "$work/$api.log" || true)
        [ -n "$address" ] && break
        sleep 0.1
    done
    if [ -z "$address" ]; then
        echo "error: the sandbox for spec/$api did not start:" >&2
        cat "$work/$api.log" >&2
        exit 1
    fi
    printf -v "$variable" '%s' "$address"
    echo "spec/$api is served at $address"
}

say "Starting the sandboxes"
start_sandbox walinko "--rate 8/2s" WALINKO_URL
start_sandbox simpleconnect "" SIMPLECONNECT_URL
start_sandbox connectly "" CONNECTLY_URL
start_sandbox simpu "" SIMPU_URL
export WALINKO_URL SIMPLECONNECT_URL CONNECTLY_URL SIMPU_URL

say "Running the example program (Tests/Examples/Demo)"
run_start=$SECONDS
"$demo"
run_seconds=$((SECONDS - run_start))

say "Reviewing a change of the API: Tests/Examples/review.patch on a copy of spec/walinko, as Markdown for a pull request"
mkdir "$work/old" "$work/new"
cp -R spec/walinko "$work/old/"
cp -R spec/walinko "$work/new/"
git -C "$work/new" apply "$PWD/Tests/Examples/review.patch"
(cd "$work" && "$waybill" diff old/walinko new/walinko --format markdown)

printf '\nThe build took %d s, the run %d s.\n' "$build_seconds" "$run_seconds"
