/** The meeting walks through its package: purpose, figures, questions, tools, what is agreed, follow-up. */
import { html, nothing, type TemplateResult } from 'lit';
import { formatLongDate } from '../../i18n/dates.ts';
import { textIn } from '../../i18n/language.ts';
import { clusterPackagePhrases } from '../../i18n/phrases/cluster-package.ts';
import { followUpDate, gateQuestions, type PackageIndicator } from '../../report/index.ts';
import { whose } from '../cards/owned.ts';
import type { Drawn } from '../host.ts';
import type { Slide } from '../meeting/slide.ts';
import type { SlideSource } from '../meeting/slides.ts';
import { percentWords } from '../words.ts';
import type { PackageHost } from './host.ts';
import { toolList } from './tools.ts';

/**
 * The slides of a package, in the order of a meeting.
 *
 * @param source What the report's own slides are made from.
 * @param around Slides of the report before the figures, and after them: what is reported, and who is missing.
 */
export function packageSlides(
  host: PackageHost,
  source: Pick<SlideSource, 'deeds' | 'charts'>,
  around: { readonly before: readonly Slide[]; readonly after: readonly Slide[] },
): readonly Slide[] {
  const { document, ui } = host;
  const text = ui.texts.clusterPackage;
  const say = (each: Parameters<typeof textIn>[0]) => textIn(each, ui.language);
  return [
    {
      id: 'package purpose',
      title: say(document.title),
      template: () => points(document.purpose.map(say)),
    },
    { id: 'package gate', title: text.gate, template: () => gate(host) },
    ...around.before,
    ...document.indicators.flatMap((each) => indicatorSlides(each, host, source)),
    ...around.after,
    {
      id: 'package questions',
      title: text.questions,
      template: () =>
        html`<ol class="points">
          ${document.questions.map((each) => html`<li>${say(each.text)}</li>`)}
        </ol>`,
    },
    ...(document.tools.length > 0
      ? [{ id: 'package tools', title: text.tools, template: () => toolList(host) }]
      : []),
    { id: 'package agree', title: text.agree, template: () => agreement(host) },
    { id: 'package follow-up', title: text.followUp, template: () => followUp(host) },
  ];
}

function points(lines: readonly string[]): TemplateResult {
  return html`<ul class="points">
    ${lines.map((line) => html`<li>${line}</li>`)}
  </ul>`;
}

function gate({ document, ui }: PackageHost): TemplateResult {
  const words = clusterPackagePhrases[ui.language];
  return html`<dl class="gate">
    ${gateQuestions.map((question) => {
      const answer = document.gate[question];
      return html`<dt>${words.gateQuestions[question]}</dt>
        <dd>${answer ? textIn(answer, ui.language) : words.notAnswered}</dd>`;
    })}
  </dl>`;
}

/** Why it matters, the figures and what moves them; then the charts, and the questions about it. */
function indicatorSlides(
  each: PackageIndicator,
  host: PackageHost,
  { deeds, charts }: Pick<SlideSource, 'deeds' | 'charts'>,
): readonly Slide[] {
  const { profile, indicator } = each;
  const drawn = host.drawnOf(profile, indicator);
  const id = `package figures ${profile} ${indicator}`;
  const title = host.titleOf(profile, indicator);
  return [
    { id, title, template: () => figures(each, drawn, host, deeds) },
    ...(drawn ? charts(drawn) : []).map((slide) => ({
      ...slide,
      id: `package ${profile} ${slide.id}`,
    })),
  ];
}

function figures(
  { profile, indicator, why, moves, target }: PackageIndicator,
  drawn: Drawn | undefined,
  { document, ui }: PackageHost,
  deeds: SlideSource['deeds'],
): TemplateResult {
  const text = ui.texts.clusterPackage;
  const say = (each: Parameters<typeof textIn>[0]) => textIn(each, ui.language);
  const questions = document.questions.filter(
    (each) => each.profile === profile && each.indicator === indicator,
  );
  const way = target?.atLeast === undefined ? 'atMost' : 'atLeast';
  const goal = target?.[way];
  return html`<p class="why">${say(why)}</p>
    ${drawn ? whose(drawn, deeds) : html`<p>${text.noReport(profile)}</p>`}
    ${
      goal === undefined
        ? nothing
        : html`<p>
            <b>${text.target[way](percentWords(goal / 100, ui))}</b>
            ${target?.source ? html`<span class="muted">(${target.source})</span>` : nothing}
          </p>`
    }
    ${moves ? html`<p><b>${text.moves}:</b> ${say(moves)}</p>` : nothing}
    ${questions.map((each) => html`<p class="question">${say(each.text)}</p>`)}`;
}

function agreement({ meeting, change, ui }: PackageHost): TemplateResult {
  const text = ui.texts.clusterPackage;
  return html`<p class="muted" id="agree-hint">${text.agreeHint}</p>
    <textarea
      class="field agreed"
      rows="6"
      maxlength="4000"
      aria-label=${text.agree}
      aria-describedby="agree-hint"
      .value=${meeting.agreed ?? ''}
      @keydown=${keepArrows}
      @change=${(event: Event) =>
        change({ ...meeting, agreed: (event.target as HTMLTextAreaElement).value })}
    ></textarea>`;
}

/** In a text the arrows move among its letters, and not among the slides. */
function keepArrows(event: KeyboardEvent): void {
  if (event.key !== 'Escape') event.stopPropagation();
}

function followUp({ document, meeting, today, change, ui }: PackageHost): TemplateResult {
  const text = ui.texts.clusterPackage;
  const { language } = ui;
  const { met, agreed = '' } = meeting;
  const say = (date: string) => formatLongDate(date, language);
  const { text: more } = document.followUp;
  return html`${agreed.trim() === '' ? nothing : html`<p class="agreed-text"><b>${text.agreed}:</b> ${agreed}</p>`}
    <p>${text.due(say(followUpDate(document, met ?? today)))}</p>
    ${more ? html`<p>${textIn(more, language)}</p>` : nothing}
    <p>
      ${
        met === undefined
          ? html`<button
              type="button"
              class="button primary"
              data-do="held"
              @click=${() => change({ ...meeting, met: today })}
            >
              ${text.keep}
            </button>`
          : html`<span class="chip info">${text.kept(say(met))}</span>`
      }
    </p>`;
}
