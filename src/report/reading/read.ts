/** Reads reports that come in: what a clinic or an area sent, checked before anything is made of it. */
import { reportErrorPhrases } from '../../i18n/phrases/report-errors.ts';
import { excerpt } from '../../json/excerpt.ts';
import { excessOfText, type DocumentLimits, type Excess } from '../../json/limits.ts';
import { nearest } from '../../json/nearest.ts';
import { pointer, valueAt } from '../../json/paths.ts';
import { plainText } from '../../json/plain-text.ts';
import { isObject } from '../../json/values.ts';
import { writtenWithin } from '../../json/written.ts';
import type { LocalText } from '../../profile/index.ts';
import { violationsOf, type Violation } from '../../profile/issues.ts';
import { reportFormat, type ClinicReport, type RefusedReport, type Report } from '../types.ts';
import { violationsIn } from './rules.ts';
import { areaReportSchema, clinicReportSchema, knownKeys } from './schema.ts';
import { parsedJson } from '../../json/parsed.ts';

/** Something that is wrong with a report: where, what, and what to do. */
export interface ReportProblem {
  /** JSON Pointer; empty for the whole document. */
  readonly path: string;
  /** What stands there, as JSON text, cut where it is long; absent where something is missing. */
  readonly value?: string;
  /** Stable name of the rule. */
  readonly code: string;
  readonly message: LocalText;
  readonly fix: LocalText;
}

export type ReportReading =
  | { readonly ok: true; readonly report: Report }
  | { readonly ok: false; readonly problems: readonly [ReportProblem, ...ReportProblem[]] };

/** All that a report may be: many dates of some hundred indicators, with the leaves of an area's clinics. */
const reportLimits: DocumentLimits = {
  characters: 400_000_000,
  depth: 16,
  nodes: 40_000_000,
  key: 1000,
};

/** So many problems of one document are told. */
const mostTold = 20;

/**
 * Reads a report, of a clinic or of an area. What it says more exactly than a report may is refused: it could name
 * somebody.
 *
 * @param input JSON text, or a value as `JSON.parse` gives it. Never throws, never changes it.
 */
export function readReport(input: unknown): ReportReading {
  const text = textOf(input);
  if (text === undefined) return refused(undefined, [problem([], 'report-no-json')]);
  if (typeof text !== 'string') return refused(undefined, [problem([], 'report-too-large')]);
  const json = parsedJson(text);
  if (!isObject(json)) return refused(json, [problem([], 'report-no-json')]);
  if (json['format'] !== reportFormat) {
    const isNewer = /^overblik-report\/\d+$/.test(String(json['format']));
    return refused(json, [problem(['format'], isNewer ? 'report-newer' : 'report-format')]);
  }
  const schema = json['level'] === 'clinic' ? clinicReportSchema : areaReportSchema;
  const { data, error } = schema.safeParse(json, { reportInput: true });
  if (error) return refused(json, violationsOf(error.issues).map(asMisspelt));
  const violations = violationsIn(data as Report);
  return violations.length > 0 ? refused(json, violations) : { ok: true, report: data as Report };
}

/** The reports of clinics among some documents, and why the others are none. One bad document leaves the others. */
export interface ClinicReadings {
  readonly reports: readonly ClinicReport[];
  readonly refused: readonly RefusedReport[];
}

/**
 * Reads the reports of clinics. Of an area's report each clinic's is taken out of it.
 *
 * @param inputs JSON texts, or values as `JSON.parse` gives them.
 */
export function readClinicReports(inputs: readonly unknown[]): ClinicReadings {
  const reports: ClinicReport[] = [];
  const unreadable: RefusedReport[] = [];
  for (const input of inputs) {
    const reading = readReport(input);
    if (!reading.ok) unreadable.push(unreadableReport(input, reading.problems[0]));
    else if (reading.report.level === 'clinic') reports.push(reading.report);
    else {
      const { area, clinics } = reading.report;
      if (clinics) for (const each of clinicsOf(reading.report)) reports.push(each);
      else unreadable.push({ ...area, ...refusal('report-sums-alone') });
    }
  }
  return { reports, refused: unreadable };
}

/** The reports that an area's report was put together from. */
export function clinicsOf(report: Exclude<Report, ClinicReport>): readonly ClinicReport[] {
  const { format, profile, protection, dates, engine, clinics = [] } = report;
  return clinics.map(
    ({ indicators, undecided, exemptions, activities, capacity, madeAt, ...clinic }) => ({
      ...{ format, level: 'clinic', clinic, profile, protection, dates, madeAt, engine },
      coverage: [],
      ...{ indicators, undecided },
      ...(exemptions ? { exemptions } : {}),
      ...(activities ? { activities } : {}),
      ...(capacity === undefined ? {} : { capacity }),
    }),
  );
}

function unreadableReport(input: unknown, first: ReportProblem): RefusedReport {
  const json = typeof input === 'string' ? parsedJson(input) : input;
  const clinic = valueAt(json, ['clinic']);
  const said = (key: string) => {
    const value = valueAt(clinic, [key]);
    return typeof value === 'string' ? plainText(value.slice(0, 300)) : undefined;
  };
  const name = said('name');
  const place = first.path === '' ? '' : `${first.path}: `;
  const words = (language: 'da' | 'en') =>
    `${place}${first.message[language] ?? first.message.da} ${first.fix[language] ?? first.fix.da}`;
  return {
    id: said('id') ?? '',
    ...(name === undefined ? {} : { name }),
    kind: 'unreadable',
    reason: { da: words('da'), en: words('en') },
  };
}

function refusal(code: string): Pick<RefusedReport, 'kind' | 'reason'> {
  const [da, en, fixDa, fixEn] = reportErrorPhrases(code, {});
  return { kind: 'unreadable', reason: { da: `${da} ${fixDa}`, en: `${en} ${fixEn}` } };
}

function refused(json: unknown, violations: readonly Violation[]): ReportReading {
  const [first, ...rest] = violations.slice(0, mostTold).map((each) => problemOf(json, each)) as [
    ReportProblem,
    ...ReportProblem[],
  ];
  return { ok: false, problems: [first, ...rest] };
}

function problemOf(json: unknown, { path, code, details, misspelt }: Violation): ReportProblem {
  const suggestion = misspelt && nearest(misspelt.word, misspelt.known());
  const [da, en, fixDa, fixEn] = reportErrorPhrases(code, { ...details, suggestion });
  const value = excerpt(valueAt(json, path));
  return {
    path: pointer(path),
    ...(value === undefined ? {} : { value }),
    code,
    message: { da, en },
    fix: { da: fixDa, en: fixEn },
  };
}

/** A key that a report does not have may be one that is misspelt. */
function asMisspelt(violation: Violation): Violation {
  return violation.code === 'unknown-key'
    ? { ...violation, misspelt: { word: String(violation.path.at(-1)), known: () => knownKeys } }
    : violation;
}

function problem(path: Violation['path'], code: string): Violation {
  return { path, code, details: {} };
}

/** The text of a document within the limits; the limit that it passes, else. */
function textOf(input: unknown): string | Excess | undefined {
  if (typeof input === 'string') return excessOfText(input, reportLimits) ?? input;
  try {
    return writtenWithin(input, reportLimits);
  } catch {
    // A circle, or a `toJSON` that throws.
    return undefined;
  }
}
