// Programs that stand between Connect and an app which has no server of its own, for `python -c`. Connect's own are not public:
// that it brings them is known, and what they look for in a module (rsconnect-python, bundle.py).

/** Serves a WSGI or ASGI application. Arguments: `wsgi` or `asgi`, the entrypoint, host, port, root path. */
export const SERVE = `import importlib, os, sys
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

OBJECTS = ("app", "application")
FACTORIES = ("create_app", "make_app")


def load(entrypoint):
    name, _, attribute = entrypoint.partition(":")
    module = importlib.import_module(name.removesuffix(".py").replace("/", "."))
    if attribute:
        found = module
        for part in attribute.split("."):
            found = getattr(found, part)
        return found
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


kind, entrypoint, host, port, root_path = sys.argv[1:]
sys.path.insert(0, os.getcwd())
app = load(entrypoint)
if kind == "wsgi":
    # A Dash object is not WSGI itself: its Flask server is. Dash knows its own prefix.
    serve_wsgi(getattr(app, "server", app), host, int(port), "" if hasattr(app, "server") else root_path)
else:
    import uvicorn

    uvicorn.run(app, host=host, port=int(port), root_path=root_path)
`;

/** Runs a Gradio script, and launches its interface when the script only defines it. Argument: `<module or file[:object]>`. */
export const GRADIO = `import os, runpy, sys

name, _, attribute = sys.argv[1].partition(":")
path = name if name.endswith(".py") else name.replace(".", "/") + ".py"
sys.path[0] = os.path.dirname(os.path.abspath(path))
names = runpy.run_path(path, run_name="__main__")
for candidate in (attribute, "demo", "app", "iface"):
    if candidate in names:
        names[candidate].launch()
        break
else:
    sys.exit(f"{path} defines no interface named {attribute or 'demo, app or iface'}")
`;
