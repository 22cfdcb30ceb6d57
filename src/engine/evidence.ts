import type { ClinicalRecord, Finding, Membership, Truth, UnknownReason } from './types.ts';

/**
 * The part of a finding that decided it (R23). *Yes* and *no* keep the branches that suffice, with their
 * records; *unknown* keeps the branches that, were they known, could change the answer.
 */
export function evidenceOf(finding: Finding): Finding {
  const { branches, truth } = finding;
  if (branches.length === 0)
    return truth === 'unknown' ? { ...finding, records: [] } : { ...finding, unknownReasons: [] };
  return {
    ...finding,
    branches: branches.filter((branch) => decides(finding, branch)).map(evidenceOf),
  };
}

/** Every record in a finding, each once, in the order met. */
export function recordsIn(finding: Finding): readonly ClinicalRecord[] {
  const found = new Set<ClinicalRecord>();
  addRecords(found, finding);
  return [...found];
}

function addRecords(found: Set<ClinicalRecord>, { records, branches }: Finding): void {
  for (const record of records) found.add(record);
  for (const branch of branches) addRecords(found, branch);
}

/** Every reason in a finding for not knowing, in the order met: one may be met again and again. */
export function unknownReasonsIn({ unknownReasons, branches }: Finding): readonly UnknownReason[] {
  return [...unknownReasons, ...branches.flatMap(unknownReasonsIn)];
}

/** What would decide whether a patient is in the population: the patient's own fields, what is included, what is not. */
export function unknownReasonsOf({
  unknownReasons,
  include,
  exclude,
}: Membership): readonly UnknownReason[] {
  return [
    ...unknownReasons,
    ...unknownReasonsIn(evidenceOf(include)),
    ...(exclude ? unknownReasonsIn(evidenceOf(exclude)) : []),
  ];
}

function decides(parent: Finding, branch: Finding): boolean {
  const wanted: Truth = isNegation(parent, branch) ? negated[parent.truth] : parent.truth;
  return branch.truth === wanted;
}

function isNegation(parent: Finding, branch: Finding): boolean {
  return branch.path === `${parent.path}/not`;
}

const negated: Record<Truth, Truth> = { yes: 'no', no: 'yes', unknown: 'unknown' };
