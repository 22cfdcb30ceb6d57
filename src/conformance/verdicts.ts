/** How a check says what it came to. */
import type { AdapterFailure, ProblemReport } from '../adapter/index.ts';
import { reportOnFailure } from '../adapter/reports.ts';
import { adviseOn, methodNames } from '../model/describe/advice.ts';
import type { ConformanceFigure, ConformanceFinding, Verdict } from './types.ts';

/** What a requirement builds on was not met: it is skipped, with the words for why. */
export class Unjudged extends Error {
  override readonly name = 'Unjudged';
}

export function passed(figures: readonly ConformanceFigure[] = []): Verdict {
  return { result: 'pass', figures };
}

export function failed(
  findings: ConformanceFinding | readonly ConformanceFinding[],
  figures: readonly ConformanceFigure[] = [],
): Verdict {
  return { result: 'fail', findings: joined([findings].flat()), figures };
}

/** What is the same in several places is told once, with its places. */
function joined(findings: readonly ConformanceFinding[]): readonly ConformanceFinding[] {
  const places = new Map<
    string,
    { readonly finding: ConformanceFinding; readonly where: string[] }
  >();
  for (const finding of findings) {
    const key = `${finding.seen}\n${finding.fix}`;
    const known = places.get(key);
    if (known) known.where.push(finding.where);
    else places.set(key, { finding, where: [finding.where] });
  }
  return [...places.values()].map(({ finding, where }) => {
    const each = [...new Set(where)];
    return {
      ...finding,
      where: each.length > 1 ? `${each.join(', ')} (${each.length} places)` : each[0]!,
    };
  });
}

/** `pass` where there is nothing to find. */
export function judged(
  findings: readonly ConformanceFinding[],
  figures: readonly ConformanceFigure[] = [],
): Verdict {
  return findings.length > 0 ? failed(findings, figures) : passed(figures);
}

/** The adapter does not have the part that it is about. */
export function omitted(why: string): Verdict {
  return { result: 'omit', why };
}

/** It cannot be judged in this run. */
export function skipped(why: string): Verdict {
  return { result: 'skip', why };
}

/** Tells a call that failed. */
export function ofFailure(failure: AdapterFailure, adapter: unknown): ConformanceFinding {
  return {
    seen: `${methodNames[failure.call]} ${endWords[failure.kind]}.`,
    where: methodNames[failure.call],
    fix: adviseOn(reportOnFailure(failure, adapter), whereThrown),
  };
}

/** It may name a patient, and so stands in no report. */
const whereThrown = 'What was thrown is given to onFailure (`--thrown`).';

/** Tells what the elements report of an adapter. */
export function ofReport(report: ProblemReport, seen: string): ConformanceFinding {
  return { seen, where: report.field ?? report.call ?? 'adapter', fix: adviseOn(report) };
}

const endWords: Readonly<Record<AdapterFailure['kind'], string>> = {
  threw: 'threw',
  deadline: 'did not answer within the deadline',
  aborted: 'was broken off',
  junk: 'answered something else than was asked for',
  'not-supported': 'is not there',
};

/** `1 patient`, `1,234 patients`. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${grouped(count)} ${count === 1 ? noun : plural}`;
}

/** `1,234`: as English writes it, whatever the page's locale. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

/** `12 %`, `0.3 %`. */
export function shareOf(part: number, whole: number): string {
  const percent = whole === 0 ? 0 : (100 * part) / whole;
  return `${percent >= 10 || percent === 0 ? Math.round(percent) : Math.round(percent * 10) / 10} %`;
}
