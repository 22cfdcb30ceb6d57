import { css, html, nothing, type TemplateResult } from 'lit';
import {
  ActionRun,
  actionsOf,
  describeOutcome,
  textIn,
  troubleFirst,
  type ActionStatus,
  type ClinicAdapter,
} from '../../model/index.ts';
import { formatCount } from '../../i18n/numbers.ts';
import { virtualList } from '../../ui/virtual-list.ts';
import { reachLines } from './reach.ts';
import { ActionForm } from '../shared/action-form/form.ts';
import type { Reach } from '../shared/unseen-runs.ts';
import type { Ui } from './panels/ui.ts';
import type { RunResults } from './run-results.ts';

export interface RunProps {
  readonly run: ActionRun;
  readonly results: RunResults;
  /** Who it is done for, as they were when it was asked for. */
  readonly reach: Reach;
  /** Of how many it is not known whether an earlier run did it. */
  readonly doubtful: number;
  /** What is written before it is done; undefined where nothing is. */
  readonly form: ActionForm | undefined;
  readonly start: () => void;
  /** Tries again those who failed, and those who were not asked for. */
  readonly retry: () => void;
  /** Asks whether those of whom nothing is known are to be tried again. */
  readonly retryUnknown: () => void;
  readonly close: () => void;
  readonly ui: Ui;
}

/** A run of a host's action, ready to begin. */
export function actionRun(...given: ConstructorParameters<typeof ActionRun>): ActionRun {
  return new ActionRun(...given);
}

/** What is to be written or ticked before an action is done; undefined where it asks for nothing. */
export function actionForm(
  ...[host, source]: ConstructorParameters<typeof ActionForm>
): ActionForm | undefined {
  return source.action.fields || source.reasons ? new ActionForm(host, source) : undefined;
}

/** Tries some again, through the adapter that the clinic has now: it may be another than the one that was asked before. */
export function retryRun(
  run: ActionRun,
  statuses: readonly ActionStatus[],
  adapter: ClinicAdapter | undefined,
): Promise<void> {
  const now = actionsOf(adapter).find(({ id }) => id === run.action.id);
  return run.retry(statuses, now);
}

/**
 * A host's action over the chosen patients: progress, a result for each, retry of the failed, and after a question of
 * those of whom nothing is known, cancel.
 */
export function runDialog(props: RunProps): TemplateResult {
  const { run, results, reach, doubtful, form, start, retry, retryUnknown, close, ui } = props;
  const { language, texts } = ui;
  const text = texts.actions;
  const { phase, outcomes, counts, permanent } = run.state;
  const count = (value: number) => formatCount(value, language);
  const label = textIn(run.action.label, language);
  const names = new Map(reach.patients.map(({ id, name }) => [id, name]));
  const nameOf = (id: string) => names.get(id) || texts.patient.noName;
  const done = counts.ok + counts.failed + counts.unknown + counts.cancelled;
  const failed = counts.failed - permanent.failed;
  const again = counts.failed + counts.cancelled - permanent.failed - permanent.cancelled;
  return html`<h3>${phase === 'running' ? texts.run.running(label) : label}</h3>
    ${
      phase === 'ready'
        ? html`<p>${texts.run.confirm(label, count(outcomes.length))}</p>
            ${reachLines(reach, ui).map((line) => html`<p>${line}</p>`)}
            ${doubtful > 0 ? html`<p>${texts.run.doubtful(count(doubtful))}</p>` : nothing}
            ${form?.content(ui) ?? nothing}`
        : html`<progress aria-label=${label} max=${outcomes.length} value=${done}></progress>
            <p role="status">
              ${[
                texts.run.done(count(counts.ok), count(outcomes.length)),
                failed > 0 ? texts.run.failed(count(failed)) : undefined,
                permanent.failed > 0 ? texts.run.notPossible(count(permanent.failed)) : undefined,
                counts.unknown > 0 ? texts.run.unsure(count(counts.unknown)) : undefined,
                counts.cancelled > 0 ? texts.run.cancelled(count(counts.cancelled)) : undefined,
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            ${virtualList({
              items: troubleFirst(outcomes),
              key: ({ patientId }) => patientId,
              content: (outcome) => {
                const { patientId, status, message } = outcome;
                return html`<div class=${status}>
                  <bdi>${nameOf(patientId)}</bdi>
                  <span class="muted"
                    >${[describeOutcome(outcome, language), message && textIn(message, language)]
                      .filter(Boolean)
                      .join(': ')}</span
                  >
                </div>`;
              },
              className: 'results',
              label,
              focusable: true,
            })}
            ${phase === 'done' ? takeOut(results, ui) : nothing}`
    }
    <div class="buttons">
      ${
        phase === 'ready' && outcomes.length > 0
          ? html`<button
              type="button"
              class="button primary"
              aria-disabled=${form?.canBeDone === false ? 'true' : 'false'}
              @click=${start}
            >
              ${label}
            </button>`
          : nothing
      }
      ${
        phase === 'done' && again > 0
          ? html`<button type="button" class="button primary" @click=${retry}>
              ${texts.run.retry}
            </button>`
          : nothing
      }
      ${
        phase === 'done' && counts.unknown > 0
          ? html`<button type="button" class="button" @click=${retryUnknown}>
              ${texts.run.retryUnknown}
            </button>`
          : nothing
      }
      ${
        phase === 'running'
          ? html`<button type="button" class="button" @click=${() => run.cancel()}>
              ${text.cancel}
            </button>`
          : html`<button type="button" class="button" @click=${close}>
              ${phase === 'ready' ? text.cancel : text.close}
            </button>`
      }
    </div>`;
}

/** The results as a table on the clipboard or in a file. */
function takeOut(results: RunResults, ui: Ui): TemplateResult {
  const { run } = ui.texts;
  return html`<div class="take-out">
    <button type="button" class="button" @click=${results.copy}>${run.copyAll}</button>
    <button type="button" class="button" @click=${results.save}>${run.exportAll}</button>
    <div class="outcome" role="status">${results.outcome(ui)}</div>
  </div>`;
}

export const runStyles = css`
  /* Labels, names and messages may be of any length. */
  /* What the host calls its action may be of any length; it stands above the question. */
  dialog.run .primary {
    max-inline-size: 100%;
  }
  dialog.run .primary .label {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  dialog.run {
    overflow-wrap: anywhere;
  }
  .results {
    max-block-size: 18rem;
    overflow: auto;
    border-block: 1px solid var(--o-line);
  }
  /* Around a long list, whose height is known only after it is placed. */
  div.results {
    block-size: 18rem;
  }
  .results .virtual-list {
    inline-size: 100%;
  }
  /* What became of it keeps its room beside a name of any length. */
  .results li > div {
    display: grid;
    grid-template-columns: minmax(0, 1fr) fit-content(60%);
    gap: 1rem;
    padding-block: 0.2rem;
  }
  .results li > div > * {
    min-inline-size: 0;
  }
  .results li > div > .muted {
    text-align: end;
  }
  .take-out,
  .take-out .outcome {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem;
  }
  .take-out .outcome,
  .take-out progress {
    inline-size: 100%;
  }
  .take-out .outcome:not(:has(*)) {
    display: none;
  }
  .results .failed,
  .results .unknown {
    font-weight: 600;
  }
`;
