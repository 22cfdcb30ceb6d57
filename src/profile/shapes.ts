/**
 * Shapes of JSON values, told as data: a document is checked against them here, and jsonschema.ts tells
 * them to editors. No code is made of them, which strict content security policies would forbid.
 */
import { nearest } from './nearest.ts';
import { criterionKeys } from './queries.ts';

type Path = readonly PropertyKey[];

/** What is wrong with a value, before it has words; the path is told from the value. */
export interface Fault {
  readonly path: Path;
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>>;
  /** The value, or a part of it, is not of its shape: no rule about it can be asked. */
  readonly grave?: boolean;
}

/** A rule beyond shape: `code` names it, errors.ts has its words. */
export interface Rule {
  readonly code: string;
  readonly holds: (value: never) => boolean;
  /** Where it is broken later ones are not asked, and of a union another branch may be meant. */
  readonly first?: boolean;
}

interface Size {
  readonly least?: number;
  readonly most?: number;
}
export type Shape = { readonly rules?: readonly Rule[] } & (
  | ({ readonly kind: 'text'; readonly pattern?: RegExp } & Size)
  | ({ readonly kind: 'number' | 'int' } & Size)
  | { readonly kind: 'words'; readonly words: readonly (string | number)[] }
  | ({ readonly kind: 'list'; readonly of: Shape } & Required<Size>)
  | {
      readonly kind: 'object';
      readonly keys: Readonly<Record<string, Shape>>;
      readonly required: readonly string[];
    }
  | { readonly kind: 'record'; readonly name: Shape; readonly of: Shape }
  | { readonly kind: 'union'; readonly of: readonly Shape[] }
  | { readonly kind: 'later'; readonly of: () => Shape }
);

export function text(size: Size, ...rules: readonly Rule[]): Shape {
  return { kind: 'text', ...size, rules };
}

/** A text of a pattern; where it is not, `code` says so. */
export function textLike(pattern: RegExp, code: string): Shape {
  return { kind: 'text', pattern, rules: [{ code, holds: (value) => pattern.test(value) }] };
}

export function words(...values: readonly (string | number)[]): Shape {
  return { kind: 'words', words: values };
}

export function list(of: Shape, least: number, most: number): Shape {
  return { kind: 'list', of, least, most };
}

/** An object with these keys and no others; `"key?"` may be left out. */
export function object(marked: Readonly<Record<string, Shape>>, ...rules: readonly Rule[]): Shape {
  const entries = Object.entries(marked).map(([key, of]) => [key.replace('?', ''), of] as const);
  const required = Object.keys(marked).filter((key) => !key.endsWith('?'));
  return { kind: 'object', keys: Object.fromEntries(entries), required, rules };
}

export function union(...of: readonly Shape[]): Shape {
  return { kind: 'union', of };
}

/** All faults of a value, in the order of its shape; none where it fits. */
export function faultsOf(shape: Shape, value: unknown): readonly Fault[] {
  const faults = [...partFaults(shape, value)];
  for (const { code, holds, first = false } of shape.rules ?? []) {
    if (isGrave(faults)) break;
    if (!holds(value as never)) faults.push({ ...fault(code), grave: first });
  }
  return faults;
}

/** Every key that a value of a shape may have, at any depth. */
export function keysOf(shape: Shape, seen = new Set<Shape>()): readonly string[] {
  if (seen.has(shape)) return [];
  seen.add(shape);
  const keys = shape.kind === 'object' ? Object.keys(shape.keys) : [];
  return [...keys, ...partsOf(shape).flatMap((part) => keysOf(part, seen))];
}

function partsOf(shape: Shape): readonly Shape[] {
  switch (shape.kind) {
    case 'object':
      return Object.values(shape.keys);
    case 'union':
      return shape.of;
    case 'later':
      return [shape.of()];
    case 'list':
    case 'record':
      return [shape.of];
    default:
      return [];
  }
}

function partFaults(shape: Shape, value: unknown): readonly Fault[] {
  switch (shape.kind) {
    case 'text':
      return typeof value === 'string'
        ? sizeFaults(shape, value.trim().length, 'too-few')
        : [wrongType('string')];
    case 'number':
    case 'int':
      if (!Number.isFinite(value)) return [wrongType('number')];
      if (shape.kind === 'int' && !Number.isSafeInteger(value)) return [wrongType('int')];
      return sizeFaults(shape, value as number, 'too-low');
    case 'words':
      return shape.words.some((word) => word === value) ? [] : [notOneOf(shape.words, value)];
    case 'list':
      if (!Array.isArray(value)) return [wrongType(shape.most === 2 ? 'tuple' : 'array')];
      return [
        ...value.flatMap((each: unknown, at) => below(at, faultsOf(shape.of, each))),
        ...sizeFaults(shape, value.length, 'too-few'),
      ];
    case 'object':
      return isObject(value) ? objectFaults(shape, value) : [wrongType('object')];
    case 'record':
      if (!isObject(value)) return [wrongType('record')];
      return Object.entries(value).flatMap(([key, each]) => {
        const faults = faultsOf(shape.name, key);
        return below(
          key,
          faults.length > 0
            ? faults.map((of) => ({ ...of, grave: true }))
            : faultsOf(shape.of, each),
        );
      });
    case 'union':
      return unionFaults(shape.of, value);
    case 'later':
      return faultsOf(shape.of(), value);
  }
}

function sizeFaults({ least, most }: Size, size: number, low: string): readonly Fault[] {
  return [
    ...(least !== undefined && size < least
      ? [fault(low === 'too-few' && least === 1 ? 'empty' : low, { least })]
      : []),
    ...(most !== undefined && size > most ? [fault('too-much', { most })] : []),
  ];
}

function objectFaults(
  { keys, required }: Extract<Shape, { kind: 'object' }>,
  value: Loose,
): readonly Fault[] {
  return [
    ...Object.entries(keys).flatMap(([key, shape]) =>
      Object.hasOwn(value, key)
        ? below(key, faultsOf(shape, value[key]))
        : required.includes(key)
          ? below(key, [graveFault('missing', { key })])
          : [],
    ),
    ...Object.keys(value)
      .filter((key) => !Object.hasOwn(keys, key))
      .flatMap((key) => below(key, [fault('unknown-key', { key })])),
  ];
}

/** Of a union only the branch that was meant is reported. */
function unionFaults(of: readonly Shape[], value: unknown): readonly Fault[] {
  const branches = of.map((shape) => faultsOf(shape, value));
  if (branches.some((faults) => faults.length === 0)) return [];
  const [near, ...others] = branches.filter((faults) => !isGrave(faults));
  if (near && others.length === 0) return near;
  return meantOf(branches, value).map((each) => ({ ...each, grave: true }));
}

type Branch = readonly Fault[];

/** The branch that knows most of the keys there are. */
function meantOf(branches: readonly Branch[], value: unknown): Branch {
  // A window may be a word, so anything else in its place is told which words there are.
  if (!isObject(value))
    return (
      branches.find((faults) => faults.every(({ code }) => code !== 'wrong-type')) ?? [
        wrongType('object'),
      ]
    );
  const keys = Object.keys(value);
  if (branches.some(isOfCriterion)) {
    if (keys.length === 0) return [fault('no-criterion')];
    const known = keys.filter(isCriterionKey);
    if (known.length > 1) return [fault('two-criteria', { keys: known })];
  }
  const [meant = []] = branches
    .filter(isForObjects)
    .sort(
      (a, b) =>
        Number(isOfOtherType(a)) - Number(isOfOtherType(b)) ||
        strangersIn(a).length - strangersIn(b).length ||
        a.length - b.length,
    );
  // Where every key is wrong, what else is missing is not the author's fault.
  const strangers = strangersIn(meant);
  return strangers.length > 0 && strangers.length === keys.length ? strangers : meant;
}

/** Whether a branch asks for a criterion's key: so do those of `concurrent` and `sequence`. */
function isOfCriterion(faults: Branch): boolean {
  return faults.some((each) => !isStranger(each) && isCriterionKey(each.path[0]));
}

function isCriterionKey(key: unknown): boolean {
  return criterionKeys.some((each) => each === key);
}

/** The branches of words (of a window), and of a name (of a code set), refuse every object. */
function isForObjects(faults: Branch): boolean {
  return !faults.some(
    ({ code, path }) => path.length === 0 && (code === 'wrong-type' || code === 'not-one-of'),
  );
}

/** An information item is told by its `type`. */
function isOfOtherType(faults: Branch): boolean {
  return faults.some(({ path: [key] }) => key === 'type');
}

/** The keys that a branch does not know. */
function strangersIn(faults: Branch): Branch {
  return faults.filter(isStranger);
}

function isStranger({ code, path }: Fault): boolean {
  return code === 'unknown-key' && path.length === 1;
}

function isGrave(faults: readonly Fault[]): boolean {
  return faults.some(({ grave }) => grave);
}

function fault(code: string, details: Fault['details'] = {}): Fault {
  return { path: [], code, details };
}

function graveFault(code: string, details: Fault['details']): Fault {
  return { ...fault(code, details), grave: true };
}

function wrongType(expected: string): Fault {
  return graveFault('wrong-type', { expected });
}

function notOneOf(values: readonly (string | number)[], value: unknown): Fault {
  const suggestion = typeof value === 'string' ? nearest(value, values.map(String)) : undefined;
  return graveFault('not-one-of', { values, suggestion });
}

function below(key: PropertyKey, faults: readonly Fault[]): readonly Fault[] {
  return faults.map((each) => ({ ...each, path: [key, ...each.path] }));
}

type Loose = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
