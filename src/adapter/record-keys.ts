/** Fields of records under a name that is none of ours: an end that is not read goes on for ever. */
import { isObject } from '../json/values.ts';
import { nearest } from '../json/nearest.ts';
import { isCancellable, isSpan, listNames, recordTypes, type RecordType } from '../record/index.ts';
import type { AdapterCall } from './call.ts';
import type { ProblemReport } from './reports.ts';

/** So many patients are looked at, and so many records of each list: an adapter maps them all alike. */
const mostPatients = 200;
const mostRecords = 3;

/** Looks at the names of fields in the first patients that came. */
export class RecordKeys {
  #patients = 0;
  readonly #found = new Map<string, { readonly type: RecordType; meant: string; count: number }>();

  look(batch: readonly unknown[]): void {
    for (const patient of batch.slice(0, mostPatients - this.#patients)) {
      this.#patients++;
      try {
        this.#lookAt(patient);
      } catch {
        // What throws when it is read is set aside by the check.
      }
    }
  }

  /** One report for each name; how many of the records looked at had it. */
  reports(call: AdapterCall): readonly ProblemReport[] {
    return [...this.#found].map(([place, { type, meant, count }]) => ({
      kind: 'misnamed',
      call,
      field: place,
      meant: `${listNames[type]}.${meant}`,
      count,
    }));
  }

  #lookAt(patient: unknown): void {
    if (!isObject(patient)) return;
    for (const type of recordTypes) {
      const list = patient[listNames[type]];
      if (!Array.isArray(list)) continue;
      for (const record of list.slice(0, mostRecords)) this.#lookInto(type, record);
    }
  }

  #lookInto(type: RecordType, record: unknown): void {
    if (!isObject(record)) return;
    const absent = fieldsOf(type).filter((field) => record[field] === undefined);
    for (const key of Object.keys(record)) {
      if (record[key] === undefined || record[key] === null) continue;
      const meant = meantBy(key, type, absent);
      if (meant === undefined) continue;
      const place = `${listNames[type]}.${key}`;
      const known = this.#found.get(place);
      if (known) known.count++;
      else this.#found.set(place, { type, meant, count: 1 });
    }
  }
}

function meantBy(key: string, type: RecordType, absent: readonly string[]): string | undefined {
  if (fieldsOf(type).includes(key)) return undefined;
  const small = key.toLowerCase();
  const other = otherNames.find(([, names]) => names.includes(small));
  const meant = other?.[0].find((field) => absent.includes(field));
  // A short name is near every other.
  return (
    meant ??
    (key.length > 3
      ? nearest(
          key,
          absent.filter((each) => each.length > 3),
        )
      : undefined)
  );
}

/** What other interfaces call them, in small letters; of several fields the one that the type has. */
const otherNames: readonly (readonly [fields: readonly string[], names: readonly string[]])[] = [
  [['to'], ['end', 'enddate', 'stop', 'stopdate', 'slut', 'slutdato', 'until', 'todate']],
  [
    ['from', 'at'],
    ['start', 'startdate', 'begin', 'startdato', 'fromdate', 'onset'],
  ],
  [
    ['at', 'from'],
    ['date', 'dato', 'time', 'datetime', 'timestamp', 'tidspunkt', 'when'],
  ],
  [['code'], ['kode', 'icpc', 'atc', 'npu', 'analysiscode']],
  [['system'], ['codesystem', 'kodesystem', 'codingsystem']],
  [['value'], ['result', 'resultat', 'værdi', 'svar']],
  [['unit'], ['units', 'enhed', 'uom']],
];

function fieldsOf(type: RecordType): readonly string[] {
  return [
    ...['code', 'system', 'text', 'source'],
    ...(isSpan(type) ? ['from', 'to'] : ['at']),
    ...(isCancellable(type) ? ['status'] : []),
    ...(own[type] ?? []),
  ];
}

const own: Readonly<Partial<Record<RecordType, readonly string[]>>> = {
  medication: ['dose'],
  result: ['value', 'comparator', 'unit', 'low', 'high'],
  appointment: ['with'],
  referral: ['to'],
  letter: ['from', 'body'],
};
