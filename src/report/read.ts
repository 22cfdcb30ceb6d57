/** Reads reports that come in: what a clinic or an area sent, checked before anything is made of it. */
import { reportPhrases } from '../i18n/phrases/reports.ts';
import { excessOfText, type DocumentLimits } from '../json/limits.ts';
import { isObject } from '../json/values.ts';
import { writtenWithin } from '../json/written.ts';
import type { LocalText } from '../profile/index.ts';
import { reportFormat, type Report } from './types.ts';

/** Something that is wrong with a report: where, what, and what to do. */
export interface ReportProblem {
  /** JSON Pointer. */
  readonly path: string;
  readonly message: LocalText;
}

export type ReportReading =
  | { readonly ok: true; readonly report: Report }
  | { readonly ok: false; readonly problems: readonly ReportProblem[] };

/** All that a report may be: forty dates of some hundred indicators, with the leaves of an area's clinics. */
const reportLimits: DocumentLimits = {
  characters: 400_000_000,
  depth: 16,
  nodes: 40_000_000,
  key: 1000,
};

/**
 * Reads a report.
 *
 * @param input JSON text, or a value as `JSON.parse` gives it. Never throws.
 */
export function readReport(input: unknown): ReportReading {
  const text = textOf(input);
  if (text === undefined) return refused(reportPhrases.notJson);
  if (typeof text !== 'string' || excessOfText(text, reportLimits))
    return refused(reportPhrases.tooLarge);
  const json = parse(text);
  if (!isObject(json)) return refused(reportPhrases.notJson);
  if (json['format'] !== reportFormat) return refused(reportPhrases.otherFormat, '/format');
  return { ok: true, report: json as unknown as Report };
}

function textOf(input: unknown) {
  if (typeof input === 'string') return input;
  try {
    return writtenWithin(input, reportLimits);
  } catch {
    return undefined;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function refused([da, en]: readonly [string, string], path = ''): ReportReading {
  return { ok: false, problems: [{ path, message: { da, en } }] };
}
