/** What a clinic's data can answer of what a profile asks. */
import { html, nothing, type TemplateResult } from 'lit';
import { formatLongDate } from '../../i18n/dates.ts';
import { typeTitle } from '../../i18n/record-types.ts';
import { describeGaps } from '../../model/index.ts';
import type { TypeAnswer } from '../../model/viewer/index.ts';
import { icons } from '../../ui/icons.ts';
import { partHeading, type Drawn } from './drawn.ts';
import type { Ui } from './ui.ts';

/** The clinic that was asked, and by type what it can tell. */
export function clinicSection(drawn: Drawn): TemplateResult {
  const text = drawn.ui.texts.profile;
  return html`<section part="clinic">
    ${partHeading('clinic', text.clinic, drawn)} ${contentOf(drawn)}
  </section>`;
}

function contentOf({ clinic, answers, asOf, retry, ui }: Drawn) {
  const text = ui.texts.profile;
  const { description, gaps } = clinic;
  if (clinic.state === 'none') return html`<p class="muted">${text.clinicNone}</p>`;
  if (clinic.state === 'failed')
    return html`<div class="notice" role="alert">
      <span>${text.clinicFailed}</span>
      <button type="button" class="button" @click=${retry}>${text.retry}</button>
    </div>`;
  if (!description) return html`<p class="muted" role="status">${text.clinicLoading}</p>`;
  const { language } = ui;
  const when = ui.texts.common.asOf(formatLongDate(asOf, language));
  return html`<p class="muted">
      ${description.name ? text.clinicOf(description.name, when) : when}
    </p>
    ${
      gaps.length > 0
        ? html`<p class="notice">
            ${icons.undecided()}<span>${describeGaps(gaps, language)}</span>
          </p>`
        : nothing
    }
    ${
      answers.length === 0
        ? html`<p class="muted">${text.noData}</p>`
        : html`<dl class="answers">${answers.map((each) => answerRow(each, ui))}</dl>`
    }`;
}

function answerRow({ type, state, from, updated, source }: TypeAnswer, ui: Ui): TemplateResult {
  const text = ui.texts.profile;
  const hint =
    from !== undefined
      ? text.dataFrom(formatLongDate(from, ui.language))
      : updated !== undefined
        ? text.dataOld(formatLongDate(updated, ui.language))
        : text.answerHints[state];
  return html`<div class="answer ${state}">
    <dt>${typeTitle(type, ui.language)}</dt>
    <dd>
      <span class="verdict"
        >${state === 'yes' ? icons.met() : icons.undecided()}${text.answers[state]}</span
      >
      <span class="muted">${[hint, source].filter(Boolean).join(' · ')}</span>
    </dd>
  </div>`;
}
