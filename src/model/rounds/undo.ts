/** What of a deed in a round is taken back, field by field: what others wrote since stays. */
import type { MarkerExemption, RoundMember } from '../../adapter/index.ts';
import { withExemptions } from './members.ts';

/** What is said of a patient, each part of which is changed and taken back on its own. */
export type RoundField = 'status' | 'note' | 'exemption';

/** Of one patient: what was said before, and what the user said instead. */
export interface UndoStep {
  readonly was: RoundMember;
  readonly mine: RoundMember;
}

export interface TakenBack {
  /** As it is to be said now. */
  readonly member: RoundMember;
  /** What was said otherwise since, and stays. */
  readonly kept: readonly RoundField[];
}

/** The member as before, in all that is still as the user then left it. */
export function takeBack(now: RoundMember, { was, mine }: UndoStep): TakenBack {
  let member = now;
  const kept: RoundField[] = [];
  for (const { name, isSame, put } of fieldsOf(was, mine)) {
    if (isSame(was, mine) || isSame(now, was)) continue;
    if (isSame(now, mine)) member = put(member, was);
    else if (!kept.includes(name)) kept.push(name);
  }
  return { member, kept };
}

/** What two versions of a member say otherwise. */
export function differingFields(a: RoundMember, b: RoundMember): readonly RoundField[] {
  return fieldsOf(a, b).flatMap(({ name, isSame }) => (isSame(a, b) ? [] : [name]));
}

interface Field {
  readonly name: RoundField;
  readonly isSame: (a: RoundMember, b: RoundMember) => boolean;
  /** The one, with what the other says. */
  readonly put: (into: RoundMember, from: RoundMember) => RoundMember;
}

const status: Field = {
  name: 'status',
  isSame: (a, b) =>
    a.status === b.status && (a.status !== 'exempt' || a.exemptUntil === b.exemptUntil),
  put: ({ exemptUntil: _, ...into }, { status, exemptUntil }) => ({
    ...into,
    status,
    ...(exemptUntil === undefined ? {} : { exemptUntil }),
  }),
};

const note: Field = {
  name: 'note',
  isSame: (a, b) => (a.note?.trim() ?? '') === (b.note?.trim() ?? ''),
  put: ({ note: _, ...into }, { note }) => ({ ...into, ...(note === undefined ? {} : { note }) }),
};

/** The exemption of one marker: of others somebody else may have decided meanwhile. */
function exemptionOf(marker: string): Field {
  const of = ({ exemptions }: RoundMember) => exemptions?.find((each) => each.marker === marker);
  return {
    name: 'exemption',
    isSame: (a, b) => isSameExemption(of(a), of(b)),
    put: (into, from) => {
      const others = (into.exemptions ?? []).filter((each) => each.marker !== marker);
      const own = of(from);
      return withExemptions(into, own ? [...others, own] : others);
    },
  };
}

function isSameExemption(a: MarkerExemption | undefined, b: MarkerExemption | undefined): boolean {
  if (!a || !b) return a === b;
  return a.note.trim() === b.note.trim() && a.until === b.until;
}

/** All that either of two versions says. */
function fieldsOf(a: RoundMember, b: RoundMember): readonly Field[] {
  const exemptions = [...(a.exemptions ?? []), ...(b.exemptions ?? [])];
  const markers = new Set(exemptions.map(({ marker }) => marker));
  return [status, note, ...[...markers].map(exemptionOf)];
}
