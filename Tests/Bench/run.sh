#!/usr/bin/env bash
# Measures what the libraries do beside peers that do the same work in the same run, release build, on loopback, and prints a table.
#
#   run.sh [ROUNDS]   rounds of calls in each way, 7 unless told
#
# JSON is counted in instructions, with callgrind: two runs of different length, and the difference for each round. Calls take CPU time and wall
# time, which other work on the machine changes: the ways take turns, and the median of the rounds counts.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
rounds=${1:-7}
calls=6400

error() { echo "error: $*" >&2; exit 1; }
say() { echo "==> $*" >&2; }

command -v valgrind > /dev/null || error "valgrind is missing; as root: apt-get install valgrind"
for product in JSONBench CallBench; do
    say "Building $product (some minutes when cold)"
    swift build --package-path "$here" -c release --product "$product" 1>&2
done
bin=$(swift build --package-path "$here" -c release --show-bin-path)

# Instructions of one run.
instructions() {
    valgrind --tool=callgrind --callgrind-out-file=/dev/null "$bin/JSONBench" "$@" 2>&1 | awk '/Collected/ { print $4 }'
}

# Instructions for one round: WORK WHO ITEMS FEW MANY.
per_round() {
    local few many
    few=$(instructions "$1" "$2" "$3" "$4")
    many=$(instructions "$1" "$2" "$3" "$5")
    echo $(((many - few) / ($5 - $4)))
}

# A row: TITLE OWN PEER UNIT. Less is better: the ratio says how many times our cost the peer's is.
row() {
    awk -v title="$1" -v own="$2" -v peer="$3" -v unit="$4" '
        function short(n) { return n >= 1e6 ? sprintf("%.2f M", n / 1e6) : n >= 1e4 ? sprintf("%.1f k", n / 1e3) : n }
        BEGIN { printf "| %s | %s %s | %s %s | %.2f |\n", title, short(own), unit, short(peer), unit, peer / own }'
}

json() {
    local own peer
    own=$(per_round "$2" waybill "$3" "$4" "$5")
    peer=$(per_round "$2" foundation "$3" "$4" "$5")
    row "$1" "$own" "$peer" instructions
}

say "Counting instructions"
echo "| Work | Waybill | Peer | Ratio |"
echo "|---|---|---|---|"
json "Read 1,000 items of 20 fields, beside \`JSONDecoder\`" read 1000 2 6
json "Write them, beside \`JSONEncoder\`" write 1000 2 6
json "Read one item" read 1 200 1200
json "Write one item" write 1 200 1200
json "Read the 1,000 items as a \`JSONValue\`, beside \`JSONSerialization\`" value 1000 2 6
row "Memory of a million small numbers as a \`JSONValue\`" \
    "$("$bin/JSONBench" memory waybill 1000000 1)" "$("$bin/JSONBench" memory foundation 1000000 1)" "% of the text"

say "Making calls"
served=$(mktemp)
"$bin/CallBench" serve > "$served" &
server=$!
trap 'kill "$server" 2> /dev/null || true; rm -f "$served"' EXIT
for _ in $(seq 100); do [ -s "$served" ] && break; sleep 0.1; done
[ -s "$served" ] || error "the server did not begin to listen"

# CPU time and wall time of each way, in microseconds a call, so many at a time.
for in_flight in 1 64; do
    figures=$("$bin/CallBench" "$(cat "$served")" "$in_flight" "$calls" "$rounds")
    figure() { awk -v way="$1" -v field="$2" '$1 == way { print $field }' <<< "$figures"; }
    row "CPU time of a call, $in_flight under way, beside a bare POST with AsyncHTTPClient" "$(figure client 3)" "$(figure bare 3)" µs
    row "The same, beside hand-written Codable over it" "$(figure client 3)" "$(figure codable 3)" µs
    row "The transport alone, beside the bare POST" "$(figure transport 3)" "$(figure bare 3)" µs
    row "Time for each call, $in_flight under way, beside the bare POST" "$(figure client 4)" "$(figure bare 4)" µs
done
model=$(awk -F': ' '/model name/ { print $2; exit }' /proc/cpuinfo)
echo
echo "$(nproc) cores of ${model:-$(uname -m)}, $(swift --version 2> /dev/null | grep -o 'Swift version [0-9.]*'), $(date +%Y-%m-%d)."
