/** What holds of the reasons for not knowing, in any finding. */
import { expect } from 'vitest';
import type { Finding, UnknownReason } from '../../src/engine/index.ts';

/** Of what is unknown a reason is told, at it or under it, and no reason is told twice at one place. */
export function expectReasons(finding: Finding): void {
  const { path, truth, unknownReasons, branches } = finding;
  if (truth === 'unknown') expect(hasReason(finding), `${path}: a reason`).toBe(true);
  expectEachOnce(unknownReasons, path);
  for (const branch of branches) expectReasons(branch);
}

export function expectEachOnce(reasons: readonly UnknownReason[], path: string): void {
  const told = reasons.map((reason) => JSON.stringify(reason));
  expect(told, `${path}: each reason once`).toEqual([...new Set(told)]);
}

function hasReason({ unknownReasons, branches }: Finding): boolean {
  return unknownReasons.length > 0 || branches.some(hasReason);
}
