#!/usr/bin/env bash
# Writes a spec of so many operations: operations.sh COUNT FOLDER. Each resource has twenty, with four models, as APIs have that create,
# list, read, change and delete; each operation has its own body and example.
set -euo pipefail
count=$1
folder=$2
mkdir -p "$folder"
resources=$(((count + 19) / 20))

{
    cat << 'YAML'
---
waybill: 1
api: Depots
about: Many operations.

clients:
  DepotsClient:
    about: Keeps depots.
    servers: {production: https://api.depots.example.com}
    auth:
      credentials:
        apiKey: {about: The key.}
      headers: {Authorization: "Bearer {apiKey}"}
YAML
    echo "    resources: [$(seq -s ', ' -f 'shelf%.0f' 1 "$resources")]"
    cat << 'YAML'

errors:
  message: [message]
  code: [code]
  cases:
    notFound: {status: 404, about: There is no such shelf.}
YAML
} > "$folder/api.yaml"

awk -v count="$count" -v folder="$folder" '
    function line(text) { print text > file }
    function model(n) { return int(n / 5) }
    BEGIN {
        for (first = 0; first < count; first += 20) {
            resource = first / 20 + 1
            file = folder "/shelf" resource ".yaml"
            last = first + 19 < count ? first + 19 : count - 1
            line("---"); line("resource: shelf" resource); line("about: Keep shelf " resource "."); line(""); line("operations:")
            for (n = first; n <= last; n++) {
                line("  put" n ":")
                line("    about: Puts box " n " on a shelf.")
                line("    http: POST /v1/shelves" resource "/{shelf}/boxes" n)
                line("    path:")
                line("      shelf: {type: string, about: Which shelf.}")
                line("    body:")
                line("      label: {type: string, about: What is written on it.}")
                line("      weight: {type: \"double?\", about: Its weight in kilograms.}")
                line("      tags: {type: \"list<string>?\", about: Words to find it by.}")
                line("    success: 201")
                line("    returns: Box" model(n))
                line("    examples:")
                line("      one:")
                line("        arguments: {shelf: a, label: Cups, weight: 1.5}")
                line("        status: 201")
                line("        response: \047{\"id\":\"box_1\",\"label\":\"Cups\",\"weight\":1.5,\"created_at\":\"2026-05-01T03:38:10Z\"}\047")
            }
            line(""); line("models:")
            for (n = first; n <= last; n += 5) {
                line("  Box" model(n) ":")
                line("    about: Box " model(n) ".")
                line("    fields:")
                line("      id: {type: string, about: Its id.}")
                line("      label: {type: string, about: What is written on it.}")
                line("      weight: {type: \"double?\", about: Its weight in kilograms.}")
                line("      created_at: {type: timestamp, about: When it came.}")
            }
            close(file)
        }
    }'
