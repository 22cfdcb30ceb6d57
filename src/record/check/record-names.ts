/**
 * Fields of records under names that are none of ours. One that would decide something (an end, a unit, a code system,
 * that the record was never meant) must not be passed over: the record is set aside, and what asks for it is unknown.
 */
import { plainText } from '../../json/plain-text.ts';
import { isObject, type JsonObject } from '../../json/values.ts';
import { nearest } from '../../json/nearest.ts';
import { readDate } from '../calendar.ts';
import { mostFields } from '../limits.ts';
import { placeholderMeaning } from '../placeholders.ts';
import { normalizeSystem } from '../systems.ts';
import {
  isCancellable,
  isSpan,
  recordKinds,
  recordTypes,
  type RecordType,
  type RejectionReason,
} from '../types.ts';
import { Fault } from './fault.ts';
import { isAbsent } from './fields.ts';

/** What other interfaces call a field of ours, in small letters without `_` and `-`. */
interface OtherNames {
  /** Of several fields the one that the type has, and that is not there. */
  readonly means: readonly string[];
  readonly names: readonly string[];
  /** Only where records of the type cover days. */
  readonly ofSpans?: true;
}

/** The table. Fields that would decide something are judged (`judges`); the rest is told to the developer alone. */
const otherNames: readonly OtherNames[] = [
  {
    means: ['to'],
    ofSpans: true,
    names: [
      ...['end', 'enddate', 'enddatetime', 'endtime', 'ended', 'endedat', 'endedon', 'isended'],
      ...['stop', 'stopdate', 'stopped', 'stoppedat', 'stoppedon', 'isstopped', 'until', 'todate'],
      ...['discontinued', 'discontinueddate', 'discontinuedat', 'isdiscontinued', 'closed'],
      ...['closeddate', 'closedat', 'validto', 'validuntil', 'effectiveto', 'effectiveend'],
      ...['resolved', 'resolveddate', 'resolvedat', 'isresolved', 'resolutiondate', 'enddato'],
      ...['abatement', 'abatementdate', 'abatementdatetime', 'abatementperiod', 'period'],
      ...['slut', 'slutdato', 'seponeret', 'seponeringsdato', 'seponeretdato', 'ophørt', 'ophør'],
      ...['ophørsdato', 'ophoert', 'afsluttet', 'afsluttetdato', 'afslutningsdato', 'gyldigtil'],
    ],
  },
  {
    means: ['status'],
    names: [
      ...['status', 'clinicalstatus', 'verificationstatus', 'recordstatus', 'state', 'statuscode'],
      ...['diagnosisstatus', 'medicationstatus', 'resultstatus', 'appointmentstatus'],
      ...['bookingstatus', 'referralstatus', 'tilstand'],
    ],
  },
  {
    means: ['active'],
    names: [
      ...['active', 'isactive', 'aktiv', 'eraktiv', 'valid', 'isvalid', 'gyldig', 'enabled'],
      ...['current', 'iscurrent', 'aktuel'],
    ],
  },
  {
    means: ['deleted'],
    names: [
      ...['deleted', 'isdeleted', 'deletedat', 'deletedon', 'removed', 'isremoved', 'cancelled'],
      ...['canceled', 'iscancelled', 'iscanceled', 'cancelledat', 'voided', 'isvoided', 'isvoid'],
      ...['refuted', 'isrefuted', 'negated', 'isnegated', 'negation', 'negationind', 'inactive'],
      ...['enteredinerror', 'notgiven', 'wasnotgiven', 'notdone', 'isinactive', 'invalid'],
      ...['slettet', 'erslettet', 'annulleret', 'aflyst', 'fejloprettet', 'fejlregistreret'],
      ...['inaktiv', 'ugyldig', 'afkræftet', 'udmeldt'],
    ],
  },
  {
    means: ['from', 'at'],
    names: [
      ...['start', 'startdate', 'begin', 'startdato', 'fromdate', 'onset', 'onsetdate'],
      ...['onsetdatetime', 'validfrom', 'gyldigfra', 'created', 'createdat', 'oprettet'],
      ...['recordeddate', 'asserteddate', 'authoredon', 'effectivestart', 'begindate', 'fradato'],
      ...['diagnosedato', 'ordinationsdato', 'startdatetime', 'starttime'],
    ],
  },
  {
    means: ['at', 'from'],
    names: [
      ...['date', 'dato', 'time', 'datetime', 'timestamp', 'tidspunkt', 'when'],
      ...['effectivedatetime', 'effectivedate', 'effectiveinstant', 'effectiveperiod', 'issued'],
      ...['performeddatetime', 'performedperiod', 'occurrencedatetime', 'sampledate', 'sampledat'],
      ...['prøvedato', 'prøvetidspunkt', 'ydelsesdato', 'aftaledato', 'henvisningsdato'],
      ...['kontaktdato', 'vaccinationsdato', 'measuredat', 'resultdate', 'servicedate'],
    ],
  },
  {
    means: ['code'],
    names: [
      ...['kode', 'icpc', 'icpc2', 'atc', 'atccode', 'atckode', 'npu', 'npucode', 'npukode'],
      ...[
        'analysiscode',
        'analysekode',
        'diagnosekode',
        'diagnosiscode',
        'icd10',
        'sks',
        'skskode',
      ],
      ...['ydelseskode', 'ydelsesnummer', 'servicecode', 'medicationcode', 'vaccinecode', 'coding'],
      ...['codeableconcept', 'medicationcodeableconcept'],
    ],
  },
  {
    means: ['system'],
    names: [
      ...['codesystem', 'kodesystem', 'codingsystem', 'systemuri', 'codesystemuri', 'codeset'],
      ...['classification', 'klassifikation', 'terminology'],
    ],
  },
  {
    means: ['value'],
    names: [
      ...[
        'result',
        'resultat',
        'resultvalue',
        'værdi',
        'vaerdi',
        'svar',
        'quantity',
        'numericvalue',
      ],
      ...['valuequantity', 'valuestring', 'valueinteger', 'valuedecimal', 'måleværdi', 'amount'],
    ],
  },
  { means: ['unit'], names: ['units', 'unitcode', 'enhed', 'måleenhed', 'uom', 'unitofmeasure'] },
  {
    means: ['comparator'],
    names: [
      ...['operator', 'comparison', 'qualifier', 'modifier', 'relation', 'komparator'],
      ...['valuecomparator', 'valueoperator', 'relationaloperator'],
    ],
  },
  {
    means: ['low', 'high'],
    names: ['range', 'referencerange', 'referenceinterval', 'reference', 'interval'],
  },
];

/** The fields that a record of a type may have. */
export function recordFields(type: RecordType): readonly string[] {
  return fields[type];
}

const own: Readonly<Partial<Record<RecordType, readonly string[]>>> = {
  medication: ['dose', 'product', 'strength', 'dispensed'],
  result: ['value', 'comparator', 'unit', 'low', 'high'],
  service: ['specialty'],
  appointment: ['with'],
  referral: ['to'],
  letter: ['from', 'body'],
  vaccination: ['dose'],
  carePlan: ['maintained'],
  note: ['from', 'body'],
  correspondence: ['from', 'to', 'body'],
};

const fields = Object.fromEntries(
  recordTypes.map((type) => [
    type,
    [
      ...['code', 'system', 'text', 'source'],
      ...(isSpan(type) ? ['from', 'to'] : ['at']),
      ...(isCancellable(type) ? ['status'] : []),
      ...(own[type] ?? []),
    ],
  ]),
) as unknown as Record<RecordType, readonly string[]>;

/**
 * The field that a key of a record was probably meant to be; undefined of a field, and of any other key. `active` and
 * `deleted` are no fields of ours: they stand for what a record says of itself where we have no field for it.
 *
 * @param isFree Whether a field may be meant: one that the record has under its own name is not.
 */
export function recordFieldMeantBy(
  type: RecordType,
  key: string,
  isFree: (field: string) => boolean = () => true,
): string | undefined {
  if (key.length > longestKey || recordFields(type).includes(key)) return undefined;
  const small = key.toLowerCase().replaceAll(/[_-]/g, '');
  const other = otherNames.find(
    ({ names, ofSpans }) => names.includes(small) && (!ofSpans || isSpan(type)),
  );
  const has = (field: string) => stateFields.has(field) || recordFields(type).includes(field);
  const meant = other?.means.find((field) => has(field) && isFree(field));
  if (other || key.length <= 3) return meant;
  // A short name is near every other.
  const near = recordFields(type).filter((field) => field.length > 3 && isFree(field));
  return nearest(key, near);
}

/** A longer name is nobody's slip of the pen. */
const longestKey = 100;

/** What a record says of itself; diagnoses, medicines, results and services have no field for it. */
const stateFields: ReadonlySet<string> = new Set(['status', 'active', 'deleted']);

/** Whether the check judges what stands under another name for a field, and the record with it. */
export function isJudged(meant: string): boolean {
  return Object.hasOwn(judges, meant);
}

/**
 * Throws where a field under another name may decide something.
 *
 * @param start As `namesOf` answers it for the type.
 * @throws {Fault} that names it as it is spelled.
 */
export function refuseOtherNames(type: RecordType, entry: JsonObject, start: Path): void {
  let path = start;
  let fields = 0;
  for (const key in entry) {
    if (++fields > mostFields) throw new Fault('', 'too-many');
    if (path.key === key) path = path.next!;
    else if (key.length <= longestKey) path = path.step(type, key);
  }
  if (path.suspects.length === 0) return;
  for (const { key, judge } of path.suspects) {
    const reason = judge(entry[key], entry, type);
    if (reason !== undefined) throw new Fault(plainText(key), reason);
  }
}

interface Suspect {
  readonly key: string;
  readonly judge: Judge;
}

/**
 * The names of a record's fields, one after the other, and what of them to look into: a clinic's records have the same
 * few paths, so that a million of them cost a comparison for each name.
 */
class Path {
  /** The name that came after this one the last time, and where it leads. */
  key: string | undefined;
  next: Path | undefined;
  readonly #others = new Map<string, Path>();

  constructor(readonly suspects: readonly Suspect[] = []) {}

  step(type: RecordType, key: string): Path {
    let next = this.#others.get(key);
    if (!next) {
      const meant = recordFieldMeantBy(type, key);
      const judge = meant === undefined ? undefined : judges[meant];
      next = new Path(judge ? [...this.suspects, { key, judge }] : this.suspects);
      // Records whose names are data, and never the same, are not remembered.
      if (this.#others.size >= mostBranches) return next;
      this.#others.set(key, next);
    }
    this.key = key;
    this.next = next;
    return next;
  }
}
const mostBranches = 50;

/** Where the names of a type's records begin. */
export function namesOf(type: RecordType): Path {
  return paths[type];
}

const paths = Object.fromEntries(recordTypes.map((type) => [type, new Path()])) as Record<
  RecordType,
  Path
>;

/** Tells why a record is set aside for what it has under another name; undefined where that says nothing new. */
type Judge = (value: unknown, entry: JsonObject, type: RecordType) => RejectionReason | undefined;

const judges: Readonly<Record<string, Judge>> = {
  to(value, entry) {
    const end = isObject(value) && 'end' in value ? value.end : value;
    if (!isAbsent(entry.to) || isAbsent(end) || truthOf(end) === false) return undefined;
    if (isObject(end) && 'start' in end) return undefined;
    return typeof end === 'string' && isNoDate(end) ? undefined : 'misnamed';
  },
  unit(value, entry) {
    return isAbsent(entry.unit) && !isAbsent(value) ? 'misnamed' : undefined;
  },
  comparator(value, entry) {
    const isExact =
      isAbsent(value) || (typeof value === 'string' && /^\s*(=|==|eq)\s*$/i.test(value));
    return isAbsent(entry.comparator) && !isExact ? 'misnamed' : undefined;
  },
  system(value, entry, type) {
    if (!isAbsent(entry.system) || isAbsent(value)) return undefined;
    const isUsual =
      typeof value === 'string' && normalizeSystem(value) === recordKinds[type].system;
    return isUsual ? undefined : 'misnamed';
  },
  status(value, entry, type) {
    if (
      isAbsent(value) ||
      isCancelled(type, entry) ||
      (isCancellable(type) && !isAbsent(entry.status))
    )
      return undefined;
    const word = wordOf(value);
    if (inForce.has(word)) return undefined;
    // Who says when it ended may say that it has.
    if (isOver.has(word) && (!isSpan(type) || !isAbsent(entry.to))) return undefined;
    return 'doubtful-state';
  },
  active(value, entry, type) {
    if (isAbsent(value) || truthOf(value) === true || isCancelled(type, entry)) return undefined;
    return isSpan(type) && !isAbsent(entry.to) ? undefined : 'doubtful-state';
  },
  deleted(value, entry, type) {
    if (isAbsent(value) || truthOf(value) === false || isCancelled(type, entry)) return undefined;
    return typeof value === 'string' && isNoDate(value) ? undefined : 'doubtful-state';
  },
};

/** It counts for nothing anyhow (R5). */
function isCancelled(type: RecordType, { status }: JsonObject): boolean {
  return (
    isCancellable(type) && typeof status === 'string' && status.trim().toLowerCase() === 'cancelled'
  );
}

function isNoDate(text: string): boolean {
  const date = readDate(text)?.date;
  return date !== undefined && placeholderMeaning(date, undefined) !== undefined;
}

function truthOf(value: unknown): boolean | undefined {
  if (value === true || value === 1) return true;
  if (value === false || value === 0) return false;
  const word = typeof value === 'string' ? value.trim().toLowerCase() : '';
  if (['true', '1', 'ja', 'j', 'yes', 'y'].includes(word)) return true;
  if (['false', '0', 'nej', 'n', 'no'].includes(word)) return false;
  return undefined;
}

/** A status as a word; of a FHIR concept the code of its first coding. */
function wordOf(value: unknown): string {
  const coding: unknown = isObject(value) ? value.coding : undefined;
  const first: unknown = Array.isArray(coding) ? coding[0] : undefined;
  const word = isObject(first) ? first.code : value;
  return typeof word === 'string' ? word.trim().toLowerCase() : '';
}

/** Statuses that leave a record as it is. */
const inForce: ReadonlySet<string> = new Set([
  ...['active', 'aktiv', 'aktuel', 'current', 'ongoing', 'igangværende', 'recurrence', 'relapse'],
  ...['confirmed', 'bekræftet', 'valid', 'gyldig', 'in-progress', 'final', 'f', 'corrected', 'c'],
  ...['amended', 'appended', 'preliminary', 'p', 'svar_endeligt', 'svar_rettet', 'endelig'],
  ...['svar_midlertidigt', 'booked', 'attended', 'missed', 'sent', 'accepted', 'registered'],
]);

/** Statuses of what is over: a point happened nevertheless, a span has an end. */
const isOver: ReadonlySet<string> = new Set([
  ...['completed', 'finished', 'done', 'fulfilled', 'afsluttet', 'udført', 'inactive', 'inaktiv'],
  ...['resolved', 'remission', 'stopped', 'seponeret', 'ophørt', 'discontinued', 'ended', 'slut'],
]);
