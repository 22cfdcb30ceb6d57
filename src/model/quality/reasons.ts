/** Reasons for not knowing, grouped by the knowledge that would settle them. */
import type { UnknownReason } from '../../engine/index.ts';
import type { UnknownReasonGroup } from './types.ts';

/** Patients by what would decide them. */
export class ReasonGroups {
  readonly #groups = new Map<string, { unknownReason: UnknownReason; patientIds: string[] }>();

  /** Takes in why nobody can say something of one patient. */
  add(patientId: string, reasons: readonly UnknownReason[]): void {
    for (const [key, unknownReason] of byKey(reasons)) {
      const group = this.#groups.get(key);
      if (!group) this.#groups.set(key, { unknownReason, patientIds: [patientId] });
      else {
        group.patientIds.push(patientId);
        group.unknownReason = sumOf(group.unknownReason, unknownReason);
      }
    }
  }

  /** The most patients first. */
  get sorted(): readonly UnknownReasonGroup[] {
    return [...this.#groups.values()].sort((a, b) => b.patientIds.length - a.patientIds.length);
  }
}

/** Each kind of reason once. */
function byKey(reasons: readonly UnknownReason[]): ReadonlyMap<string, UnknownReason> {
  return new Map(reasons.map((each) => [keyOf(each), each]));
}

/** Two reasons of the same key are settled by the same knowledge. */
function keyOf(unknownReason: UnknownReason): string {
  switch (unknownReason.kind) {
    case 'not-covered':
      return JSON.stringify([
        unknownReason.kind,
        unknownReason.type,
        unknownReason.source,
        unknownReason.coveredFrom,
      ]);
    case 'stale':
      return JSON.stringify([
        unknownReason.kind,
        unknownReason.type,
        unknownReason.source,
        unknownReason.updated,
      ]);
    case 'system':
      return JSON.stringify([unknownReason.kind, unknownReason.type, unknownReason.systems]);
    case 'not-come':
    case 'rejected':
      return JSON.stringify([unknownReason.kind, unknownReason.type]);
    case 'unit':
      return JSON.stringify([
        unknownReason.kind,
        unknownReason.record.code,
        unknownReason.found,
        unknownReason.expected,
      ]);
    case 'implausible':
      return JSON.stringify([
        unknownReason.kind,
        unknownReason.record.code,
        unknownReason.plausible,
        unknownReason.unit,
      ]);
    case 'comparator':
    case 'textual':
    case 'short-code':
    case 'partial-date':
    case 'no-code':
      return JSON.stringify([
        unknownReason.kind,
        unknownReason.record.type,
        unknownReason.record.code,
      ]);
    case 'no-field':
      return JSON.stringify([
        unknownReason.kind,
        unknownReason.field,
        unknownReason.record.type,
        unknownReason.record.code,
      ]);
    case 'patient-field':
    case 'partial-field':
      return JSON.stringify([unknownReason.kind, unknownReason.field]);
    case 'uncoded':
      return unknownReason.kind;
  }
}

function sumOf(a: UnknownReason, b: UnknownReason): UnknownReason {
  return a.kind === 'rejected' && b.kind === 'rejected' ? { ...a, count: a.count + b.count } : a;
}
