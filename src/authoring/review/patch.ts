/** Applies the fix of a finding (JSON Patch, RFC 6902: `add`, `remove` and `replace` alone). */
import type { PatchStep } from './types.ts';

/**
 * Answers a document with a fix applied; the one that was given is left as it is.
 * @throws {RangeError} of a place that is not there.
 */
export function applyFix(document: unknown, fix: readonly PatchStep[]): unknown {
  const copy: unknown = structuredClone(document);
  for (const step of fix) apply(copy, step);
  return copy;
}

function apply(document: unknown, step: PatchStep): void {
  const keys = step.path
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  const last = keys.pop();
  let parent = document;
  for (const key of keys) parent = within(parent, key, step);
  if (last === undefined || typeof parent !== 'object' || parent === null) throw gone(step);
  if (Array.isArray(parent)) changeList(parent, last, step);
  else {
    if (step.op !== 'add') within(parent, last, step);
    const object = parent as Record<string, unknown>;
    if (step.op === 'remove') delete object[last];
    else
      Object.defineProperty(object, last, {
        value: step.value,
        configurable: true,
        enumerable: true,
        writable: true,
      });
  }
}

function changeList(list: unknown[], key: string, step: PatchStep): void {
  const index = key === '-' ? list.length : Number(key);
  if (step.op === 'add') list.splice(index, 0, step.value);
  else {
    within(list, key, step);
    if (step.op === 'remove') list.splice(index, 1);
    else list[index] = step.value;
  }
}

function within(value: unknown, key: string, step: PatchStep): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) throw gone(step);
  return (value as Record<string, unknown>)[key];
}

function gone({ path }: PatchStep): RangeError {
  return new RangeError(`Nothing stands at ${path}: the document is another than was checked.`);
}
