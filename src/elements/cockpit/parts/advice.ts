import { html, nothing, type TemplateResult } from 'lit';
import {
  adviceCards,
  drawnName,
  drawnNote,
  formatDate,
  formatUpdated,
  knownHash,
  longTitle,
  nameExemptionReason,
  shortHash,
  textIn,
  type ActionStatus,
  type Advice,
  type AdviceCard,
  type Exemption,
  type HostAction,
} from '../../../model/index.ts';
import { sentence } from '../../../i18n/language.ts';
import { severityPhrases } from '../../../i18n/phrases/severity.ts';
import { icons } from '../../../ui/icons.ts';
import { finishedExemption, readExemption } from '../../shared/half-written.ts';
import { exemptFields } from '../../shared/exempt-fields.ts';
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
  return html`<section class="part needed" part="advice">
    <h3>
      ${text.needToKnow}${
        one
          ? html`<span class="muted"
              >${text.byProfile(first.title, first.version)}${definitionMark(props)}</span
            >`
          : nothing
      }
    </h3>
    ${
      advice.length > 0
        ? html`<ul class="advice">
            ${adviceCards(advice).map((each, at) => card(each, at === 0, props))}
          </ul>`
        : exempted.length > 0
          ? nothing
          : html`<p class="muted">${none}</p>`
    }
    ${exempted.length > 0 ? exemptions(props) : nothing}
  </section>`;
}

/** The hash of the profile's definition, for who holds two results against each other; the whole of it is at hand. */
function definitionMark({ outcomes, ui }: CockpitProps) {
  const hash = outcomes[0] && knownHash(outcomes[0].profile);
  return hash === undefined
    ? nothing
    : html` <code class="hash" title=${ui.texts.cockpit.definition(hash)}
        >${shortHash(hash)}</code
      >`;
}

/**
 * Draws what is said of one thing: what it is, and what to do. What it builds on, whose rule it is and what else can be
 * done are one step away; what cannot be decided says at once what is missing.
 *
 * @param isFirst Whether the action at hand stands here: one a patient.
 */
function card(
  { markers }: AdviceCard,
  isFirst: boolean,
  { view, markerActions, ui }: CockpitProps,
): TemplateResult {
  const [first] = markers;
  const { level, truth } = first;
  const many = view.profiles.length > 1;
  const keyOf = (marker: Advice) => headKey(marker, ui);
  const further = markerActions
    ? html`<div class="deeds">
          ${markers.map((each) => exemptButton(each, markers.length > 1, markerActions, ui))}
        </div>
        ${furtherActions(first, markerActions, isFirst, ui)}`
    : nothing;
  return html`<li class=${truth === 'yes' ? level : 'unknown'}>
    ${onceEach(markers, keyOf).map((each) => {
      const said = markers.filter((other) => keyOf(other) === keyOf(each));
      return html`${headOf(each, ui)}${onceEach(said, adviceOf).map((one) => {
        const advice = adviceOf(one);
        return advice ? html`<p>${advice}.</p>` : nothing;
      })}`;
    })}
    ${markers.some((each) => !adviceOf(each)) ? groundsOf(markers, ui) : nothing}
    ${detailsOf(markers, many, further, ui)}
    ${
      isFirst && markerActions && markerActions.actions.length > 0
        ? html`<div class="deeds">
            ${actionButtons(first, markerActions, atHandOf(markerActions), ui)}
          </div>`
        : nothing
    }
    ${
      markerActions
        ? markers.map((each) => outcomesOf(each, markerActions, view.asOf, ui))
        : nothing
    }
  </li>`;
}

/** What is called the same is one, however many profiles say it. */
function headKey(marker: Advice, { language }: Ui): string {
  return [marker.truth, longTitle(marker, language)].join('\n');
}

/** The icon, the name, and the patient's number or for how long. */
function headOf(marker: Advice, ui: Ui): TemplateResult {
  const { level, truth } = marker;
  return html`<p class="title">
    ${truth === 'yes' ? icons[level]() : icons.undecided()}
    <span
      >${truth === 'yes' ? severityWord(level, ui) : nothing}${longTitle(marker, ui.language)}${truth === 'unknown' ? `: ${ui.texts.why.undecided}` : ''}</span
    >
  </p>`;
}

/** Of what cannot be decided nobody knows whether to do anything. */
function adviceOf({ truth, advice }: Advice): string | undefined {
  return truth === 'yes' ? advice : undefined;
}

function groundsOf(markers: readonly Advice[], ui: Ui): TemplateResult | typeof nothing {
  const evidence = [...new Set(markers.flatMap((each) => each.evidence))];
  return evidence.length > 0
    ? html`<p class="grounds">${ui.texts.cockpit.grounds}: ${evidence.join('. ')}.</p>`
    : nothing;
}

/** What it builds on, whose rule it is, and what else can be done. */
function detailsOf(
  markers: readonly [Advice, ...Advice[]],
  many: boolean,
  further: TemplateResult | typeof nothing,
  ui: Ui,
): TemplateResult | typeof nothing {
  const { cockpit, common } = ui.texts;
  const grounds = markers.every(adviceOf) ? groundsOf(markers, ui) : nothing;
  const sources = markers.flatMap(({ profile, source }) => {
    const parts = [many ? profile.title : '', source ? `${cockpit.source}: ${source}` : ''];
    const line = parts.filter(Boolean).join(' · ');
    return line === '' ? [] : [line];
  });
  if (grounds === nothing && sources.length === 0 && further === nothing) return nothing;
  return html`<details class="more">
    <summary>${common.more}<span class="visually-hidden">: ${markers[0].title}</span></summary>
    ${grounds} ${[...new Set(sources)].map((line) => html`<p class="source">${line}</p>`)}
    ${further}
  </details>`;
}

function onceEach(
  markers: readonly Advice[],
  keyOf: (marker: Advice) => string | undefined,
): readonly Advice[] {
  const keys = markers.map(keyOf);
  return markers.filter((_, at) => keys.indexOf(keys[at]) === at);
}

/** How grave it is, in a word: for those who see neither the icon nor the colour, as on paper. */
function severityWord(level: Advice['level'], { language }: Ui): TemplateResult {
  const { names } = severityPhrases[language];
  return html`<span class="visually-hidden severity-word">${sentence(names[level])}: </span>`;
}

/** How many of the host's actions stand at hand; the others are one step away. */
const atHand = 1;

function atHandOf({ actions }: MarkerActions): readonly HostAction[] {
  return actions.slice(0, atHand);
}

/** The actions that do not stand at hand. */
function furtherActions(
  marker: Advice,
  markerActions: MarkerActions,
  isFirst: boolean,
  ui: Ui,
): TemplateResult | typeof nothing {
  const actions = markerActions.actions.slice(isFirst ? atHand : 0);
  if (actions.length === 0) return nothing;
  return html`<div class="deeds">${actionButtons(marker, markerActions, actions, ui)}</div>`;
}

function actionButtons(
  marker: Advice,
  markerActions: MarkerActions,
  actions: readonly HostAction[],
  { language }: Ui,
): readonly TemplateResult[] {
  const running = markerActions.isRunning(marker);
  return actions.map(
    (action) =>
      html`<button
        type="button"
        class="button"
        aria-disabled=${running ? 'true' : 'false'}
        @click=${() => !running && void markerActions.start(action, marker)}
      >
        ${textIn(action.label, language)}
      </button>`,
  );
}

/** @param isNamed Whether it says of what, where another stands beside it. */
function exemptButton(
  marker: Advice,
  isNamed: boolean,
  markerActions: MarkerActions,
  { texts: { patientView: text } }: Ui,
): TemplateResult | typeof nothing {
  if (!markerActions.mayExempt(marker)) return nothing;
  const { id, title, profile } = marker;
  const exempting = markerActions.isExempting(marker);
  return html`<button
    type="button"
    class="button asks"
    aria-label=${[text.exempt, title, ...(isNamed ? [`(${profile.title})`] : [])].join(' ')}
    aria-expanded=${exempting ? 'true' : 'false'}
    data-marker=${id}
    data-profile=${profile.id}
    @click=${() => markerActions.ask(marker, !exempting)}
  >
    ${text.exempt}${isNamed ? html` <span class="of-profile">${title} (${profile.title})</span>` : nothing}
  </button>`;
}

/** The form of an exemption, and how the host's actions went. */
function outcomesOf(
  marker: Advice,
  markerActions: MarkerActions,
  today: string,
  ui: Ui,
): TemplateResult {
  const { language, texts } = ui;
  const running = markerActions.isRunning(marker);
  const results: Record<ActionStatus, string> = {
    waiting: '…',
    running: '…',
    ok: texts.actions.ok,
    failed: texts.actions.notOk,
    cancelled: texts.actions.notSent,
    unknown: texts.patientView.doneUnknown,
  };
  return html`${
    markerActions.isExempting(marker) ? exemptForm(marker, markerActions, today, ui) : nothing
  }
  ${
    markerActions.actions.length === 0
      ? nothing
      : html`<div role="status">
          ${markerActions.runsOf(marker).map((run) => {
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
