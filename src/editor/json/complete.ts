/** Completes keys and words of a profile by the format's JSON Schema, and names of code sets by the document. */
import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { syntaxTree } from '@codemirror/language';
import { isObject, type JsonObject } from '../../json/values.ts';
import { profileJsonSchema } from '../../profile/json-schema.ts';
import { keysAt, textOf, type SyntaxNode } from './parts.ts';

/** How a value is begun, by what the schema says that it is. */
const beginnings: Readonly<Record<string, string>> = { object: '{}', array: '[]', string: '""' };

/** The source of completions. The schema's descriptions are in English. */
export function completeProfile(context: CompletionContext): CompletionResult | null {
  const node = syntaxTree(context.state).resolveInner(context.pos, -1);
  const text = node.name === 'String' || node.name === 'PropertyName' ? node : undefined;
  if (!text && !context.explicit) return null;
  const object = objectOf(node);
  const isKey = node.name === 'PropertyName' || (object !== undefined && !isValue(node));
  const [from, to] = text ? [text.from, text.to] : [context.pos, context.pos];
  const options = isKey && object ? keysIn(context, object) : valuesAt(context, node);
  return options.length === 0 ? null : { from, to, options, validFor: /^"?[^"]*"?$/ };
}

function objectOf(node: SyntaxNode): SyntaxNode | undefined {
  for (let at: SyntaxNode | null = node; at; at = at.parent) {
    if (at.name === 'Object') return at;
    if (at.name === 'Array') return undefined;
  }
  return undefined;
}

function isValue(node: SyntaxNode): boolean {
  return node.name === 'String' || node.name === 'Property';
}

/** The keys that an object may have and does not have yet. */
function keysIn({ state, pos }: CompletionContext, object: SyntaxNode): readonly Completion[] {
  const names = object
    .getChildren('Property')
    .flatMap((each) => each.getChild('PropertyName') ?? [])
    .filter(({ from, to }) => pos < from || pos > to)
    .map((each) => textOf(state, each));
  const found = new Map<string, Completion>();
  for (const { properties } of schemasAt(keysAt(state, object.from + 1)))
    for (const [key, part] of Object.entries(isObject(properties) ? properties : {})) {
      if (names.includes(key) || found.has(key)) continue;
      const [type] = resolved(part).map(({ type: each }) => each);
      found.set(key, {
        label: `"${key}"`,
        apply: `"${key}": ${beginnings[String(type)] ?? ''}`,
        ...describedBy(part),
      });
    }
  return [...found.values()];
}

/** The words that a value may be. */
function valuesAt({ state, pos }: CompletionContext, node: SyntaxNode): readonly Completion[] {
  const keys = keysAt(state, node.name === 'String' ? node.from + 1 : pos);
  const words = schemasAt(keys).flatMap((each): readonly unknown[] =>
    Array.isArray(each['enum']) ? each['enum'] : 'const' in each ? [each['const']] : [],
  );
  const sets = keys.at(-1) === 'codes' && keys.length > 1 ? codeSetsOf(state.doc.toString()) : [];
  return [...new Set([...sets, ...words])].map((word) => ({ label: JSON.stringify(word) }));
}

/** Of a text that is half written none. */
function codeSetsOf(text: string): readonly string[] {
  try {
    const document: unknown = JSON.parse(text);
    return isObject(document) && isObject(document['codes']) ? Object.keys(document['codes']) : [];
  } catch {
    return [];
  }
}

let schema: JsonObject | undefined;

/** What the schema says of a place: of a union, each of its branches. */
function schemasAt(keys: readonly (string | number)[]): readonly JsonObject[] {
  schema ??= profileJsonSchema();
  return keys.reduce<readonly JsonObject[]>(
    (among, key) => among.flatMap((each) => partOf(each, key)).flatMap(resolved),
    resolved(schema),
  );
}

function partOf(each: JsonObject, key: string | number): readonly unknown[] {
  if (typeof key === 'number') return 'items' in each ? [each['items']] : [];
  const { properties, additionalProperties } = each;
  if (isObject(properties) && Object.hasOwn(properties, key)) return [properties[key]];
  return isObject(additionalProperties) ? [additionalProperties] : [];
}

/** A schema without references and unions: what they stand for. */
function resolved(part: unknown): readonly JsonObject[] {
  if (!isObject(part)) return [];
  const { $ref, anyOf, oneOf, allOf } = part;
  if (typeof $ref === 'string') return resolved(definition($ref));
  const branches = [anyOf, oneOf, allOf].flatMap((each): readonly unknown[] =>
    Array.isArray(each) ? each : [],
  );
  return branches.length > 0 ? branches.flatMap(resolved) : [part];
}

function definition(reference: string): unknown {
  return reference
    .split('/')
    .slice(1)
    .reduce<unknown>((at, key) => (isObject(at) ? at[key] : undefined), schema);
}

function describedBy(part: unknown): Pick<Completion, 'info'> {
  const own = isObject(part) ? part['description'] : undefined;
  const [described] = resolved(part).map(({ description }) => description);
  const info = own ?? described;
  return typeof info === 'string' ? { info } : {};
}
