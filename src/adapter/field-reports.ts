/** Fields of records under a name that is none of ours: an end that is not read goes on for ever. */
import { nearest } from '../json/nearest.ts';
import { listNames, type RecordType } from '../record/index.ts';
import type { AdapterCall } from './call.ts';
import { fieldsOf, type FieldNames } from './field-names.ts';
import type { ProblemReport } from './reports.ts';

/** One report for each name; how many of the records looked at had it. */
export function reportFieldNames(
  { found }: FieldNames,
  call: AdapterCall,
): readonly ProblemReport[] {
  const reports = new Map<string, ProblemReport>();
  for (const { type, names, absent, count } of found)
    for (const name of names) {
      const meant = meantBy(name, type, absent);
      if (meant === undefined) continue;
      const field = `${listNames[type]}.${name}`;
      const { count: before = 0, ...known } = reports.get(field) ?? {
        kind: 'misnamed',
        call,
        field,
        meant: `${listNames[type]}.${meant}`,
      };
      reports.set(field, { ...known, count: before + count });
    }
  return [...reports.values()];
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
