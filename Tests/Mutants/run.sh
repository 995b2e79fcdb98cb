#!/usr/bin/env bash
# Puts the faults of mutants.txt into a copy of the sources, one at a time, and sees which test finds each.
#
#   run.sh            all of them; exit code 1 where one survives
#   run.sh NAME…      these
#   run.sh --check    only whether each text still stands exactly once, and each suite is there (seconds)
#
# The copy and its builds are kept in .build-mutants, so that each run after the first compiles only what a fault touches.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
work="$root/.build-mutants"
tree="$work/tree"

names=() files=() olds=() news=() targets=() suites=()

error() { echo "error: $*" >&2; exit 1; }

# Reads mutants.txt: blocks of `mutant:`, `file:`, lines that begin with - and +, and `tests:`, which ends a block.
read_mutants() {
    local line name='' file='' old='' new='' test
    while IFS= read -r line; do
        case "$line" in
            'mutant: '*) name=${line#mutant: } file='' old='' new='' ;;
            'file: '*) file=${line#file: } ;;
            '- '*) old+="${old:+$'\n'}${line#- }" ;;
            '+ '*) new+="${new:+$'\n'}${line#+ }" ;;
            'tests: '*)
                test=${line#tests: }
                names+=("$name") files+=("$file") olds+=("$old") news+=("$new")
                targets+=("${test%%/*}") suites+=("${test#*/}") ;;
            '' | '#'*) ;;
            *) error "mutants.txt: cannot read '$line'" ;;
        esac
    done < "$here/mutants.txt"
}

tests_folder() { if [ -d "$root/Generator/Tests/$1" ]; then echo "Generator/Tests/$1"; else echo "Tests/$1"; fi; }

# Whether the data still fit the sources; says all that does not.
check_mutants() {
    local index content rest suite faults=0
    complain() { echo "mutants.txt: ${names[$index]}: $*" >&2; faults=$((faults + 1)); }
    for index in "${!names[@]}"; do
        [ -f "$root/${files[$index]}" ] || { complain "no file ${files[$index]}"; continue; }
        content=$(< "$root/${files[$index]}")
        rest=${content#*"${olds[$index]}"}
        if [ -z "${olds[$index]}" ] || [ "$rest" = "$content" ]; then complain "its text is not in ${files[$index]}"; fi
        if [ "$rest" != "${rest#*"${olds[$index]}"}" ]; then complain "its text stands twice in ${files[$index]}"; fi
        if [ "${olds[$index]}" = "${news[$index]}" ]; then complain "changes nothing"; fi
        for suite in ${suites[$index]}; do
            grep -rqsE "(struct|class|extension) $suite\b" "$root/$(tests_folder "${targets[$index]}")" ||
                complain "no suite $suite in ${targets[$index]}"
        done
    done
    for name in $(printf '%s\n' "${names[@]}" | sort | uniq -d); do
        echo "mutants.txt: $name: two have this name" >&2
        faults=$((faults + 1))
    done
    [ "$faults" = 0 ]
}

# Makes the copy what the sources are; what is the same keeps its date, so that it is not compiled again.
copy_tree() {
    mkdir -p "$tree"
    (cd "$root" && git ls-files -co --exclude-standard) | sort > "$work/wanted"
    (cd "$tree" && find . -type f | sed 's,^\./,,' | { grep -v -E '(^|/)(\.build|Package\.resolved)' || true; } | sort) |
        comm -13 "$work/wanted" - | while IFS= read -r file; do rm -f "$tree/$file"; done
    while IFS= read -r file; do
        if [ -f "$root/$file" ] && ! cmp -s "$root/$file" "$tree/$file"; then
            mkdir -p "$tree/$(dirname "$file")"
            cp "$root/$file" "$tree/$file"
        fi
    done < "$work/wanted"
}

# Leaves in a package what the tests of one target need, so that a fault has little compiled again.
trim_package() {
    cat "$root/$1" - << SWIFT > "$work/manifest"

// Appended for mutants: what these tests need, and nothing else.
var due = ["$2"]
var needed: Set<String> = []
while let name = due.popLast() {
    guard needed.insert(name).inserted, let target = package.targets.first(where: { \$0.name == name }) else { continue }
    for dependency in target.dependencies {
        switch dependency {
        case .targetItem(let name, _), .byNameItem(let name, _): due.append(name)
        default: break
        }
    }
}
package.targets.removeAll { !needed.contains(\$0.name) }
package.products = []
SWIFT
    cmp -s "$work/manifest" "$tree/$1" || cp "$work/manifest" "$tree/$1"
}

# Sets the package up that has the tests of a target.
enter() {
    target=$1
    if [ -d "$root/Generator/Tests/$target" ]; then
        package=Generator build="$work/generator"
        cmp -s "$root/Package.swift" "$tree/Package.swift" || cp "$root/Package.swift" "$tree/Package.swift"
        trim_package Generator/Package.swift "$target"
    else
        package=. build="$work/runtime"
        trim_package Package.swift "$target"
    fi
}

build() {
    swift build --package-path "$tree/$package" --scratch-path "$build" --build-tests > "$work/build.log" 2>&1
}

# The expression that finds the tests of some suites of the target, which may stand inside others.
filter() { echo "^$target\\.(.*/)?($(echo "$*" | tr ' ' '|'))/"; }

# Runs suites, and stops at the first failure or after the limit. Sets `outcome`: passed, or how they failed.
run_tests() {
    local log="$work/test.log" start=$SECONDS code=0 binary
    binary=$(ls "$build"/debug/*PackageTests.xctest)
    (cd "$tree/$package" && SWIFT_BACKTRACE=enable=no exec "$binary" --testing-library swift-testing --filter "$(filter "$@")") \
        > "$log" 2>&1 &
    child=$!
    outcome=
    # What the shell itself says of a process that crashes is not wanted.
    {
        while kill -0 "$child"; do
            sleep 0.2
            if grep -qE '^✘ Test .* recorded an issue' "$log"; then break; fi
            if [ $((SECONDS - start)) -ge "$limit" ]; then outcome="no end after $limit s"; break; fi
        done
        kill -9 "$child" || true
        wait "$child" || code=$?
    } 2> /dev/null
    child=
    if [ -n "$outcome" ]; then return; fi
    outcome=$(sed -nE '/^✘ Test .* recorded an issue/{s/^✘ Test "?(.*[^"])"? recorded an issue.*/\1/p;q;}' "$log")
    if [ -n "$outcome" ]; then return; fi
    case $code in
        0) outcome=passed ;;
        69) outcome='no test' ;;
        *) outcome="the tests crashed (exit code $code)" ;;
    esac
}

# Builds a target's tests as they are; they have to pass, or else nothing that they say of a fault means anything. Sets
# `limit`, the seconds that they may take with a fault: one that makes them hang is found, too.
baseline() {
    local index used='' start
    enter "$1"
    for index in "${chosen[@]}"; do
        if [ "${targets[$index]}" = "$1" ]; then used+=" ${suites[$index]}"; fi
    done
    echo "Building the tests of $1 (the first time takes minutes)" >&2
    build || { grep -E 'error:' "$work/build.log" | head -5 >&2; error "$1 does not build"; }
    start=$SECONDS limit=3600
    run_tests $(echo "$used" | tr ' ' '\n' | sort -u)
    [ "$outcome" = passed ] || error "without any fault, the tests of $1 fail: $outcome"
    limit=$((20 + 2 * (SECONDS - start)))
}

# Puts one fault in, and sets `outcome` and `result`: killed, survived or wrong.
try_mutant() {
    local index=$1 file="${files[$1]}" content
    # From the copy: somebody may be working on the sources meanwhile.
    content=$(< "$tree/$file")
    printf '%s\n' "${content%%"${olds[$index]}"*}${news[$index]}${content#*"${olds[$index]}"}" > "$tree/$file"
    if build; then
        run_tests ${suites[$index]}
        if [ "$outcome" = passed ]; then result=survived; else result=killed; fi
    else
        result=wrong
        outcome="does not compile: $(sed -nE '/error: /{s/.*error: //p;q;}' "$work/build.log")"
    fi
    printf '%s\n' "$content" > "$tree/$file"
}

row() { printf '| %-40s | %-70.70s | %7s |\n' "$@"; }

child=
trap '[ -z "$child" ] || kill -9 "$child" 2> /dev/null || true; exit 130' INT TERM

read_mutants
check_mutants || exit 1
if [ "${1-}" = --check ]; then
    echo "${#names[@]} mutants: each text stands once in its file, and each suite is there"
    exit 0
fi

chosen=()
for index in "${!names[@]}"; do
    for name in "${@:-${names[$index]}}"; do
        if [ "$name" = "${names[$index]}" ]; then chosen+=("$index"); fi
    done
done
[ "${#chosen[@]}" -gt 0 ] || error "no mutant has that name"

copy_tree
target='' limit=0 killed=0
row mutant 'killed by' seconds
row ---------------------------------------- ---------------------------------------------------------------------- ------:
for index in "${chosen[@]}"; do
    if [ "$target" != "${targets[$index]}" ]; then baseline "${targets[$index]}"; fi
    start=$SECONDS
    try_mutant "$index"
    case $result in
        killed) killed=$((killed + 1)) ;;
        survived) outcome='NOTHING: it survives' ;;
        wrong) outcome="ERROR: $outcome" ;;
    esac
    row "${names[$index]}" "$outcome" $((SECONDS - start))
done
echo
echo "killed: $killed of ${#chosen[@]}, in $((SECONDS / 60)) min"
[ "$killed" = "${#chosen[@]}" ]
