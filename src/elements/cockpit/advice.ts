import { html, nothing, type TemplateResult } from 'lit';
import {
  formatDate,
  formatUpdated,
  markerLevels,
  textIn,
  type ActionStatus,
  type Advice,
  type HostAction,
  type MarkerView,
} from '../../model/index.ts';
import { icons } from '../../ui/icons.ts';
import type { Texts } from '../../i18n/texts/index.ts';
import type { MarkerActions } from './marker-actions.ts';
import type { CockpitProps } from './props.ts';

/** What needs attention: level, grounds, source, and what can be done about it. */
export function advicePart(parts: CockpitProps): TemplateResult {
  const { view, texts } = parts;
  const text = texts.cockpit;
  const { advice, exempted, profiles, whys } = view;
  const [first] = profiles;
  const one = profiles.length === 1 && first;
  const truth = whys[0]?.truth;
  const none =
    !one || truth === 'yes'
      ? text.noMarkers
      : truth === 'no'
        ? text.notMember
        : text.undecidedMember;
  return html`<section class="part" part="advice">
    <h3>
      ${text.needToKnow}${
        one
          ? html`<span class="muted">${text.byProfile(first.title, first.version)}</span>`
          : nothing
      }
    </h3>
    ${
      advice.length > 0
        ? html`<ul class="advice">
            ${advice.map((each) => card(each, !one, parts))}
          </ul>`
        : exempted.length > 0
          ? nothing
          : html`<p class="muted">${none}</p>`
    }
    ${exempted.length > 0 ? exemptions(parts) : nothing}
  </section>`;
}

function card(
  marker: Advice,
  many: boolean,
  { texts, desk, ...parts }: CockpitProps,
): TemplateResult {
  const { level, truth, title, length, advice, evidence, source, profile } = marker;
  const text = texts.cockpit;
  return html`<li class=${truth === 'yes' ? level : 'unknown'}>
    <p class="title">
      ${truth === 'yes' ? icons[level]() : icons.undecided()}
      <span
        >${title}${length ? `, ${length}` : ''}${truth === 'unknown' ? `: ${text.undecided}` : ''}</span
      >
    </p>
    ${truth === 'yes' && advice ? html`<p>${advice}.</p>` : nothing}
    ${evidence.length > 0 ? html`<p class="grounds">${text.grounds}: ${evidence.join('. ')}.</p>` : nothing}
    ${
      source || many
        ? html`<p class="source">
            ${[many ? profile.title : undefined, source ? `${text.source}: ${source}` : undefined]
              .filter(Boolean)
              .join(' · ')}
          </p>`
        : nothing
    }
    ${desk ? deeds(marker, desk, { texts, ...parts }) : nothing}
  </li>`;
}

/** How many actions a card shows; the others are one step away. */
const atHand = 1;

/** What can be done: the host's actions with how they went, and the exemption. */
function deeds(
  marker: Advice,
  desk: MarkerActions,
  { view, language, texts }: Omit<CockpitProps, 'desk'>,
): TemplateResult {
  const text = texts.patientView;
  const run = desk.runOf(marker);
  const running = run?.state.phase === 'running';
  const outcome = run?.state.outcomes[0];
  const words: Record<ActionStatus, string> = {
    waiting: '…',
    running: '…',
    ok: texts.actions.ok,
    failed: texts.actions.notOk,
    cancelled: texts.actions.notSent,
    unknown: text.doneUnknown,
  };
  const exempting = desk.isExempting(marker);
  const button = (action: HostAction) =>
    html`<button
      type="button"
      class="button"
      ?disabled=${running}
      @click=${() => desk.start(action, marker)}
    >
      ${textIn(action.label, language)}
    </button>`;
  return html`<div class="deeds">
      ${desk.actions.slice(0, atHand).map(button)}
      ${
        desk.mayExempt(marker)
          ? html`<button
              type="button"
              class="button asks"
              aria-label="${text.exempt} ${marker.title}"
              aria-expanded=${exempting ? 'true' : 'false'}
              data-marker=${marker.id}
              @click=${() => desk.ask(marker, !exempting)}
            >
              ${text.exempt}
            </button>`
          : nothing
      }
    </div>
    ${
      desk.actions.length > atHand
        ? html`<details>
            <summary>${texts.list.more}</summary>
            <div class="deeds">${desk.actions.slice(atHand).map(button)}</div>
          </details>`
        : nothing
    }
    ${exempting ? exemptForm(marker, desk, view.asOf, texts) : nothing}
    ${
      desk.actions.length === 0
        ? nothing
        : html`<p class="outcome ${outcome?.status ?? ''}" role="status">
            ${
              run && outcome
                ? html`${textIn(run.action.label, language)}:
                  ${[words[outcome.status], outcome.message && textIn(outcome.message, language)]
                    .filter(Boolean)
                    .join('. ')}
                  ${
                    outcome.status === 'failed' && !running
                      ? html`<button type="button" class="button" @click=${() => void run.retry()}>
                          ${texts.states.retry}
                        </button>`
                      : nothing
                  }`
                : nothing
            }
          </p>`
    }`;
}

function exemptForm(
  marker: Advice,
  desk: MarkerActions,
  today: string,
  texts: Texts,
): TemplateResult {
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const note = form.elements.namedItem('note') as HTMLTextAreaElement;
    const until = form.elements.namedItem('until') as HTMLInputElement;
    // White space is no reason.
    if (note.value.trim()) desk.exempt(marker, note.value.trim(), until.value);
    else note.focus();
  };
  return html`<form class="exempt" @submit=${submit}>
    <label
      >${texts.round.exemptNoteNeeded}<textarea
        class="field"
        name="note"
        rows="2"
        required
      ></textarea>
    </label>
    <label
      >${texts.round.exemptUntil}<input class="field" type="date" name="until" min=${today}
    /></label>
    <div class="deeds">
      <button type="submit" class="button primary">${texts.patientView.save}</button>
      <button type="button" class="button" @click=${() => desk.ask(marker, false)}>
        ${texts.actions.cancel}
      </button>
    </div>
  </form>`;
}

/** Exempted markers are quiet, and never gone: what they were, why not, until when, and who said so. */
function exemptions({ view, desk, language, texts }: CockpitProps): TemplateResult {
  const text = texts.patientView;
  return html`<h4>${text.exempted}</h4>
    <ul class="exempted">
      ${view.exempted.map((marker) => {
        const { note, until, by, at } = marker.exemption ?? { note: '' };
        return html`<li>
          <span>${marker.title}: <bdi>${note}</bdi></span>
          <span class="muted"
            >${[
              until && text.exemptedUntil(formatDate(until, language)),
              by,
              at && formatUpdated(at, view.asOf, language),
            ]
              .filter(Boolean)
              .join(' · ')}</span
          >
          ${
            desk
              ? html`<button
                  type="button"
                  class="link"
                  aria-label="${text.endExemption}: ${marker.title}"
                  @click=${() => desk.endExemption(marker)}
                >
                  ${text.endExemption}
                </button>`
              : nothing
          }
        </li>`;
      })}
    </ul>`;
}

/** How many, by level, as chips in the heading. */
export function levelCounts(advice: readonly MarkerView[], texts: Texts): TemplateResult {
  const text = texts.patientView;
  const set = advice.filter(({ truth }) => truth === 'yes');
  const words = { critical: text.grave, warning: text.warnings, info: text.warnings };
  return html`<span class="levels"
    >${markerLevels
      .filter((level) => level !== 'info')
      .map((level) => {
        const count = set.filter((each) => each.level === level).length;
        return count > 0
          ? html`<span class="chip ${level}">${icons[level]()}${words[level](count)}</span>`
          : nothing;
      })}</span
  >`;
}
