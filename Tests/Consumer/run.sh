#!/usr/bin/env bash
# Builds and runs this package against a clean checkout of the repository, and checks that nothing of the generator's comes
# along: no libyaml, no command line library, no server.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
build="$root/.build-consumer"
checkout="$build/waybill"

rm -rf "$checkout"
mkdir -p "$checkout"
if git -C "$root" rev-parse --git-dir > /dev/null 2>&1; then
    (cd "$root" && git ls-files -co --exclude-standard -z | while IFS= read -r -d '' file; do
        if [ -e "$file" ]; then printf '%s\0' "$file"; fi
    done | tar --null -T - -cf -) | tar -xf - -C "$checkout"
else
    (cd "$root" && tar --exclude='.build*' -cf - .) | tar -xf - -C "$checkout"
fi

swift_package() { swift "$1" --package-path "$checkout/Tests/Consumer" --scratch-path "$build/build" "${@:2}"; }

echo "Resolved for a package that imports all clients:"
swift_package package show-dependencies --format flatlist 2> "$build/resolve.log" | sort -u | tee "$build/resolved.txt" | sed 's/^/  /'
for foreign in yaml argument-parser flyingfox; do
    if grep -i "$foreign" "$build/resolved.txt"; then
        echo "error: the consumer resolves '$foreign', which belongs to the generator" >&2
        exit 1
    fi
done

swift_package build 2>&1 | tee "$build/build.log"
if grep -i -E 'libyaml|yaml-0\.1' "$build/resolve.log" "$build/build.log"; then
    echo "error: the consumer's build speaks of libyaml" >&2
    exit 1
fi
"$build/build/debug/Consumer"
