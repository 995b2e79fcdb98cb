#!/usr/bin/env bash
# Measures what the libraries do beside peers that do the same work in the same run, release build, on loopback, and prints a table.
#
#   run.sh [ROUNDS]   rounds of calls in each way, 7 unless told
#
# JSON and webhooks are counted in instructions, with callgrind: two runs of different length, and the difference for each round. Calls take CPU time and wall
# time, which other work on the machine changes: the ways take turns, and the median of the rounds counts.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
rounds=${1:-7}
calls=6400

error() { echo "error: $*" >&2; exit 1; }
say() { echo "==> $*" >&2; }

command -v valgrind > /dev/null || error "valgrind is missing; as root: apt-get install valgrind"
root=$here/../..
for product in JSONBench WebhookBench CallBench OneCall OneCallByHand; do
    say "Building $product (some minutes when cold)"
    swift build --package-path "$here" -c release --product "$product" 1>&2
done
bin=$(swift build --package-path "$here" -c release --show-bin-path)
say "Building the generator for release"
swift build --package-path "$root/Generator" -c release --product waybill 1>&2
waybill=$(swift build --package-path "$root/Generator" -c release --show-bin-path)/waybill

work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2> /dev/null || true; rm -rf "$work"' EXIT
# Valgrind gives up on the debug information of some builds.
for product in JSONBench WebhookBench; do strip --strip-debug -o "$work/$product" "$bin/$product"; done

# Instructions for one round: FEW MANY PRODUCT ARGUMENT…, to which the rounds are added.
per_round() {
    local few=$1 many=$2 product=$3 rounds counted=()
    shift 3
    for rounds in "$few" "$many"; do
        counted+=("$(valgrind --tool=callgrind --callgrind-out-file=/dev/null "$work/$product" "$@" "$rounds" 2>&1 |
            awk '/Collected/ { print $4 }')")
        [ -n "${counted[-1]}" ] || error "$product $* $rounds was not counted"
    done
    echo $(((counted[1] - counted[0]) / (many - few)))
}

# A row: TITLE OWN PEER UNIT. Less is better: the ratio says how many times our cost the peer's is.
row() {
    awk -v title="$1" -v own="$2" -v peer="$3" -v unit="$4" '
        function short(n) { return n >= 1e6 ? sprintf("%.2f M", n / 1e6) : n >= 1e4 ? sprintf("%.1f k", n / 1e3) : n }
        BEGIN { printf "| %s | %s %s | %s %s | %.2f |\n", title, short(own), unit, short(peer), unit, peer / own }'
}

# A row of instructions: TITLE FEW MANY PRODUCT WORK [ARGUMENT…].
counted() {
    local title=$1 few=$2 many=$3 product=$4 what=$5 own peer
    shift 5
    own=$(per_round "$few" "$many" "$product" "$what" waybill "$@")
    peer=$(per_round "$few" "$many" "$product" "$what" foundation "$@")
    row "$title" "$own" "$peer" instructions
}

say "Counting instructions"
echo "| Work | Waybill | Peer | Ratio |"
echo "|---|---|---|---|"
counted "Read 1,000 items of 20 fields, beside \`JSONDecoder\`" 2 6 JSONBench read 1000
counted "Write them, beside \`JSONEncoder\`" 2 6 JSONBench write 1000
counted "Read one item" 200 1200 JSONBench read 1
counted "Write one item" 200 1200 JSONBench write 1
counted "Read the 1,000 items as a \`JSONValue\`, beside \`JSONSerialization\`" 2 6 JSONBench value 1000
counted "Verify a webhook of 1 KiB, beside Swift Crypto and \`Data(base64Encoded:)\`" 100 1100 WebhookBench verify
counted "Verify a webhook and read its event, beside those and \`JSONDecoder\`" 100 1100 WebhookBench read
row "Memory of a million small numbers as a \`JSONValue\`" \
    "$("$bin/JSONBench" memory waybill 1000000 1)" "$("$bin/JSONBench" memory foundation 1000000 1)" "% of the text"

say "Making calls"
served=$work/port
"$bin/CallBench" serve > "$served" &
server=$!
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
say "Generating"
# Seconds of wall time for specs, into an empty folder, the median of five: [SPEC…].
generated() {
    local TIMEFORMAT=%R
    for _ in 1 2 3 4 5; do
        rm -rf "$work/out"
        (cd "$root" && time "$waybill" generate "$@" --output "$work/out/Sources" --tests "$work/out/Tests" > /dev/null) 2>&1
    done | sort -n | sed -n 3p
}
alone() { echo "| $1 | $2 | | |"; }
alone "Generate the four APIs" "$(generated) s"
for count in 1000 3000; do
    "$here/operations.sh" "$count" "$work/$count"
    alone "Generate ${count%000},000 operations, with a model for every five" "$(generated "$work/$count") s"
done

say "Compiling"
for client in Walinko Connectly; do
    files=$(find "$root/Sources/$client" -name '*.swift')
    # shellcheck disable=SC2086
    seconds=$("$here/compile.sh" "$bin" "$client" $files)
    # shellcheck disable=SC2086
    alone "Compile \`$client\` ($(cat $files | wc -l | sed "s/...\$/,&/") lines), optimized" "$seconds s of CPU"
done
# Thirty of the parcel's models, each with its sender and two enums.
mkdir -p "$work/own" "$work/peer"
for n in $(seq 30); do
    for name in Parcel ParcelSender ParcelService ParcelState; do
        sed "s/Parcel/Parcel$n/g" "$here/Sources/Parcels/Parcels/$name.swift" > "$work/own/$name$n.swift"
    done
    sed "s/Codable\(Parcel\|Page\)/Codable\1$n/g" "$here/Sources/JSONBench/CodableParcel.swift" > "$work/peer/Parcel$n.swift"
done
cp "$here/Sources/Parcels/Exports.swift" "$work/own"
row "Compile 30 models of 20 fields, optimized, beside Codable" "$("$here/compile.sh" "$bin" Own "$work"/own/*.swift)" \
    "$("$here/compile.sh" "$bin" Peer "$work"/peer/*.swift)" "s of CPU"

for product in OneCall OneCallByHand; do strip -o "$work/$product" "$bin/$product"; done
row "A program that makes one call, stripped, beside AsyncHTTPClient and Codable" "$(stat -c %s "$work/OneCall")" \
    "$(stat -c %s "$work/OneCallByHand")" bytes

model=$(awk -F': ' '/model name/ { print $2; exit }' /proc/cpuinfo)
echo
echo "$(nproc) cores of ${model:-$(uname -m)}, $(swift --version 2> /dev/null | grep -o 'Swift version [0-9.]*'), $(date +%Y-%m-%d)."
