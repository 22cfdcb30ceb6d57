/** Applies a JSON Patch (RFC 6902: `add`, `remove`, `replace` and `move`). */
import { keysOf } from '../../json/paths.ts';
import type { PatchStep } from './types.ts';

/**
 * Answers a document with a fix applied; the one that was given is left as it is, and what no step touches is the same
 * in both.
 * @throws {RangeError} of a place that is not there.
 */
export function applyFix(document: unknown, fix: readonly PatchStep[]): unknown {
  return fix.reduce(applyStep, document);
}

function applyStep(document: unknown, step: PatchStep): unknown {
  if (step.op !== 'move') return changed(document, keysOf(step.path), step);
  const { from, path } = step;
  if (path === from) return document;
  if (path.startsWith(`${from}/`)) throw gone(path);
  const value = keysOf(from).reduce((part, key) => within(part, key, from), document);
  const without = applyStep(document, { op: 'remove', path: from });
  return applyStep(without, { op: 'add', path, value });
}

type Change = Exclude<PatchStep, { readonly op: 'move' }>;

/** A copy of each container on the way, and of nothing else. */
function changed(part: unknown, [key, ...rest]: readonly string[], step: Change): unknown {
  if (key === undefined) {
    if (step.op === 'remove') throw gone(step.path);
    return step.value;
  }
  if (rest.length > 0)
    return withPart(part, key, changed(within(part, key, step.path), rest, step));
  if (Array.isArray(part)) return changedList(part, key, step);
  if (typeof part !== 'object' || part === null) throw gone(step.path);
  if (step.op !== 'add') within(part, key, step.path);
  if (step.op !== 'remove') return withPart(part, key, step.value);
  return Object.fromEntries(Object.entries(part).filter(([name]) => name !== key));
}

function changedList(list: readonly unknown[], key: string, step: Change): readonly unknown[] {
  const index = key === '-' && step.op === 'add' ? list.length : Number(key);
  const most = step.op === 'add' ? list.length : list.length - 1;
  if (!/^(?:-|0|[1-9]\d*)$/.test(key) || !(index <= most)) throw gone(step.path);
  if (step.op === 'replace') return list.with(index, step.value);
  return step.op === 'add' ? list.toSpliced(index, 0, step.value) : list.toSpliced(index, 1);
}

/** A key may be called anything, `__proto__` too. */
function withPart(container: unknown, key: string, value: unknown): unknown {
  if (Array.isArray(container)) return (container as readonly unknown[]).with(Number(key), value);
  const entries = Object.entries(container as object);
  const at = entries.findIndex(([name]) => name === key);
  return Object.fromEntries(at < 0 ? [...entries, [key, value]] : entries.with(at, [key, value]));
}

function within(value: unknown, key: string, path: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) throw gone(path);
  return (value as Record<string, unknown>)[key];
}

function gone(path: string): RangeError {
  return new RangeError(`Nothing stands at ${path}: the document is another than was checked.`);
}
