#!/usr/bin/env python3
"""Holds each file's imports against the manifest, and each file's size against its limit.

SwiftPM's own check lets transitive imports through, so this reads every `import` under Sources and
Tests and wants it among the declared dependencies of the file's target. Features are held to 200
lines a file, Platform to 400; exceptions are listed with their reason in docs/adr/0002-the-house.md.
"""
import json
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
TOOLCHAIN = {
    "Swift", "Glibc", "Foundation", "FoundationEssentials", "Testing", "Dispatch",
    "Synchronization", "PackageDescription",
}
LIMITS = {"Sources/Features": 200, "Sources/Partnership": 200, "Sources/Application": 200,
          "Sources/Platform": 400, "Sources/HamletReader": 400}
IMPORT = re.compile(
    r"^\s*(?:@\w+(?:\(\w+\))?\s+)*(?:public|package|internal|fileprivate|private)?\s*import\s+"
    r"(?:(?:struct|class|enum|protocol|func|typealias|var|let)\s+)?(\w+)", re.M)


def targets():
    described = subprocess.run(
        ["swift", "package", "describe", "--type", "json"], cwd=ROOT, check=True,
        capture_output=True, text=True)
    return json.loads(described.stdout)["targets"]


def undeclared():
    for target in targets():
        if target["type"] == "system-target":
            continue
        allowed = set(target.get("target_dependencies", [])) | {target["name"]} | TOOLCHAIN
        for source in target["sources"]:
            if not source.endswith(".swift"):
                continue
            path = pathlib.Path(target["path"], source)
            for module in IMPORT.findall((ROOT / path).read_text()):
                if module not in allowed:
                    yield f"{path}: imports {module}, which {target['name']} does not declare"


def oversized():
    allowed = (ROOT / "docs/adr/0002-the-house.md").read_text()
    for folder, limit in LIMITS.items():
        for path in sorted((ROOT / folder).rglob("*.swift")):
            lines = len(path.read_text().splitlines())
            name = path.relative_to(ROOT)
            if lines > limit and f"`{name}`" not in allowed:
                yield f"{name}: {lines} lines, the limit is {limit}"


faults = [*undeclared(), *oversized()]
print("\n".join(faults), end="\n" if faults else "", file=sys.stderr)
sys.exit(1 if faults else 0)
