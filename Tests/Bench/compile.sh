#!/usr/bin/env bash
# How many seconds of CPU the compiler needs for one module, optimized: compile.sh BUILD NAME FILE…, after `swift build` has made what it
# imports, in the folder BUILD. The median of three.
set -euo pipefail
build=$1
name=$2
shift 2
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
scratch=$(dirname "$(dirname "$build")")

flags=(-O -wmo -parse-as-library -swift-version 6 -package-name waybill -I "$build/Modules")
for feature in ExistentialAny InternalImportsByDefault MemberImportVisibility; do flags+=(-enable-upcoming-feature "$feature"); done
while read -r map; do flags+=(-Xcc "-fmodule-map-file=$map"); done < <(
    find "$scratch/checkouts" -path '*/include/*' -name module.modulemap
    find "$build" -name module.modulemap
)
while read -r folder; do flags+=(-Xcc "-I$folder"); done < <(find "$scratch/checkouts" -type d -name include -path '*/Sources/*')

TIMEFORMAT=%U
for _ in 1 2 3; do
    { time swiftc "${flags[@]}" -module-name "$name" -emit-module -emit-module-path "$out/$name.swiftmodule" \
        -c "$@" -o "$out/$name.o" 2> "$out/errors"; } 2>> "$out/times" || {
        cat "$out/errors" >&2
        exit 1
    }
done
sort -n "$out/times" | sed -n 2p
