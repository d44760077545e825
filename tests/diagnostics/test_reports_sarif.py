"""The report as SARIF 2.1.0."""

import json
from typing import Any

import jsonschema

from tests.diagnostics.findings import ALL, SIGNATURE
from vnadmindocs.diagnostics import Place, Related, Text, diagnose
from vnadmindocs.diagnostics.catalogue import entry
from vnadmindocs.diagnostics.reports import Outcome, report

MESSAGE = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string"}}}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
COLUMN = {"type": "integer", "minimum": 1}
LOCATION = {
    "type": "object",
    "additionalProperties": False,
    "properties": {
        "message": MESSAGE,
        "physicalLocation": {
            "type": "object",
            "additionalProperties": False,
            "required": ["artifactLocation"],
            "properties": {
                "artifactLocation": {
                    "type": "object",
                    "properties": {"uri": {"type": "string", "pattern": r"^[!-~]+$"}},
                },
                "region": {
                    "type": "object",
                    "additionalProperties": False,
                    "required": ["startLine"],
                    "properties": {
                        "startLine": COLUMN,
                        "startColumn": COLUMN,
                        "endColumn": COLUMN,
                    },
                },
            },
        },
        "logicalLocations": {"type": "array", "items": {"type": "object"}},
    },
}
# What SARIF 2.1.0 says of the part we write (sections 3.13 to 3.49 of the standard).
SUBSET = {
    "type": "object",
    "required": ["version", "runs"],
    "properties": {
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["tool"],
                "properties": {
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "tool": {
                        "type": "object",
                        "required": ["driver"],
                        "properties": {
                            "driver": {
                                "type": "object",
                                "required": ["name"],
                                "properties": {
                                    "rules": {
                                        "type": "array",
                                        "uniqueItems": True,
                                        "items": {
                                            "type": "object",
                                            "required": ["id"],
                                            "properties": {
                                                "shortDescription": MESSAGE,
                                                "help": MESSAGE,
                                                "defaultConfiguration": {
                                                    "properties": {"level": LEVEL}
                                                },
                                            },
                                        },
                                    }
                                },
                            }
                        },
                    },
                    "results": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "required": ["message", "ruleId", "level"],
                            "properties": {
                                "message": MESSAGE,
                                "level": LEVEL,
                                "ruleIndex": {"type": "integer", "minimum": 0},
                                "locations": {"type": "array", "items": LOCATION},
                                "relatedLocations": {"type": "array", "items": LOCATION},
                            },
                        },
                    },
                },
            },
        },
    },
}


def _run(*arguments: Any) -> dict[str, Any]:
    document = json.loads(report(*arguments))
    jsonschema.validate(document, SUBSET)
    (run,) = document["runs"]
    assert isinstance(run, dict)
    return run


def test_the_report_keeps_to_the_standard() -> None:
    """Every finding, with and without lines, is a valid result; levels map to SARIF's three."""
    results = _run(ALL, "sarif")["results"]
    assert [(result["ruleId"], result["level"]) for result in results] == [
        ("PAG001", "note"),
        ("YML005", "error"),
        ("SIG002", "error"),
        ("REC001", "warning"),
    ]


def test_a_result_points_to_its_columns() -> None:
    """Columns are code points, the end column is the one after the last."""
    run = _run([SIGNATURE], "sarif")
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["results"][0]["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "thu.yaml"},
                "region": {"startLine": 14, "startColumn": 5, "endColumn": 17},
            },
            "logicalLocations": [{"fullyQualifiedName": "/ký"}],
        }
    ]


def test_a_rule_brings_its_page_in_both_languages() -> None:
    """The page comes from the catalogue; the language asked for is shown."""
    found = entry("OUT003")
    assert found is not None
    finding = diagnose(
        "OUT003",
        Place("b/thư.yaml"),
        file="b/thư.yaml",
        other="a/thư.yaml",
        output="thư.docx",
        related=(Related(Place("a/thư.yaml"), Text("tệp kia", "the other")),),
    )
    run = _run([finding], "sarif", "en", [Outcome("b/thư.yaml")])
    (rule,) = run["tool"]["driver"]["rules"]
    assert rule["id"] == "OUT003"
    assert rule["shortDescription"] == {"text": found.message.en}
    assert rule["help"] == {"text": found.page.en}
    assert rule["properties"]["help"] == {"vi": found.page.vi, "en": found.page.en}
    assert run["artifacts"] == [{"location": {"uri": "b/th%C6%B0.yaml"}}]
    assert run["results"][0]["relatedLocations"][0]["message"] == {"text": "the other"}
