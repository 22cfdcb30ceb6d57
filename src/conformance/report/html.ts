/** A report as one file of HTML, to be kept and printed. */
import { conformanceTexts } from '../../i18n/texts/conformance.ts';
import { areas, type ConformanceReport, type RequirementOutcome } from '../types.ts';
import { grouped } from '../verdicts.ts';
import { compareReports, type ConformanceChange } from './compare.ts';
import { documentOf, markup, prose, type Markup } from './markup.ts';

export interface HtmlOptions {
  /** A run before, to compare with. */
  readonly previous?: ConformanceReport | undefined;
}

const text = conformanceTexts.en;

export function reportHtml(report: ConformanceReport, { previous }: HtmlOptions = {}): string {
  const { clinic, summary, results, calls, moreCalls } = report;
  const title = `Overblik conformance${clinic ? `: ${clinic.name}` : ''}`;
  const body = markup`<h1>${title}</h1>
<p class="result ${summary.ok ? 'pass' : 'fail'}">${summary.ok ? text.ok : text.notOk(String(summary.shall.fail + summary.shall.error))}</p>
${about(report)}
${counts(report)}
${notMet(results)}
${previous ? comparison(previous, report) : undefined}
${areas.map((area) => section(area, results))}
<h2>Calls</h2>
<p class="muted">What was asked of the adapter, in kind and number.</p>
<div class="scroll"><table><thead><tr><th class="number">At (ms)</th><th>Call</th><th>Asked</th><th class="number">Took (ms)</th><th>Ended</th><th>Got</th></tr></thead>
<tbody>${calls.map(({ at, call, asked, took, outcome, got }) => markup`<tr><td class="number">${grouped(at)}</td><td>${call}</td><td>${asked}</td><td class="number">${took}</td><td>${outcome}</td><td>${got}</td></tr>`)}</tbody></table></div>
${moreCalls > 0 ? markup`<p>${grouped(moreCalls)} more.</p>` : undefined}`;
  return documentOf(title, 'en', body);
}

function about(report: ConformanceReport): Markup {
  const { version, asOf, started, took, environment, parts, allowed, clinic } = report;
  const rows: readonly (readonly [string, string | number | undefined])[] = [
    ['As of', asOf],
    ['Patients told', clinic?.patients],
    ['Overblik', version],
    ['Started', started],
    ['Took', `${grouped(Math.round(took))} ms`],
    ['Run in', environment],
    ['Optional parts', parts.join(', ') || 'none'],
    ['Allowed beside reading', allowed.join(', ') || 'nothing'],
  ];
  return markup`<dl>${rows.map(([name, value]) => (value === undefined ? undefined : markup`<dt>${name}</dt><dd>${value}</dd>`))}</dl>`;
}

function counts({ summary }: ConformanceReport): Markup {
  const row = (level: string, own: typeof summary.shall) =>
    markup`<tr><th scope="row">${level}</th>${Object.values(own).map((count) => markup`<td>${count}</td>`)}</tr>`;
  return markup`<table><thead><tr><th></th>${Object.keys(summary.shall).map((each) => markup`<th>${each}</th>`)}</tr></thead><tbody>${row('SHALL', summary.shall)}${row('SHOULD', summary.should)}</tbody></table>`;
}

/** The requirements that are not met, ahead of the whole. */
function notMet(results: readonly RequirementOutcome[]): Markup | undefined {
  const failed = results.filter(({ result }) => result === 'fail' || result === 'error');
  if (failed.length === 0) return undefined;
  return markup`<h2>Not met</h2>
<ul>${failed.map(({ id, level, title }) => markup`<li><span class="id">${id}</span> (${level}) ${title.en}</li>`)}</ul>`;
}

function comparison(previous: ConformanceReport, report: ConformanceReport): Markup {
  const { worse, better, other } = compareReports(previous, report);
  const list = (title: string, changes: readonly ConformanceChange[]) =>
    changes.length === 0
      ? undefined
      : markup`<p>${title}: ${changes.map(({ id, before, after }) => `${id} (${before ?? 'not asked'} → ${after ?? 'not asked'})`).join(', ')}</p>`;
  const isSame = worse.length + better.length + other.length === 0;
  return markup`<h2>Since the last run</h2>${isSame ? markup`<p>Nothing has changed.</p>` : [list('Worse', worse), list('Better', better), list('Otherwise', other)].filter((each) => each !== undefined)}`;
}

function section(
  area: RequirementOutcome['area'],
  results: readonly RequirementOutcome[],
): Markup | undefined {
  const own = results.filter((each) => each.area === area);
  if (own.length === 0) return undefined;
  return markup`<h2>${text.areas[area]}</h2>
<table class="requirements"><thead><tr><th>Id</th><th>${text.level}</th><th>${text.requirement}</th><th>${text.result}</th></tr></thead>
<tbody>${own.map(row)}</tbody></table>`;
}

function row(outcome: RequirementOutcome): Markup {
  const { id, level, text: words, source, result, why, findings, figures } = outcome;
  return markup`<tr><td class="id">${id}</td><td>${level}</td><td>${prose(words)} <span class="muted">(contract: ${source})</span>
${why === undefined ? undefined : markup`<p class="muted">${prose(why)}</p>`}
${findings.length === 0 ? undefined : markup`<ul class="findings">${findings.map((each) => markup`<li><strong>${text.seen}:</strong> ${prose(each.seen)}<br><strong>${text.where}:</strong> ${prose(each.where)}<br><strong>${text.fix}:</strong> ${prose(each.fix)}</li>`)}</ul>`}
${figures.length === 0 ? undefined : markup`<p class="muted">${figures.map(({ name, value, unit, limit }) => `${name}: ${grouped(Math.round(value * 10) / 10)}${unit ? ` ${unit}` : ''}${limit === undefined ? '' : ` (at most ${grouped(limit)})`}`).join('; ')}</p>`}</td>
<td class="result ${result}">${text.results[result]}</td></tr>`;
}
