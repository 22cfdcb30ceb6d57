/** What stands in a field of the contract, as its developer is told it in English where something else stands there. */
import {
  isSpan,
  listNames,
  recordKinds,
  recordTypes,
  type RecordType,
} from '../../record/index.ts';

const aDate = 'a text with a date, `2026-03-01`';

/**
 * What a place is to hold: `diagnoses.from`, `patient.sex`, `results`, `coverage.letter`, `/coverage/letter/available`,
 * `/may/export`. Undefined of any other.
 */
export function expectedAt(place: string): string | undefined {
  if (/^\/may\/[^/]+$/.test(place)) return '`true` or `false`';
  if (/^\/?coverage\b/.test(place)) return expectedOfCoverage(place);
  const [holder = '', field] = place.split('.');
  if (holder === 'patient') return (field && ofPatient[field]) ?? 'a text';
  const type = recordTypes.find((each) => listNames[each] === holder);
  if (type === undefined) return describedAs[place];
  return field === undefined
    ? 'a list `[ … ]`, or `null` where it is not known'
    : ofRecord(type, field);
}

const ofPatient: Readonly<Record<string, string>> = {
  birthDate: aDate,
  deceased: `${aDate}, and left out for the living`,
  sex: '`female`, `male` or `unknown`',
  insuranceGroup: '1 or 2',
  municipality: 'a text of four digits, `0101`',
  listed: '`true` or `false`',
  registered: aDate,
};

const describedAs: Readonly<Record<string, string>> = {
  '/id': 'a text',
  '/name': 'a text',
  '/user': 'a text',
  '/patients': 'a whole number',
  '/sources': 'a list of { id, title, types, available }',
  '/team': 'a list of { id, name }',
};

function expectedOfCoverage(place: string): string {
  const [, part] = /^(?:\/coverage\/|coverage\.)[^./]+[./](.+)$/.exec(place) ?? [];
  if (part === undefined) return '{ available: true } or { available: false }';
  if (part === 'available') return '`true` or `false`';
  if (part === 'staleAfter') return 'a period, `P31D`';
  if (part === 'systems') return 'a list of names of code systems';
  if (part === 'from') return aDate;
  return part === 'updated' ? 'a date-time with its offset, `2026-03-01T06:00:00+01:00`' : 'a text';
}

function ofRecord(type: RecordType, field: string): string {
  if (field === 'status') {
    const kind = recordKinds[type];
    return 'statuses' in kind
      ? kind.statuses.map((each) => `\`${each}\``).join(', ')
      : 'nothing: records of the type have no status';
  }
  if (field === 'at' || (isSpan(type) && /^(from|to|maintained)$/.test(field))) return aDate;
  if (field === 'value') return 'a number, or a text where it is none';
  if (field === 'comparator') return '`<`, `<=`, `>` or `>=`';
  return field === 'low' || field === 'high' ? 'a number' : 'a text';
}
