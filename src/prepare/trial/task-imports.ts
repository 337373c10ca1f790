/**
 * What is tried of a task. Running it would do its work (send the mails, write the tables), so it is not run:
 *
 * - its file is compiled as a whole, which finds what Python can't read;
 * - where it has `if __name__ == "__main__":`, the file is executed under another name, as an import of it would: by that line its
 *   author says that nothing is done then;
 * - where it has not, everything in it is the task. Only its import statements are executed, those at its left edge, and nothing else.
 *
 * Modules look for each other where they do when the file is run: in its own folder first.
 */
const TRY = `import ast, os, sys
path = sys.argv.pop(1)
sys.argv[0] = path
sys.path[0] = os.path.dirname(os.path.abspath(path))
with open(path, "rb") as file:
    source = file.read()
compile(source, path, "exec", dont_inherit=True)
tree = ast.parse(source, path)
has_guard = any(isinstance(node, ast.If) and "id='__name__'" in ast.dump(node.test) for node in tree.body)
if not has_guard:
    tree.body = [node for node in tree.body if isinstance(node, (ast.Import, ast.ImportFrom))]
exec(compile(tree, path, "exec", dont_inherit=True), {"__name__": "tried_out", "__file__": path, "__builtins__": __builtins__})
`;

/** The command that tries the task in `file` out, for a process in the folder of the bundle. */
export const tryTask = (python: string, file: string): readonly [string, ...string[]] => [python, '-c', TRY, file];
