import { css, html, nothing, type TemplateResult } from 'lit';
import {
  drawnName,
  drawnNote,
  formatDate,
  formatUpdated,
  nameExemptionReason,
  textIn,
  type ActionStatus,
  type Advice,
  type Exemption,
  type HostAction,
} from '../../../model/index.ts';
import { sentence } from '../../../i18n/language.ts';
import { severityPhrases } from '../../../i18n/phrases/severity.ts';
import { icons } from '../../../ui/icons.ts';
import { finishedExemption, readExemption } from '../../shared/half-written.ts';
import { exemptFields, exemptStyles } from '../../shared/exempt-fields.ts';
import type { Ui } from '../ui.ts';
import { mayBeTried, type MarkerActions } from '../controllers/marker-actions.ts';
import type { CockpitProps } from '../props.ts';

/** Draws what needs attention: level, grounds, source, and what can be done about it. */
export function advicePart(props: CockpitProps): TemplateResult {
  const { view } = props;
  const { texts } = props.ui;
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
            ${advice.map((each) => card(each, !one, props))}
          </ul>`
        : exempted.length > 0
          ? nothing
          : html`<p class="muted">${none}</p>`
    }
    ${exempted.length > 0 ? exemptions(props) : nothing}
  </section>`;
}

function card(
  marker: Advice,
  many: boolean,
  { view, markerActions, ui }: CockpitProps,
): TemplateResult {
  const { level, truth, title, length, advice, evidence, source, profile } = marker;
  const text = ui.texts.cockpit;
  return html`<li class=${truth === 'yes' ? level : 'unknown'}>
    <p class="title">
      ${truth === 'yes' ? icons[level]() : icons.undecided()}
      <span
        >${truth === 'yes' ? severityWord(level, ui) : nothing}${title}${length ? `, ${length}` : ''}${truth === 'unknown' ? `: ${ui.texts.why.undecided}` : ''}</span
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
    ${markerActions ? actionsOf(marker, markerActions, view.asOf, ui) : nothing}
  </li>`;
}

/** How grave it is, in a word: for those who see neither the icon nor the colour, as on paper. */
function severityWord(level: Advice['level'], { language }: Ui): TemplateResult {
  const { names } = severityPhrases[language];
  return html`<span class="visually-hidden severity-word">${sentence(names[level])}: </span>`;
}

/** How many actions a card shows; the others are one step away. */
const atHand = 1;

/** Draws what can be done: the host's actions with how they went, and the exemption. */
function actionsOf(
  marker: Advice,
  markerActions: MarkerActions,
  today: string,
  ui: Ui,
): TemplateResult {
  const { language, texts } = ui;
  const text = texts.patientView;
  const { actions } = markerActions;
  const runs = markerActions.runsOf(marker);
  const running = markerActions.isRunning(marker);
  const results: Record<ActionStatus, string> = {
    waiting: '…',
    running: '…',
    ok: texts.actions.ok,
    failed: texts.actions.notOk,
    cancelled: texts.actions.notSent,
    unknown: text.doneUnknown,
  };
  const exempting = markerActions.isExempting(marker);
  const button = (action: HostAction) =>
    html`<button
      type="button"
      class="button"
      aria-disabled=${running ? 'true' : 'false'}
      @click=${() => !running && void markerActions.start(action, marker)}
    >
      ${textIn(action.label, language)}
    </button>`;
  return html`<div class="deeds">
      ${actions.slice(0, atHand).map(button)}
      ${
        markerActions.mayExempt(marker)
          ? html`<button
              type="button"
              class="button asks"
              aria-label="${text.exempt} ${marker.title}"
              aria-expanded=${exempting ? 'true' : 'false'}
              data-marker=${marker.id}
              @click=${() => markerActions.ask(marker, !exempting)}
            >
              ${text.exempt}
            </button>`
          : nothing
      }
    </div>
    ${
      actions.length > atHand
        ? html`<details>
            <summary>${texts.common.more}</summary>
            <div class="deeds">${actions.slice(atHand).map(button)}</div>
          </details>`
        : nothing
    }
    ${exempting ? exemptForm(marker, markerActions, today, ui) : nothing}
    ${
      actions.length === 0
        ? nothing
        : html`<div role="status">
            ${runs.map((run) => {
              const { action, state } = run;
              const [outcome] = state.outcomes;
              if (!outcome) return nothing;
              const { status, message } = outcome;
              const mayRetry = mayBeTried(run) && !running;
              return html`<p class="outcome ${status}">
                ${textIn(action.label, language)}:
                ${[outcome.isPermanent ? texts.actions.notPossible : results[status], message && textIn(message, language)].filter(Boolean).join('. ')}
                ${
                  mayRetry
                    ? html`<button
                        type="button"
                        class="button"
                        @click=${() => void markerActions.start(action, marker, true)}
                      >
                        ${texts.states.retry}${status === 'unknown' ? ' …' : ''}
                      </button>`
                    : nothing
                }
              </p>`;
            })}
          </div>`
    }`;
}

function exemptForm(
  marker: Advice,
  markerActions: MarkerActions,
  today: string,
  ui: Ui,
): TemplateResult {
  const { texts } = ui;
  // By a click: a sandboxed frame may send no form, not even to itself.
  const save = ({ currentTarget }: Event) => {
    const exemption = finishedExemption(currentTarget);
    if (exemption) markerActions.exempt(marker, exemption);
  };
  const cancel = () => {
    markerActions.keepWritten(marker, undefined);
    markerActions.ask(marker, false);
  };
  return html`<form
    class="exempt"
    @input=${({ target }: Event) => markerActions.keepWritten(marker, readExemption(target))}
  >
    ${exemptFields(markerActions.writtenOf(marker), today, ui)}
    <div class="deeds">
      <button type="button" class="button primary" @click=${save}>${texts.patientView.save}</button>
      <button type="button" class="button" @click=${cancel}>${texts.actions.cancel}</button>
    </div>
  </form>`;
}

/** Draws the exempted markers, which are quiet and never gone: what they were, why not, until when, and who said so. */
function exemptions({ view, markerActions, ui }: CockpitProps): TemplateResult {
  const { language, texts } = ui;
  const text = texts.patientView;
  return html`<h4>${text.exempted}</h4>
    <ul class="exempted">
      ${view.exempted.map((marker) => {
        const exemption: Partial<Exemption> = marker.exemption ?? {};
        const { reason, note, until, by, at, ofPatient } = exemption;
        const why = [
          ...(reason ? [nameExemptionReason(reason, language)] : []),
          ...(note ? [drawnNote(note)] : []),
        ].join(' · ');
        return html`<li>
          <span>${marker.title}${why ? html`: <bdi>${why}</bdi>` : nothing}</span>
          <span class="muted"
            >${[
              ofPatient && text.patientExempt,
              until && text.exemptedUntil(formatDate(until, language)),
              by && drawnName(by),
              at && formatUpdated(at, view.asOf, language),
            ]
              .filter(Boolean)
              .join(' · ')}</span
          >
          ${
            markerActions && !ofPatient
              ? html`<button
                  type="button"
                  class="link"
                  aria-label="${text.endExemption}: ${marker.title}"
                  @click=${() => void markerActions.endExemption(marker)}
                >
                  ${text.endExemption}
                </button>`
              : nothing
          }
        </li>`;
      })}
    </ul>`;
}

export const adviceStyles = css`
  ${exemptStyles}
  .advice {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.5rem;
  }
  .advice li {
    padding: 0.55rem 0.75rem;
    border-inline-start: 3px solid var(--o-info-mark);
    background: var(--o-info-soft);
  }
  .advice li.critical {
    border-color: var(--o-critical-mark);
    background: var(--o-critical-soft);
  }
  .advice li.warning {
    border-color: var(--o-warning-mark);
    background: var(--o-warning-soft);
  }
  .advice li.unknown {
    border-inline-start-style: dashed;
    border-color: var(--o-line-strong);
    background: var(--o-raised);
  }
  .advice .title {
    display: flex;
    gap: 0.4em;
    font-weight: 650;
  }
  .advice .title span {
    min-width: 0;
  }
  .advice .title svg {
    flex: none;
    margin-block-start: 0.3em;
  }
  .advice .deeds {
    margin-block-start: 0.4rem;
  }
  .advice .source {
    font-size: var(--o-small);
    color: var(--o-text-muted);
  }
  .grounds {
    font-size: var(--o-small);
  }
  .deeds:empty {
    display: none;
  }
  .outcome {
    font-size: var(--o-small);
  }
  .outcome.failed,
  .outcome.unknown {
    font-weight: 600;
  }
  .exempt {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.4rem;
    margin-block-start: 0.5rem;
  }
  .exempted li {
    padding-block: 0.15rem;
    font-size: var(--o-small);
  }
  @media (forced-colors: active) {
    .advice li {
      border: 1px solid CanvasText;
    }
  }
`;
