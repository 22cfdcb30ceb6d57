/** What the cluster's meetings left to be followed up: when the figures come, and the lists that move them. */
import { html, nothing, type TemplateResult } from 'lit';
import {
  formatDate,
  indicatorFilter,
  textIn,
  type Filter,
  type FollowUp,
  type FollowUpIndicator,
} from '../../../model/index.ts';
import type { Ui } from './ui.ts';

export interface FollowUpProps {
  readonly followUps: readonly FollowUp[];
  readonly asOf: string;
  /** Ids of the profiles whose lists can be opened. */
  readonly lists: ReadonlySet<string>;
  readonly open: (profileId: string, filter?: Filter) => void;
  /** The user wants to see the figures of a meeting. */
  readonly showFigures: (id: string) => void;
  readonly ui: Ui;
}

/** The section; nothing where there is nothing to follow up. */
export function followUpPart(props: FollowUpProps): TemplateResult | typeof nothing {
  const { followUps, ui } = props;
  if (followUps.length === 0) return nothing;
  const text = ui.texts.start.followUp;
  return html`<section class="follow-ups" aria-label=${text.title}>
    <h3>${text.title}</h3>
    <ul>
      ${followUps.map((each) => html`<li>${followUp(each, props)}</li>`)}
    </ul>
  </section>`;
}

function followUp(each: FollowUp, props: FollowUpProps): TemplateResult {
  const { asOf, showFigures, ui } = props;
  const { language } = ui;
  const text = ui.texts.start.followUp;
  const title = textIn(each.title, language);
  const day = (date: string) => formatDate(date, language);
  const figures =
    each.figures === undefined
      ? each.due < asOf
        ? text.overdue(day(each.due))
        : text.due(day(each.due))
      : text.here(day(each.figures));
  return html`<p class="what">
      <b>${title}</b>
      <span class="muted">${text.met(day(each.met))}</span>
      <span class="chip ${each.figures === undefined ? '' : 'info'}">${figures}</span>
    </p>
    ${
      each.agreed === undefined || each.agreed.trim() === ''
        ? nothing
        : html`<p class="agreed"><b>${text.agreed}:</b> ${each.agreed}</p>`
    }
    <p class="ways">
      ${each.indicators.map((indicator) => listButton(indicator, props))}
      <button
        type="button"
        class="button ${each.figures === undefined ? '' : 'primary'}"
        aria-label=${text.figuresOf(title)}
        @click=${() => showFigures(each.id)}
      >
        ${text.figures}
      </button>
    </p>`;
}

function listButton(
  { profileId, indicatorId, title, better }: FollowUpIndicator,
  { lists, open, ui }: FollowUpProps,
): unknown {
  if (!lists.has(profileId)) return nothing;
  const { texts, language } = ui;
  // Whose number is to be smaller.
  const filter = indicatorFilter(indicatorId, better === 'higher' ? 'rest' : 'numerator');
  return html`<button type="button" class="button" @click=${() => open(profileId, filter)}>
    ${texts.start.followUp.list(textIn(title, language))}
  </button>`;
}
