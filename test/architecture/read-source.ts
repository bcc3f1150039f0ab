import { parseSync } from 'vite';

/** One import as written: `runs` is false for what TypeScript erases. */
export type Import = { from: string; runs: boolean };

/** What the rules need to know of one source file: `whole` are variables used other than by a member, `name.member`. */
export type Source = { imports: Import[]; globals: Set<string>; whole: Set<string>; faults: string[] };

type Node = { type: string; [key: string]: unknown };

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

const childrenOf = (node: Node): [string, Node][] =>
  Object.entries(node).flatMap(([key, value]) =>
    (Array.isArray(value) ? value : [value]).filter(isNode).map((child): [string, Node] => [key, child]),
  );

const isFunction = (node: Node) => /Function/.test(node.type) && !node.type.startsWith('TS');

/** The names that a pattern binds: `a`, `{ a, b: c }`, `[a = 1, ...b]`. */
function namesIn(pattern: Node): string[] {
  if (pattern.type === 'Identifier') return [pattern.name as string];
  if (pattern.type === 'AssignmentPattern') return namesIn(pattern.left as Node);
  if (pattern.type === 'Property') return namesIn(pattern.value as Node);
  return childrenOf(pattern)
    .filter(([key]) => key !== 'typeAnnotation' && key !== 'decorators')
    .flatMap(([, child]) => namesIn(child));
}

/** The names declared in one function or module, without those of the functions inside it. */
function declaredIn(scope: Node): Set<string> {
  const names = new Set<string>();
  const add = (pattern: unknown) => {
    if (isNode(pattern)) for (const name of namesIn(pattern)) names.add(name);
  };
  const visit = (node: Node) => {
    if (node.type === 'VariableDeclarator') add(node.id);
    else if (node.type === 'CatchClause') add(node.param);
    else if (/^Import.*Specifier$/.test(node.type)) add(node.local);
    else if (/^(Function|Class)Declaration$/.test(node.type)) add(node.id);
    if (!isFunction(node)) for (const [, child] of childrenOf(node)) visit(child);
  };
  if (isFunction(scope)) for (const param of (scope.params as Node[]) ?? []) add(param);
  for (const [, child] of childrenOf(scope)) visit(child);
  return names;
}

/** True where an identifier is the name of a member or a key, not a variable that is read. */
function isOnlyAName(key: string, parent: Node): boolean {
  if (key === 'property' && parent.type === 'MemberExpression') return !parent.computed;
  if (key === 'key') return !parent.computed;
  return parent.type.startsWith('TS') && !/^TS(As|Satisfies|NonNull)/.test(parent.type);
}

/** `Math.max` rather than `Math`, so that a rule can tell one member from another. A bare `Math` stays itself. */
const memberOf = (name: string, key: string, parent: Node) =>
  name === 'Math' && key === 'object' && !parent.computed ? `Math.${(parent.property as Node).name}` : name;

const textOf = (node: unknown): string | undefined =>
  isNode(node) && node.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined;

/** The address that an expression loads: `import('…')`, `import('…').Type`, `new URL('…', import.meta.url)`. */
function loadedBy(node: Node): Import | undefined {
  if (node.type === 'ImportExpression') {
    const from = textOf(node.source);
    return from === undefined ? undefined : { from, runs: true };
  }
  if (node.type === 'TSImportType') {
    const from = textOf(node.source) ?? textOf(node.argument);
    return from === undefined ? undefined : { from, runs: false };
  }
  if (node.type !== 'NewExpression' || (node.callee as Node).name !== 'URL') return undefined;
  const [address, base] = node.arguments as Node[];
  const from = textOf(address);
  return from !== undefined && base?.type === 'MemberExpression' ? { from, runs: true } : undefined;
}

/** Reads imports (static, re-exported, dynamic, types, workers) and the variables of a source text. */
export function readSource(path: string, text: string): Source {
  const { program, module, errors } = parseSync(path, text);
  const imports: Import[] = [];
  const globals = new Set<string>();
  const whole = new Set<string>();

  for (const { moduleRequest, entries } of module.staticImports)
    imports.push({ from: moduleRequest.value, runs: !entries.length || entries.some((e) => !e.isType) });
  for (const { moduleRequest, isType } of module.staticExports.flatMap((e) => e.entries))
    if (moduleRequest) imports.push({ from: moduleRequest.value, runs: !isType });

  const visit = (node: Node, key: string, parent: Node, scopes: Set<string>[]) => {
    const loaded = loadedBy(node);
    if (loaded) imports.push(loaded);
    if (node.type === 'Identifier' && !isOnlyAName(key, parent)) {
      const name = node.name as string;
      const isMembers = key === 'object' && !parent.computed;
      if (!isMembers && !/Specifier$/.test(parent.type)) whole.add(name);
      if (!scopes.some((scope) => scope.has(name))) globals.add(memberOf(name, key, parent));
    }
    const inner = isFunction(node) || node.type === 'Program' ? [...scopes, declaredIn(node)] : scopes;
    for (const [childKey, child] of childrenOf(node)) visit(child, childKey, node, inner);
  };
  const root = program as unknown as Node;
  visit(root, '', root, []);
  return { imports, globals, whole, faults: errors.map((error) => error.message) };
}
