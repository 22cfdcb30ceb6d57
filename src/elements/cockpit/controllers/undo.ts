import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { inSentences } from '../../../i18n/sentences.ts';
import type { RoundModel } from '../../../model/index.ts';
import { UndoKeys } from '../../shared/undo-keys.ts';
import { outcomeWords } from '../../shared/undo-words.ts';
import type { CockpitHost } from './host.ts';
import type { PatientController } from './patient.ts';
import type { RoundsController } from './rounds.ts';

/** Takes back by keys what was done last in the rounds that the patient is seen in, and tells what became of it. */
export class UndoController implements ReactiveController {
  /** In which something was taken back here. */
  #round: RoundModel | undefined;
  #hasNothing: 'undo' | 'redo' | undefined;

  constructor(
    private readonly host: CockpitHost,
    private readonly patient: PatientController,
    private readonly rounds: RoundsController,
  ) {
    host.addController(this);
    new UndoKeys(host, {
      undo: () => this.#turn('undo'),
      redo: () => this.#turn('redo'),
      isThere: () => this.patient.acting !== undefined && !this.patient.isEarlier,
    });
  }

  hostDisconnected(): void {
    this.forget();
  }

  /** Tells nothing more: it names patients. */
  forget(): void {
    this.#round = this.#hasNothing = undefined;
  }

  /** What became of it, until something else is done or another patient is seen. */
  notice(): TemplateResult {
    const { ui } = this.host;
    const text = ui.texts.round;
    const undone = this.#round?.state.undone;
    const nothingThere = { undo: text.nothingToUndo, redo: text.nothingToRedo };
    return html`<div class="visually-hidden" role="status">
        ${this.#hasNothing ? nothingThere[this.#hasNothing] : nothing}
      </div>
      <div role="status">
        ${
          undone
            ? html`<div
                class="notice ${undone.kept.length > 0 || undone.inUse ? '' : 'mild'}"
                part="notice"
              >
                ${inSentences(outcomeWords([{ said: undone, title: undefined }], this.#nameOf, ui))}
              </div>`
            : nothing
        }
      </div>`;
  }

  #turn(what: 'undo' | 'redo'): void {
    const round = this.rounds.latest(what === 'undo' ? 'undoable' : 'redoable');
    if (round) this.rounds.changes.of(round)((open) => void open[what]());
    this.#round = round ?? this.#round;
    this.#hasNothing = round ? undefined : what;
    this.host.requestUpdate();
  }

  readonly #nameOf = (id: string): string | undefined => {
    const { patient } = this.patient.state.patient ?? {};
    return patient?.id === id ? patient.name || this.host.ui.texts.patient.noName : undefined;
  };
}
