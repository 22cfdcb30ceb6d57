/** A report as text, for a terminal. */
import { areas, type ConformanceReport, type RequirementOutcome } from '../types.ts';
import { counted, grouped } from '../verdicts.ts';
import { compareReports, type ConformanceChange } from './compare.ts';

export interface TextOptions {
  /** A run before, to compare with. */
  readonly previous?: ConformanceReport | undefined;
  /** Whether what passed is told, too. Default false. */
  readonly all?: boolean;
}

export function reportText(
  report: ConformanceReport,
  { previous, all = false }: TextOptions = {},
): string {
  const lines = [
    `Overblik conformance${report.version === undefined ? '' : `, version ${report.version}`}`,
    clinicLine(report),
    '',
  ];
  for (const area of areas) {
    const own = report.results.filter((each) => each.area === area);
    const told = own.filter(({ result }) => all || result === 'fail' || result === 'error');
    if (own.length === 0) continue;
    const passed = own.filter(({ result }) => result === 'pass').length;
    const judged = own.filter(({ result }) => result !== 'omit' && result !== 'skip').length;
    lines.push(`${area}: ${judged === 0 ? 'not judged' : `${passed} of ${judged} passed`}`);
    for (const each of told) lines.push(...outcomeLines(each));
  }
  const skipped = report.results.filter(({ result }) => result === 'skip');
  if (skipped.length > 0) {
    lines.push('', 'Not judged:');
    for (const [why, ids] of byReason(skipped))
      lines.push(`  ${ids.join(', ')}${ids.length > 1 ? ` (${ids.length})` : ''}: ${why}`);
  }
  const figures = report.results.filter(({ area }) => area === 'performance');
  if (figures.some((each) => each.figures.length > 0)) {
    lines.push('', 'Figures:');
    for (const { id, figures: own } of figures)
      for (const { name, value, unit, limit } of own)
        lines.push(
          `  ${id} ${name}: ${grouped(Math.round(value))}${unit ? ` ${unit}` : ''}${limit === undefined ? '' : ` (at most ${grouped(Math.round(limit))})`}`,
        );
  }
  if (previous) lines.push('', ...comparisonLines(previous, report));
  lines.push('', summaryLine(report), '');
  return lines.join('\n');
}

function clinicLine({ clinic, asOf }: ConformanceReport): string {
  if (!clinic) return `as of ${asOf}`;
  const patients = clinic.patients === undefined ? '' : `, ${counted(clinic.patients, 'patient')}`;
  return `${clinic.name === '' ? 'a clinic without a name' : clinic.name}${patients}, as of ${asOf}`;
}

function outcomeLines({ id, level, result, text, why, findings }: RequirementOutcome): string[] {
  return [
    `  ${result.toUpperCase()} ${id} (${level}) ${text}`,
    ...(why === undefined ? [] : [`    ${why}`]),
    ...findings.flatMap(({ seen, where, fix }) => [
      `    seen:  ${seen}`,
      `    where: ${where}`,
      `    do:    ${fix}`,
    ]),
  ];
}

/** The same reason is told once, with the requirements that it holds of. */
function byReason(outcomes: readonly RequirementOutcome[]): ReadonlyMap<string, readonly string[]> {
  const reasons = new Map<string, string[]>();
  for (const { id, why = '' } of outcomes) {
    const told = why.replace(/^Not judged: /, '');
    reasons.set(told, [...(reasons.get(told) ?? []), id]);
  }
  return reasons;
}

function comparisonLines(previous: ConformanceReport, report: ConformanceReport): string[] {
  const { worse, better, other } = compareReports(previous, report);
  const list = (title: string, changes: readonly ConformanceChange[]) =>
    changes.length === 0
      ? []
      : [
          `  ${title}: ${changes.map(({ id, before, after }) => `${id} (${before ?? 'not asked'} → ${after ?? 'not asked'})`).join(', ')}`,
        ];
  const lines = [...list('worse', worse), ...list('better', better), ...list('otherwise', other)];
  return ['Since the last run:', ...(lines.length > 0 ? lines : ['  nothing has changed'])];
}

function summaryLine({ summary: { ok, shall, should } }: ConformanceReport): string {
  const failed = shall.fail + shall.error;
  return [
    ok ? 'CONFORMS' : 'DOES NOT CONFORM',
    `SHALL: ${shall.pass} passed, ${failed} failed, ${shall.skip} not judged, ${shall.omit} not relevant`,
    `SHOULD: ${should.pass} passed, ${should.fail + should.error} failed, ${should.skip} not judged, ${should.omit} not relevant`,
  ].join('. ');
}
