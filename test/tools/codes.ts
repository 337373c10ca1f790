import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';

const ROOT = resolve(import.meta.dirname, '../..');

/**
 * Every code that a finding of `src/` can have, with the places that give it (`src/gate.ts:17`): the texts that stand where a
 * property `code` of an object is set, and where a function is called that has a parameter `code`. Reads the syntax only: a
 * check by types takes many times as long.
 */
export function givenCodes(): ReadonlyMap<string, readonly string[]> {
  const names = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' });
  const files = names
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `src/${name.replaceAll('\\', '/')}`)
    .map((path) => ts.createSourceFile(path, readFileSync(join(ROOT, path), 'utf8'), ts.ScriptTarget.ES2024, true));
  const all = [...files.flatMap(builders), ...files.flatMap(takers)];
  /** The function that a call in this place means: the innermost of that name, else one that another file exports. */
  const taker = (name: string, call: ts.Node): Taker | undefined =>
    all.findLast((one) => one.name === name && isWithin(call, one.scope)) ??
    all.find((one) => one.name === name && one.isExported);
  const codes = new Map<string, string[]>();

  const collect = (node: ts.Expression): void => {
    if (ts.isConditionalExpression(node)) {
      collect(node.whenTrue);
      collect(node.whenFalse);
    } else if (ts.isStringLiteralLike(node) && node.text !== '') {
      const file = node.getSourceFile();
      const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      codes.set(node.text, [...(codes.get(node.text) ?? []), `${file.fileName}:${line}`]);
    }
  };
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && /^(?:code|\w+Code)$/.test(node.name.getText())) collect(node.initializer);
    if (ts.isCallExpression(node)) {
      const found = taker(calledIn(node), node);
      const argument = found && node.arguments[found.position];
      if (argument) collect(argument);
    }
    ts.forEachChild(node, visit);
  };
  for (const file of files) visit(file);
  return codes;
}

/** What is called; of `(isSure ? error : warning)(…)` the first, as both take the same. */
function calledIn({ expression }: ts.CallExpression): string {
  const inner = ts.isParenthesizedExpression(expression) ? expression.expression : expression;
  return (ts.isConditionalExpression(inner) ? inner.whenTrue : inner).getText();
}

type Taker = {
  readonly name: string;
  /** Which of its parameters is the code. */
  readonly position: number;
  readonly scope: ts.Node;
  readonly isExported: boolean;
};

/** `export const error = builder('error')`: what `builder` answers takes the code first. */
const builders = (file: ts.SourceFile): Taker[] =>
  [...file.text.matchAll(/^export const (\w+) = builder\(/gm)].map(([, name = '']) => ({
    ...{ name, position: 0, scope: file, isExported: true },
  }));

/** The functions of a file that take a code; those of an outer scope come first. */
function takers(file: ts.SourceFile): Taker[] {
  const found: Taker[] = [];
  const visit = (node: ts.Node, scope: ts.Node): void => {
    if (ts.isFunctionDeclaration(node) || ts.isArrowFunction(node)) {
      const declared = ts.isArrowFunction(node) ? node.parent : node;
      const name = ts.isVariableDeclaration(declared) || ts.isFunctionDeclaration(declared) ? declared.name : undefined;
      const position = node.parameters.findIndex((parameter) => parameter.name.getText() === 'code');
      const statement = ts.isArrowFunction(node) ? declared.parent.parent : node;
      const isExported = scope === file && statement.getText().startsWith('export ');
      if (name && position >= 0) found.push({ name: name.getText(), position, scope, isExported });
    }
    const inner = ts.isBlock(node) ? node : scope;
    ts.forEachChild(node, (child) => visit(child, inner));
  };
  visit(file, file);
  return found;
}

const isWithin = (node: ts.Node, scope: ts.Node): boolean =>
  node.getSourceFile() === scope.getSourceFile() && node.pos >= scope.pos && node.end <= scope.end;
