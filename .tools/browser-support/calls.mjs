/** What of the browser's own objects a module uses, by the types of what it calls. */
import ts from 'typescript';
import { data, lackedBy, readers, targets } from './targets.mjs';

const { api } = data;
const builtins = data.javascript.builtins;

/**
 * Names of what a supported browser lacks anywhere: only of these it matters whose they are, which costs time. What
 * TypeScript's own libraries (`lib` in tsconfig.json) do not declare cannot be used; and members of what is lacking
 * whole are not among them: nobody has such an object who has not named it, or what gives it.
 */
export function lackingNames(program) {
  const declared = declaredMembers(program);
  return new Set(
    [api, builtins, builtins.Intl].flatMap((table) =>
      Object.entries(table).flatMap(([owner, members]) => {
        if (isLacking(members)) return [owner];
        return Object.entries(members)
          .filter(([, feature]) => isLacking(feature))
          .map(([member]) => member.replace(/_static$/, ''))
          .filter((member) => owner === 'Window' || declared.has(`${owner}.${member}`));
      }),
    ),
  );
}

const isLacking = (feature) =>
  [targets, readers].some((bar) => lackedBy(feature, false, bar).length > 0);

/** `Owner.member` of every interface and variable of the libraries; a mixin's members are those of all who mix it in. */
function declaredMembers(program) {
  const own = new Map();
  const bases = new Map();
  const add = (map, key, values) => map.set(key, [...(map.get(key) ?? []), ...values]);
  for (const file of program.getSourceFiles()) {
    if (!program.isSourceFileDefaultLibrary(file)) continue;
    for (const each of file.statements) {
      if (ts.isInterfaceDeclaration(each)) {
        const name = each.name.text.replace(/Constructor$/, '');
        add(own, name, each.members.map((member) => member.name?.getText(file)).filter(Boolean));
        for (const { types } of each.heritageClauses ?? [])
          add(
            bases,
            name,
            types.map(({ expression }) => expression.getText(file)),
          );
      }
      if (ts.isVariableStatement(each))
        for (const { name, type } of each.declarationList.declarations)
          if (type && ts.isTypeLiteralNode(type))
            add(
              own,
              name.getText(file),
              type.members.map((member) => member.name?.getText(file)),
            );
    }
  }
  const all = (name, seen = new Set()) => {
    if (seen.has(name)) return [];
    seen.add(name);
    return [
      ...(own.get(name) ?? []),
      ...(bases.get(name) ?? []).flatMap((base) => all(base, seen)),
    ];
  };
  return new Set([...own.keys()].flatMap((name) => all(name).map((member) => `${name}.${member}`)));
}

/**
 * The features of the DOM and of JavaScript that a file uses.
 *
 * @param lacking Which names to look at (`lackingNames`).
 * @returns {{ name: string, feature: object, at: number }[]}
 */
export function featuresOfCalls(file, checker, lacking) {
  const found = [];
  const use = (meant, node) => {
    const [name, feature] = meant || [];
    if (feature?.__compat) found.push({ name, feature, at: node.getStart() });
  };
  const visit = (node) => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node)) return;
    if (ts.isIdentifier(node) && lacking.has(node.text)) use(named(node, checker), node);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** What of the browser's own a name in a module means, if it does. */
function named(node, checker) {
  const { parent, text } = node;
  if (ts.isPropertyAccessExpression(parent) && parent.name === node) {
    const symbol = checker.getSymbolAtLocation(node);
    return isFromLib(symbol) && memberNamed(symbol, checker.getTypeAtLocation(parent.expression));
  }
  if (ts.isBindingElement(parent) && (parent.propertyName ?? parent.name) === node) {
    if (!ts.isObjectBindingPattern(parent.parent)) return undefined;
    const type = checker.getTypeAtLocation(parent.parent);
    const symbol = type.getProperty(text);
    return isFromLib(symbol) && memberNamed(symbol, type);
  }
  return isFromLib(checker.getSymbolAtLocation(node)) && globalNamed(text);
}

function isFromLib(symbol) {
  return symbol?.declarations?.some((each) =>
    /\/lib\.[\w.]+\.d\.ts$/.test(each.getSourceFile().fileName),
  );
}

function memberNamed(symbol, type) {
  const member = symbol.name;
  const declared = symbol.declarations.map(({ parent }) => parent?.name?.text).filter(Boolean);
  for (const owner of [...declared, ...namesOf(type)]) {
    const name = owner.replace(/Constructor$/, '').replace(/^Readonly(?=Array$|Map$|Set$)/, '');
    for (const [path, table] of [
      ['api', api],
      ['javascript.builtins', builtins],
    ]) {
      const feature = lookUp(table, name)?.[`${member}_static`] ?? lookUp(table, name)?.[member];
      if (feature?.__compat) return [`${path}.${name}.${member}`, feature];
    }
  }
  return globalNamed(member, declared);
}

/** `Intl.DateTimeFormat` stands below `Intl`. */
function lookUp(table, name) {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

function namesOf(type) {
  const names = [];
  const add = (each) => {
    const name = each?.symbol?.name;
    if (!name || names.includes(name)) return;
    names.push(name);
    for (const base of each.getBaseTypes?.() ?? []) add(base);
  };
  for (const each of type.isUnionOrIntersection() ? type.types : [type]) add(each);
  return names;
}

const globalOwners = new Set(['Window', 'WindowOrWorkerGlobalScope']);

function globalNamed(name, owners) {
  if (owners && !owners.some((each) => globalOwners.has(each))) return undefined;
  const found = lookUp(api, name) ?? api.Window[name];
  if (found?.__compat) return [`api.${name}`, found];
  const builtin = lookUp(builtins, name);
  return builtin?.__compat ? [`javascript.builtins.${name}`, builtin] : undefined;
}
