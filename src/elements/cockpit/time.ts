import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { formatDate, type Changes, type Language } from '../../model/index.ts';
import type { Texts } from '../../ui/texts/index.ts';

export interface TimeParts {
  /** The earlier date that the patient is seen on; absent: today. */
  readonly seenOn: string | undefined;
  readonly today: string;
  readonly see: (date: string | undefined) => void;
  readonly compared: string | undefined;
  readonly compare: (date: string | undefined) => void;
  readonly changes: Changes | undefined;
  readonly titleOf: (profileId: string) => string;
  readonly language: Language;
  readonly texts: Texts;
}

/** The patient on an earlier date, and what is other today than it was then. */
export function timePart(parts: TimeParts): TemplateResult {
  const { seenOn, today, see, compared, compare, language, texts } = parts;
  const text = texts.patientView;
  const choose = (
    label: string,
    value: string | undefined,
    set: (date: string | undefined) => void,
  ) =>
    html`<label
      >${label}
      <input
        class="field"
        type="date"
        max=${today}
        .value=${live(value ?? '')}
        @change=${({ target }: Event) => {
          const { value: date } = target as HTMLInputElement;
          set(date !== '' && date < today ? date : undefined);
        }}
    /></label>`;
  return html`<div class="time" part="time">
      ${choose(text.timeMachine, seenOn ?? today, see)}
      ${choose(text.compareWith, compared, compare)}
    </div>
    ${
      seenOn === undefined
        ? nothing
        : html`<div class="notice" role="status" part="notice">
            <strong>${text.earlierDate(formatDate(seenOn, language))}</strong>
            <button type="button" class="button" @click=${() => see(undefined)}>
              ${text.backToToday}
            </button>
          </div>`
    }
    ${changesPart(parts)}`;
}

/** Lines of one kind beyond this are not drawn. */
const mostLines = 12;

function changesPart({
  changes,
  titleOf,
  language,
  texts,
}: TimeParts): TemplateResult | typeof nothing {
  if (!changes) return nothing;
  const text = texts.patientView;
  const groups: readonly (readonly [string, readonly string[]])[] = [
    [text.joined, changes.profilesCame.map(titleOf)],
    [text.leftProfile, changes.profilesLeft.map(titleOf)],
    [text.came, changes.markersCame.map(({ title }) => title)],
    [text.gone, changes.markersGone.map(({ title }) => title)],
    [text.began, changes.began],
    [text.ended, changes.ended],
  ];
  const filled = groups.filter(([, lines]) => lines.length > 0);
  return html`<section class="part changes" part="changes" aria-live="polite">
    <h3>${text.changes(formatDate(changes.since, language))}</h3>
    ${
      filled.length === 0
        ? html`<p class="muted">${text.noChanges}</p>`
        : html`<dl class="items">
            ${filled.map(
              ([title, lines]) =>
                html`<div class="item">
                  <dt>${title}</dt>
                  <dd>
                    ${lines.slice(0, mostLines).map((line) => html`<div><bdi>${line}</bdi></div>`)}
                    ${lines.length > mostLines ? html`<div class="muted">+${lines.length - mostLines}</div>` : nothing}
                  </dd>
                </div>`,
            )}
          </dl>`
    }
  </section>`;
}
