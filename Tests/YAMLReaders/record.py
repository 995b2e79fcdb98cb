"""What other readers of YAML make of texts: each reading on one line, so that readings can be compared.

record.py            compares readings.json with what the readers make of documents.json now; RECORD=1 writes it
record.py FILE...    prints the readings of files, for the test that compares them with Waybill's own

The environment variable YAMS names a program that reads texts as Yams does; without it Yams keeps what was recorded.
"""

import datetime
import json
import os
import subprocess
import sys

import yaml
from ruamel.yaml import YAML


def notation(value):
    """A value on one line: numbers, `true`, `null` and `date` plain, text in quotes."""
    if value is None or isinstance(value, bool):
        return json.dumps(value)
    if isinstance(value, (int, float)):
        return repr(value + 0)
    if isinstance(value, (datetime.date, datetime.datetime)):
        return "date"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{notation(key)}: {notation(element)}" for key, element in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(map(notation, value)) + "]"
    # Halves of a surrogate pair are no text.
    whole = str(value).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return json.dumps(whole, ensure_ascii=False)


def pyyaml(text):
    return yaml.safe_load(text)


def ruamel(text):
    return YAML(typ="safe", pure=True).load(text)


def reading(read, text):
    try:
        return notation(read(text))
    except Exception:  # any refusal is one
        return "error"


def yams(texts):
    program = os.environ.get("YAMS")
    if not program:
        return None
    run = subprocess.run([program], input=json.dumps(texts), capture_output=True, text=True, check=True)
    return json.loads(run.stdout)


def readings(texts):
    rows = [{"text": text, "PyYAML": reading(pyyaml, text), "ruamel.yaml": reading(ruamel, text)} for text in texts]
    for row, other in zip(rows, yams(texts) or []):
        row["Yams"] = other
    return rows


def documents(folder):
    """The table: every plain text as a value, between brackets and as a key, and whole documents."""
    with open(f"{folder}/documents.json", encoding="utf-8") as file:
        table = json.load(file)
    forms = ["a: {}\n", "a: [{}]\n", "{}: 1\n"]
    return [form.replace("{}", text) for text in table["plain"] for form in forms] + table["documents"]


def lines(rows):
    return "[\n" + ",\n".join(json.dumps(row, ensure_ascii=True) for row in rows) + "\n]\n"


def merged(old, new):
    """The columns in their order: the test writes that of Waybill, and Yams may be left out."""
    names = ["text", "Waybill", "PyYAML", "Yams", "ruamel.yaml"]
    return {name: {**old, **new}[name] for name in names if name in {**old, **new}}


def table(folder):
    path = f"{folder}/readings.json"
    old = {}
    if os.path.exists(path):
        with open(path, encoding="utf-8") as file:
            old = {row["text"]: row for row in json.load(file)}
    rows = [merged(old.get(row["text"], {}), row) for row in readings(documents(folder))]
    if os.environ.get("RECORD"):
        with open(path, "w", encoding="utf-8") as file:
            file.write(lines(rows))
        return 0
    changed = [row for row in rows if old.get(row["text"]) != row]
    for row in changed:
        print(f"was {json.dumps(old.get(row['text']))}\nis  {json.dumps(row)}")
    print(f"{len(rows)} texts, {len(changed)} read differently than recorded")
    return 1 if changed or {row["text"] for row in rows} != set(old) else 0


def files(paths):
    texts = []
    for path in paths:
        with open(path, encoding="utf-8", newline="") as file:
            texts.append(file.read())
    print(lines([{"path": path, **row} for path, row in zip(paths, readings(texts))]), end="")
    return 0


if __name__ == "__main__":
    sys.exit(files(sys.argv[1:]) if sys.argv[1:] else table(os.path.dirname(os.path.abspath(__file__))))
