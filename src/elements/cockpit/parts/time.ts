import { css, html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { formatDate } from '../../../model/index.ts';
import { icons } from '../../../ui/icons.ts';
import { holdEscape, showUnder } from '../../../ui/popover.ts';
import type { DrawList } from '../../shared/long-lists.ts';
import type { Ui } from '../ui.ts';
import type { TimeMachine } from '../controllers/time-machine.ts';

/** Draws the time machine, behind a button: an earlier date to see the patient on, or to compare today with. */
export function timeButton(time: TimeMachine, { language, texts }: Ui): TemplateResult {
  const { seenOn, today, see, compared, compare, lastVisit, lastRound } = time;
  const text = texts.patientView;
  const label = `${text.timeMachine}: ${seenOn ? formatDate(seenOn, language) : text.today.toLowerCase()}`;
  const choose = (
    name: string,
    value: string | undefined,
    set: (date: string | undefined) => void,
  ) =>
    html`<label
      >${name}
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
  const since = (date: string | undefined, words: (date: string) => string) =>
    date === undefined
      ? nothing
      : html`<button
          type="button"
          class="button"
          @click=${({ target }: Event) => {
            (target as Element).closest<HTMLElement>('[popover]')?.hidePopover();
            compare(date);
          }}
        >
          ${words(formatDate(date, language))}
        </button>`;
  return html`<button
      type="button"
      class="button quiet ${seenOn ? 'on' : ''}"
      aria-label=${label}
      title=${label}
      aria-haspopup="dialog"
      @click=${({ currentTarget }: Event) => {
        const button = currentTarget as HTMLElement;
        const panel = button.nextElementSibling as HTMLElement;
        showUnder(panel, button.getBoundingClientRect());
        panel.querySelector('input')?.focus();
      }}
    >
      ${icons.clock()}<span>${label}</span>
    </button>
    <div
      class="panel"
      part="time"
      popover
      tabindex="-1"
      role="dialog"
      aria-label=${label}
      @keydown=${holdEscape}
    >
      ${choose(text.timeMachine, seenOn ?? today, see)}
      ${choose(text.compareWith, compared, compare)} ${since(lastVisit, text.sinceVisit)}
      ${since(lastRound, text.sinceRound)}
    </div>`;
}

/** Says that the patient is not seen today, and what is other today than it was on another date. */
export function timePart(time: TimeMachine, list: DrawList, ui: Ui): TemplateResult {
  const { seenOn, see } = time;
  const { language, texts } = ui;
  const text = texts.patientView;
  return html`${
    seenOn === undefined
      ? nothing
      : html`<div class="notice" role="status" part="notice">
          <strong>${text.earlierDate(formatDate(seenOn, language))}</strong>
          <button type="button" class="button" @click=${() => see(undefined)}>
            ${text.backToToday}
          </button>
        </div>`
  }
  ${changesPart(time, list, ui)}`;
}

function changesPart(
  { changes, compare, titleOf }: TimeMachine,
  list: DrawList,
  { language, texts }: Ui,
): TemplateResult | typeof nothing {
  if (!changes) return nothing;
  const text = texts.patientView;
  if (changes === 'under-way')
    return html`<section class="part changes" part="changes" aria-live="polite">
      <p class="muted">${texts.states.partLoading}</p>
    </section>`;
  const groups: readonly (readonly [string, readonly string[]])[] = [
    [text.medicineStarted, changes.medicines.started],
    [text.medicineStopped, changes.medicines.stopped],
    [text.medicinePrescribed, changes.medicines.prescribed],
    [text.joined, changes.profilesCame.map(titleOf)],
    [text.leftProfile, changes.profilesLeft.map(titleOf)],
    [text.came, changes.markersCame.map(({ title }) => title)],
    [text.gone, changes.markersGone.map(({ title }) => title)],
    [text.began, changes.began],
    [text.ended, changes.ended],
    [text.undecidedChange, [...changes.profilesUndecided.map(titleOf), ...changes.undecided]],
  ];
  const filled = groups.filter(([, lines]) => lines.length > 0);
  return html`<section class="part changes" part="changes" aria-live="polite">
    <h3>
      ${text.changes(formatDate(changes.since, language))}
      <button type="button" class="link" @click=${() => compare(undefined)}>
        ${texts.actions.close}
      </button>
    </h3>
    ${
      filled.length === 0
        ? html`<p class="muted">${text.noChanges}</p>`
        : html`<dl>
            ${filled.map(
              ([title, lines]) =>
                html`<dt>${title}</dt>
                  <dd>
                    ${list({
                      items: lines,
                      content: (line) => html`<bdi>${line}</bdi>`,
                      // The same may be said twice.
                      key: (_, index) => index,
                      className: 'lines',
                      label: title,
                      focusable: true,
                    })}
                  </dd>`,
            )}
          </dl>`
    }
  </section>`;
}

export const timeStyles = css`
  .panel {
    gap: 0.5rem;
    width: max-content;
    max-width: calc(100vw - 1rem);
    margin: 0;
    padding: 0.85rem 1rem;
    border: 1px solid var(--o-line-strong);
    border-radius: var(--o-radius);
    background: var(--o-surface);
    color: inherit;
    box-shadow: 0 6px 24px rgb(0 0 0 / 18%);
  }
  .panel:popover-open {
    position: fixed;
    inset: auto;
    display: grid;
  }
  .panel label {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 1rem;
  }
  .changes dl {
    display: grid;
    grid-template-columns: minmax(0, 12rem) minmax(0, 1fr);
    gap: 0.3rem 0.75rem;
  }
  .changes dt {
    color: var(--o-text-muted);
  }
  @container cockpit (max-width: 36rem) {
    .changes dl {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
