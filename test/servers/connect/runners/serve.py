"""Serves a WSGI or ASGI application: serve.py wsgi|asgi <module[:object]> <host> <port> <root path>."""

import importlib
import os
import sys
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

# Connect looks for these when an entrypoint names a module only; the last two are factories.
OBJECTS = ("app", "application")
FACTORIES = ("create_app", "make_app")


def load(entrypoint):
    name, _, attribute = entrypoint.partition(":")
    module = importlib.import_module(name.removesuffix(".py").replace("/", "."))
    if attribute:
        return getattr(module, attribute)
    for candidate in OBJECTS:
        if hasattr(module, candidate):
            return getattr(module, candidate)
    for candidate in FACTORIES:
        if hasattr(module, candidate):
            return getattr(module, candidate)()
    sys.exit(f"No object named {', '.join(OBJECTS + FACTORIES)} was found in {name}")


class Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class Handler(WSGIRequestHandler):
    protocol_version = "HTTP/1.0"


def serve_wsgi(app, host, port, root_path):
    def mounted(environ, start_response):
        environ["SCRIPT_NAME"] = root_path
        return app(environ, start_response)

    make_server(host, port, mounted, Server, Handler).serve_forever()


def main():
    kind, entrypoint, host, port, root_path = sys.argv[1:]
    sys.path.insert(0, os.getcwd())
    app = load(entrypoint)
    if kind == "wsgi":
        # A Dash object is not WSGI itself: its Flask server is. Dash knows its own prefix.
        serve_wsgi(getattr(app, "server", app), host, int(port), "" if hasattr(app, "server") else root_path)
    else:
        import uvicorn

        uvicorn.run(app, host=host, port=int(port), root_path=root_path)


main()
