"""Writes manifests with rsconnect-python: a JSON list of requests on standard input, their manifests on standard output.

A request is the arguments of `rsconnect write-manifest`, or, for what that needs Quarto for or does not offer, a call. The request
`export` is for the requirements that rsconnect makes of a lock.
"""

import contextlib
import json
import os
import sys
from pathlib import Path

from rsconnect.bundle import create_html_manifest, make_quarto_manifest
from rsconnect.environment import Environment
from rsconnect.main import cli
from rsconnect.models import AppModes
from rsconnect.subprocesses.inspect_environment import uv_export


def answer(request):
    directory = request["directory"]
    os.chdir(directory)
    if request["what"] == "export":
        return uv_export(directory, "uv.lock")["contents"]
    if request["what"] == "html":
        return create_html_manifest(directory, None, [], []).get_flattened_copy().data
    if request["what"] == "quarto":
        environment = None
        if "jupyter" in request["inspection"]["engines"]:
            environment = Environment.create_python_environment(directory, package_manager="uv")
        mode = AppModes.get_by_name(request["mode"])
        return make_quarto_manifest(directory, request["inspection"], mode, environment, [], [])[0]
    with contextlib.redirect_stdout(sys.stderr):
        cli.main(["write-manifest", *request["arguments"]], standalone_mode=False)
    return json.loads(Path(directory, "manifest.json").read_text())


json.dump([answer(request) for request in json.load(sys.stdin)], sys.stdout)
