/**
 * Fields that are not read, and that no record is set aside for: under a name that is none of ours (an end that is not
 * read goes on for ever), or of a type that cannot be shown; and names of patients, where nobody has one.
 */
import { plainText } from '../json/plain-text.ts';
import { isObject } from '../json/values.ts';
import {
  isJudged,
  isSpan,
  listNames,
  mostFields,
  recordFieldMeantBy,
  recordFields,
  recordTypes,
  type RecordType,
} from '../record/index.ts';
import type { AdapterCall } from './failure.ts';
import type { ProblemReport } from './reports.ts';

/** So many patients are looked at, and so many records of each list: an adapter maps them all alike. */
const mostPatients = 200;
const mostRecords = 3;
/** So many names are told: what has more has data for names. */
const mostNames = 40;

/** Looks at the names of fields in the first patients that came. */
export class RecordKeys {
  #patients = 0;
  #named = 0;
  readonly #found = new Map<string, { readonly type: RecordType; meant: string; count: number }>();
  readonly #unlike = new Map<string, number>();

  readonly look = (batch: readonly unknown[]): void => {
    for (const patient of batch.slice(0, mostPatients - this.#patients)) {
      try {
        this.#lookAt(patient);
      } catch {
        // What throws when it is read is set aside by the check.
      }
    }
  };

  /** One report for each name and field; how many of the records looked at had it. */
  reports(call: AdapterCall): readonly ProblemReport[] {
    const misnamed = [...this.#found].map(([field, { type, meant, count }]) => ({
      kind: 'misnamed' as const,
      call,
      field,
      meant: `${listNames[type]}.${meant}`,
      count,
    }));
    const unlike = [...this.#unlike].map(([field, count]) => ({
      kind: 'wrong-type' as const,
      call,
      field,
      count,
    }));
    const isNameless = this.#patients > 0 && this.#named === 0;
    const nameless = {
      kind: 'missing',
      call,
      field: 'patient.name',
      count: this.#patients,
    } as const;
    return [...misnamed, ...unlike, ...(isNameless ? [nameless] : [])];
  }

  #lookAt(patient: unknown): void {
    if (!isObject(patient) || !isObject(patient.patient)) return;
    this.#patients++;
    // One that is no text has a reason of its own.
    if (patient.patient.name) this.#named++;
    for (const type of recordTypes) {
      const list = patient[listNames[type]];
      if (!Array.isArray(list)) continue;
      for (const record of list.slice(0, mostRecords)) this.#lookInto(type, record);
    }
  }

  #lookInto(type: RecordType, record: unknown): void {
    // Numbers in memory have each place for a name.
    if (!isObject(record) || ArrayBuffer.isView(record)) return;
    for (const field of Object.keys(shown) as (keyof typeof shown)[]) {
      // A span's ends are dates, and a record with another is set aside.
      if (!recordFields(type).includes(field) || (isSpan(type) && /^(from|to)$/.test(field)))
        continue;
      const value = record[field];
      if (value === undefined || value === null || typeof value === shown[field]) continue;
      const place = `${listNames[type]}.${field}`;
      this.#unlike.set(place, (this.#unlike.get(place) ?? 0) + 1);
    }
    let fields = 0;
    for (const key in record) {
      // One with more is set aside for that.
      if (++fields > mostFields) return;
      if (record[key] === undefined || record[key] === null) continue;
      const meant = recordFieldMeantBy(type, key, (field) => record[field] === undefined);
      // What decides something is told by the check, of every record.
      if (meant === undefined || isJudged(meant)) continue;
      const place = `${listNames[type]}.${plainText(key)}`;
      const known = this.#found.get(place);
      if (known) known.count++;
      else if (this.#found.size < mostNames) this.#found.set(place, { type, meant, count: 1 });
    }
  }
}

/** Fields that are only shown, and left out where they are of another type. */
const shown = {
  text: 'string',
  dose: 'string',
  with: 'string',
  to: 'string',
  from: 'string',
  body: 'string',
  low: 'number',
  high: 'number',
} as const;
