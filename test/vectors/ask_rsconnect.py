"""Asks rsconnect-python what it makes of the inputs in rsconnect.json and prints the file anew.

    uv tool run --from 'rsconnect-python==1.32.0' python test/vectors/ask_rsconnect.py < inputs > test/vectors/rsconnect.json

Standard input is the file itself, or a part of it: the answers in it are not looked at.
"""

import json
import os
import sys
import tempfile
from pathlib import Path

from rsconnect import VERSION
from rsconnect.api import RSConnectExecutor
from rsconnect.bundle import (
    _default_title,
    create_file_list,
    resolve_shiny_express_entrypoint,
    validate_entry_point,
)
from rsconnect.pyproject import InvalidVersionConstraintError, adapt_python_requires, detect_python_version_requirement


def grow(files):
    folder = tempfile.mkdtemp()
    for name, text in files.items() if isinstance(files, dict) else ((name, "") for name in files):
        path = Path(folder) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return folder


def pin(text):
    try:
        return adapt_python_requires(text)
    except InvalidVersionConstraintError:
        return None


def or_none(work):
    try:
        return work()
    except Exception:
        return None


def excluded(case):
    folder = grow(case["files"])
    kept = or_none(lambda: create_file_list(folder, case.get("extra", []), case["exclude"]))
    return {**case, "kept": kept if kept is None else [name.replace(os.sep, "/") for name in kept]}


def name(title):
    return RSConnectExecutor.make_deployment_name(object.__new__(RSConnectExecutor), title, False)


given = json.load(sys.stdin)
print(
    json.dumps(
        {
            "about": "What rsconnect-python answers; made by ask_rsconnect.py. null: it refuses.",
            "version": VERSION,
            "pins": [{"text": one["text"], "requires": pin(one["text"])} for one in given["pins"]],
            "requires": [
                {"files": one["files"], "requires": detect_python_version_requirement(grow(one["files"]))}
                for one in given["requires"]
            ],
            "entrypoints": [
                {
                    "files": one["files"],
                    "given": one["given"],
                    "entrypoint": or_none(lambda: validate_entry_point(one["given"], grow(one["files"]))),
                }
                for one in given["entrypoints"]
            ],
            "shiny": [
                {
                    "path": one["path"],
                    "text": one["text"],
                    "entrypoint": resolve_shiny_express_entrypoint(one["path"], grow({one["path"]: one["text"]})),
                }
                for one in given["shiny"]
            ],
            "globs": [excluded(one) for one in given["globs"]],
            "titles": [{"path": one["path"], "title": _default_title(one["path"])} for one in given["titles"]],
            "names": [{"title": one["title"], "name": name(one["title"])} for one in given["names"]],
        },
        indent=1,
        ensure_ascii=True,
    )
)
