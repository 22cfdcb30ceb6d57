/** What a presentation goes through, one thing at a time. */
import { html, nothing, type TemplateResult } from 'lit';
import { whose } from '../cards/owned.ts';
import type { Drawn, ReportDeeds } from '../host.ts';
import { facts } from '../parts/head.ts';
import { fewNames } from '../parts/few-names.ts';
import { refusals } from '../parts/notices.ts';
import { furtherSlides } from './further.ts';
import type { Slide } from './slide.ts';

/** What slides are made from. */
export interface SlideSource {
  /** Looked at with the indicator that the slide is of; undefined: the one that is looked at anyway. */
  readonly drawnFor: (indicator?: string) => Drawn;
  readonly deeds: ReportDeeds;
  /** The charts of an indicator, each a slide. */
  readonly charts: (drawn: Drawn) => readonly Slide[];
  /** Takes reports that are files. */
  readonly join: TemplateResult;
}

/** The report by itself: what it is of, each indicator with its charts, and who is missing. */
export function reportSlides(source: SlideSource): readonly Slide[] {
  const drawn = source.drawnFor();
  return [
    startSlide(drawn),
    ...drawn.rows.flatMap(({ id }) => indicatorSlides(id, source)),
    ...furtherSlides(drawn),
    missingSlide(drawn, source),
  ];
}

/** What is reported, as of when, and how it is protected. */
export function startSlide(drawn: Drawn): Slide {
  const { report } = drawn.ui.texts;
  return {
    id: 'start',
    title: report.titleOf(report.levels[drawn.sheet.level], drawn.title),
    template: () =>
      html`<ul class="points">
        ${facts(drawn).map((each) => html`<li>${each}</li>`)}
      </ul>`,
  };
}

/** An indicator: why it matters and whose share is what, then its charts. */
function indicatorSlides(
  indicator: string,
  { drawnFor, deeds, charts }: SlideSource,
): readonly Slide[] {
  const drawn = drawnFor(indicator);
  const { title, why, better } = drawn.words(indicator);
  const { report } = drawn.ui.texts;
  return [
    {
      id: `figures ${indicator}`,
      title,
      template: () =>
        html`${better ? html`<p class="muted">${report.better[better]}</p>` : nothing}
        ${why ? html`<p class="why">${why}</p>` : nothing}${whose(drawn, deeds)}`,
    },
    ...charts(drawn),
  ];
}

/** Who has not reported, whose report is not counted, and where a report that comes now is added. */
export function missingSlide({ sheet, ui }: Drawn, { join }: Pick<SlideSource, 'join'>): Slide {
  const { report } = ui.texts;
  const names = sheet.missing.map(({ name }) => name);
  const none = sheet.isExpectedKnown ? report.endSlideAll : report.endSlideUnknown;
  return {
    id: 'missing',
    title: report.endSlide,
    template: () =>
      html`<p>${names.length === 0 ? none : fewNames(names, ui)}</p>
        ${refusals(sheet.refused, ui)}
        <p>${join}</p>`,
  };
}
