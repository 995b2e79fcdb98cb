#!/usr/bin/env bash
# Has PyYAML, ruamel.yaml, Yams and yamllint read the table of documents.json and every spec, and compares that with Waybill.
# They are installed into .build-yaml, from PyPI and GitHub; YAMS=no leaves Yams out. RECORD=1 writes their readings into
# readings.json; RECORD_FIXTURES=1 swift test --package-path Generator --filter YAMLReadersTests writes Waybill's.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
build=$PWD/.build-yaml

if [ ! -x "$build/venv/bin/yamllint" ]; then
  command -v python3 > /dev/null || { echo "error: no python3 on the PATH, which PyYAML, ruamel.yaml and yamllint need" >&2; exit 1; }
  echo "Installing PyYAML, ruamel.yaml and yamllint into ${build#"$PWD"/}"
  { python3 -m venv "$build/venv" && "$build/venv/bin/pip" install --quiet pyyaml==6.0.3 ruamel.yaml==0.19.1 yamllint==1.38.0; } || {
    echo "error: this needs python3 with venv and pip, and a way to PyPI; nothing was compared" >&2; exit 1; }
fi
if [ "${YAMS:-}" = no ]; then
  unset YAMS; echo "Without Yams: what was recorded of it stands"
else
  swift build --package-path Tests/YAMLReaders/YamsReader --scratch-path "$build/yams" > "$build/yams.log" 2>&1 || {
    tail -5 "$build/yams.log" >&2
    echo "error: Yams cannot be built, which needs a way to GitHub; YAMS=no leaves it out; nothing was compared" >&2; exit 1; }
  YAMS="$(swift build --package-path Tests/YAMLReaders/YamsReader --scratch-path "$build/yams" --show-bin-path)/yams-reader"
  export YAMS
fi

echo "Reading the table"
"$build/venv/bin/python" Tests/YAMLReaders/record.py
echo "Reading the specs"
git ls-files -co --exclude-standard -- '*.yaml' | grep -v '^\.' | xargs "$build/venv/bin/python" Tests/YAMLReaders/record.py > "$build/specs.json"
"$build/venv/bin/yamllint" --strict $(git ls-files -co --exclude-standard -- '*.yaml')
YAML_READINGS="$build/specs.json" swift test --package-path Generator --filter YAMLReadersTests
