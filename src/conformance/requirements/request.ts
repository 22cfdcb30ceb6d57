/** Whether what is asked for comes, when less is asked for: more may come, never less. */
import { codeMatcher } from '../../record/codes.ts';
import {
  isSpan,
  recordTypes,
  subtractPeriod,
  type ClinicalRecord,
  type RecordsRequest,
  type RecordType,
  type RequestedType,
} from '../../record/index.ts';
import { describeCounts, differenceOf } from '../digest.ts';
import type { Load } from '../load.ts';
import type { Trial } from '../trial.ts';
import type { ConformanceFinding } from '../types.ts';
import { counted, failed, grouped, judged, passed, skipped } from '../verdicts.ts';
import { requireRestartable, whoIsMissing } from './load.ts';
import { shall, type Requirement } from './requirement.ts';

export const requestRequirements: readonly Requirement[] = [
  shall(
    'ASK-01',
    {
      source: 'request',
      da: 'Alle patienter kommer, uanset hvad der spørges om',
      en: 'Everyone comes, whatever is asked for',
      text: 'Every patient SHALL come whatever types, codes and dates are asked for: who has no such record comes without.',
    },
    async (trial) => {
      const load = await requireRestartable(trial);
      const findings: ConformanceFinding[] = [];
      for (const { asked, request } of requestsOf(trial, load)) {
        const other = await trial.load(asked, request);
        findings.push(...whoIsMissing(trial, load, other, `for ${asked}`));
      }
      return judged(
        findings.map((each) => ({
          ...each,
          fix: 'Begin with the patients, and add what they have (a LEFT JOIN, not an inner one): a patient without a record is an answer.',
        })),
      );
    },
  ),
  shall(
    'ASK-02',
    {
      source: 'request',
      da: 'De typer, der spørges om, kommer hele',
      en: 'The types asked for come whole',
      text: 'A type that is asked for without codes and dates SHALL come whole, whatever else is asked for.',
    },
    async (trial) => {
      const load = await requireRestartable(trial);
      const findings: ConformanceFinding[] = [];
      for (const [asked, types] of halves) {
        const other = await trial.again(asked, halfRequest(trial, types));
        const isHeld = ({ type }: ClinicalRecord) => types.includes(type);
        findings.push(...whatIsMissing(load, other, isHeld, asked));
      }
      return judged(findings);
    },
  ),
  shall(
    'ASK-03',
    {
      source: 'request-codes',
      da: 'De koder, der spørges om, kommer med alt under dem',
      en: 'The codes asked for come, with everything below them',
      text: 'Of the codes asked for, every record SHALL come whose code is among them: in ICPC-2, ATC, ICD-10 and SKS everything below a code too.',
    },
    async (trial) => {
      const load = await requireRestartable(trial);
      const { request, isAsked } = codesOf(trial, load);
      if (Object.keys(request.types).length === 0)
        return skipped('No type has records with codes to ask for.');
      const other = await trial.again(codesAsked, request);
      return judged(
        whatIsMissing(
          load,
          other,
          (record) => record.code !== '' && isAsked(record),
          codesAsked,
        ).map((each) => ({
          ...each,
          fix: 'Hand over everything that begins with an entry where the system is a tree (`A10` asks for `A10BA02`), and everything in a range (`L72-L76`): or all codes of the type.',
        })),
      );
    },
  ),
  shall(
    'ASK-04',
    {
      source: 'request-dates',
      da: 'Det, der rækker ind i perioden, kommer med',
      en: 'What reaches into the period comes',
      text: 'Asked from a day on, every record SHALL come that is on it or later, and every span that ends then or goes on, whenever it began.',
    },
    async (trial) => {
      const load = await requireRestartable(trial);
      const earliest = lastYear(trial);
      const other = await trial.again(datesAsked, datesRequest(trial, earliest));
      const isHeld = (record: ClinicalRecord) => lastDayOf(record) >= earliest;
      return judged(
        whatIsMissing(load, other, isHeld, datesAsked).map((each) => ({
          ...each,
          fix: 'Compare the end of a span with the day, not its beginning; what has no end goes on. Or hand over everything.',
        })),
      );
    },
  ),
  shall(
    'ASK-05',
    {
      source: 'request-codes',
      da: 'Medicin uden kode kommer med',
      en: 'Medicines without a code come along',
      text: 'Whatever codes of medicines are asked for, those without a code SHALL come: left out, they would turn *unknown* into *no*.',
    },
    async (trial) => {
      const load = await requireRestartable(trial);
      const { request } = codesOf(trial, load);
      const isUncoded = ({ type, code }: ClinicalRecord) => type === 'medication' && code === '';
      const has = [...load.sample.values()].some(({ records }) =>
        records.medication.some(({ record }) => isUncoded(record)),
      );
      if (!has || !request.types.medication) return skipped('No medicine without a code was seen.');
      const other = await trial.again(codesAsked, request);
      return judged(
        whatIsMissing(load, other, isUncoded, codesAsked).map((each) => ({
          ...each,
          fix: 'Add `OR code IS NULL` to what chooses medicines by code.',
        })),
      );
    },
  ),
  shall(
    'ASK-06',
    {
      source: 'request',
      da: 'Adapteren ændrer ikke spørgsmålet',
      en: 'The adapter leaves the request as it is',
      text: 'The adapter SHALL NOT change the request that it is given.',
    },
    async (trial) => {
      const load = await trial.loaded();
      if (!load.isRequestChanged) return passed();
      return failed({
        seen: 'The request was another when the stream had ended.',
        where: 'adapter.records',
        fix: 'Copy what is to be changed: the same request is given to several calls.',
      });
    },
  ),
];

/** The types in two halves, each with its words. */
const halves: readonly (readonly [string, readonly RecordType[]])[] = [0, 1].map((half) => [
  half === 0 ? 'every other type' : 'the other types',
  recordTypes.filter((_, index) => index % 2 === half),
]);
const codesAsked = 'some codes';
const datesAsked = 'the last year';

function halfRequest({ options }: Trial, types: readonly RecordType[]): RecordsRequest {
  return { asOf: options.asOf, types: Object.fromEntries(types.map((type) => [type, {}])) };
}

function datesRequest({ options }: Trial, earliest: string): RecordsRequest {
  const types = Object.fromEntries(recordTypes.map((type) => [type, { earliest }]));
  return { asOf: options.asOf, types };
}

function lastYear({ options }: Trial): string {
  return subtractPeriod(options.asOf, { years: 1, months: 0, weeks: 0, days: 0 });
}

function requestsOf(
  trial: Trial,
  load: Load,
): readonly { readonly asked: string; readonly request: RecordsRequest }[] {
  const codes = codesOf(trial, load).request;
  return [
    { asked: 'no types', request: { asOf: trial.options.asOf, types: {} } },
    ...halves.map(([asked, types]) => ({ asked, request: halfRequest(trial, types) })),
    ...(Object.keys(codes.types).length > 0 ? [{ asked: codesAsked, request: codes }] : []),
    { asked: datesAsked, request: datesRequest(trial, lastYear(trial)) },
  ];
}

/** The most frequent code of each type, a step up where its system is a tree. */
function codesOf(
  { options }: Trial,
  { sample }: Load,
): {
  readonly request: RecordsRequest;
  readonly isAsked: (record: ClinicalRecord) => boolean;
} {
  const counts = new Map<RecordType, Map<string, number>>();
  for (const { records } of sample.values())
    for (const type of recordTypes)
      for (const { record } of records[type]) {
        if (record.code === '') continue;
        const own = counts.get(type) ?? new Map<string, number>();
        counts.set(type, own);
        const key = `${record.system}\u0001${record.code}`;
        own.set(key, (own.get(key) ?? 0) + 1);
      }
  const types: Partial<Record<RecordType, RequestedType>> = {};
  const matchers = new Map<RecordType, ReturnType<typeof codeMatcher>>();
  for (const [type, own] of counts) {
    const [key = ''] = [...own].sort(([, one], [, other]) => other - one)[0] ?? [];
    const [system = '', code = ''] = key.split('\u0001');
    const include = [above[system] ? code.slice(0, above[system]) : code];
    types[type] = { codes: [{ system, include }] };
    matchers.set(type, codeMatcher({ system, include }));
  }
  return {
    request: { asOf: options.asOf, types },
    isAsked: ({ type, system, code }) => matchers.get(type)?.(system, code) ?? false,
  };
}

/** Characters of the code above one, in systems that are trees. */
const above: Readonly<Record<string, number | undefined>> = {
  ATC: 3,
  SKS: 3,
  'ICD-10': 3,
};

function lastDayOf(record: ClinicalRecord): string {
  if (!isSpan(record.type)) {
    const point = record as Extract<ClinicalRecord, { readonly at: string }>;
    return point.atLatest ?? point.at;
  }
  const { to } = record as Extract<ClinicalRecord, { readonly from: string }>;
  return to ?? endless;
}

/** Later than any day. */
const endless = '9999-12-31';

/** Tells what of one load another does not have. */
function whatIsMissing(
  { sample }: Load,
  other: Load,
  isHeld: (record: ClinicalRecord) => boolean,
  asked: string,
): readonly ConformanceFinding[] {
  let patients = 0;
  const missing = new Map<string, number>();
  for (const [id, digest] of sample) {
    const found = other.sample.get(id);
    const difference = found && differenceOf(digest, found, isHeld);
    const counts = Object.entries(difference?.missing ?? {});
    if (counts.length > 0) patients++;
    for (const [type, count] of counts) missing.set(type, (missing.get(type) ?? 0) + count);
  }
  if (patients === 0) return [];
  return [
    {
      seen: `Asked for ${asked}, records were missing of ${grouped(patients)} of ${counted(sample.size, 'patient')}: ${describeCounts(Object.fromEntries(missing))}.`,
      where: 'adapter.records',
      fix: 'Hand over all that is asked for: more may come, never less.',
    },
  ];
}
