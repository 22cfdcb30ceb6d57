/** The test protocol: what a run has tried, and what a person ticks, on paper or on the screen, and signs. */
import { conformanceTexts } from '../../i18n/texts/conformance.ts';
import { protocolItems } from '../protocol/index.ts';
import { protocolParts, type ProtocolItem } from '../protocol/item.ts';
import { areas, type ConformanceReport, type RequirementOutcome } from '../types.ts';
import { documentOf, markup, type Markup } from './markup.ts';

export type ProtocolLanguage = keyof typeof conformanceTexts;

/**
 * Writes the protocol, filled in by a run. Its fields grow with what is written in them, so that nothing is lost on
 * paper.
 *
 * @param report Without one, it is filled in by hand alone.
 */
export function protocolHtml(
  report: ConformanceReport | undefined,
  language: ProtocolLanguage = 'da',
): string {
  const text = conformanceTexts[language];
  const words = text.protocol;
  const results = report?.results ?? [];
  const body = markup`<h1>${words.title}</h1>
<h2>${words.about}</h2>
<dl>${facts(report, language).map(([name, value]) => markup`<dt>${name}</dt><dd>${value === undefined ? line(name) : value}</dd>`)}</dl>
<h2>${words.automatic}</h2>
<p class="muted">${words.automaticLead}</p>
${areas.map((area) => automatic(area, results, language))}
${protocolParts.map(
  (part) => markup`<h2>${words.manual[part]}</h2><p class="muted">${words.manualLead}</p>
${protocolItems.filter((each) => each.part === part).map((each) => manual(each, results, language))}`,
)}
<h2>${words.conclusion}</h2>
<div class="ticks">${[words.approved, words.conditional, words.refused].map(tick)}</div>
<p>${words.remarks}</p>${field(words.remarks)}
<h2>${words.signatures}</h2>
<div class="signatures">${[words.tester, words.vendorSigns, words.approver].map(
    (who) => markup`<section><h3>${who}</h3>
${[words.name, words.role, words.day].map((each) => markup`<p class="muted">${each}</p>${line(`${who}: ${each}`)}`)}
<p class="muted">${words.signature}</p><div class="line tall"></div></section>`,
  )}</div>`;
  return documentOf(words.title, language, body);
}

function facts(
  report: ConformanceReport | undefined,
  language: ProtocolLanguage,
): readonly (readonly [string, string | undefined])[] {
  const words = conformanceTexts[language].protocol;
  return [
    [words.vendor, undefined],
    [words.system, undefined],
    [words.clinic, report?.clinic?.name],
    [words.place, undefined],
    [words.version, report?.version],
    [words.date, report?.asOf],
    [words.started, report?.started],
    [words.environment, report?.environment],
  ];
}

function automatic(
  area: RequirementOutcome['area'],
  results: readonly RequirementOutcome[],
  language: ProtocolLanguage,
): Markup | undefined {
  const own = results.filter((each) => each.area === area);
  if (own.length === 0) return undefined;
  const text = conformanceTexts[language];
  return markup`<h3>${text.areas[area]}</h3>
<table class="requirements"><thead><tr><th>Nr.</th><th>${text.level}</th><th>${text.requirement}</th><th>${text.result}</th></tr></thead>
<tbody>${own.map(
    ({ id, level, title, result }) =>
      markup`<tr><td class="id">${id}</td><td>${level}</td><td>${title[language]}</td><td class="result ${result}">${text.results[result]}</td></tr>`,
  )}</tbody></table>`;
}

function manual(
  { id, title, steps, expected, after }: ProtocolItem,
  results: readonly RequirementOutcome[],
  language: ProtocolLanguage,
): Markup {
  const text = conformanceTexts[language];
  const words = text.protocol;
  return markup`<section class="item"><h3><span class="id">${id}</span> ${title[language]}</h3>
<p class="muted">${words.steps}</p><ol>${steps.map((each) => markup`<li>${each[language]}</li>`)}</ol>
<p><span class="muted">${words.expected}:</span> ${expected[language]}</p>
${
  after.length === 0
    ? undefined
    : markup`<p><span class="muted">${words.run}:</span> ${after.map((each, index) => {
        const result = results.find((other) => other.id === each)?.result;
        return markup`${index > 0 ? ', ' : ''}<span class="nowrap">${each} <span class="result ${result ?? ''}">${result === undefined ? words.notRun : text.results[result]}</span></span>`;
      })}</p>`
}
<div class="ticks">${[words.yes, words.no, words.notRelevant].map(tick)}</div>
<p class="muted">${words.remarks}</p>${field(`${id}: ${words.remarks}`)}</section>`;
}

function tick(label: string): Markup {
  return markup`<label><input type="checkbox"> ${label}</label>`;
}

/** Grows with what is written in it: a text area would print what fits. */
function field(label: string): Markup {
  return markup`<div class="field" contenteditable="plaintext-only" role="textbox" aria-multiline="true" aria-label="${label}"></div>`;
}

function line(label: string): Markup {
  return markup`<div class="line" contenteditable="plaintext-only" role="textbox" aria-label="${label}"></div>`;
}
