import { html, nothing, type TemplateResult } from 'lit';
import { describeProblem, formatDate, type Problem } from '../../../model/index.ts';
import { formatCount } from '../../../i18n/numbers.ts';
import { virtualList } from '../../../ui/virtual-list.ts';
import { aimPart, type AimProps } from './aim.ts';
import { comparison, type ComparisonProps } from './comparison.ts';
import type { ChangeRound } from '../../shared/change-round.ts';
import { exemptionTable, type ExemptionsProps } from './exemptions.ts';
import { conflictChoice } from '../../shared/round-member.ts';
import { pendingNote } from '../round-notices.ts';

export interface RoundProps extends ComparisonProps, ExemptionsProps, AimProps {
  readonly change: ChangeRound;
  /** Asks, and finishes the round. */
  readonly finish: () => void;
  /** Begins the next round. */
  readonly start: () => void;
  readonly nameOf: (id: string) => string;
}

/** The round: how far it has come, finish it, begin the next, and what became of the last ones. */
export function roundPanel(props: RoundProps): TemplateResult {
  const { round, ui } = props;
  const { language, texts } = ui;
  const text = texts.round;
  const { phase, current, rounds, problems } = round.state;
  const finished = rounds.filter((each) => each.finished !== undefined);
  return html`<h3>${text.title}</h3>
    ${
      phase === 'loading'
        ? html`<p class="muted">${texts.roundMember.loading}</p>`
        : phase === 'failed'
          ? html`<p>${texts.roundMember.failed}</p>`
          : nothing
    }
    ${problems.map(
      (problem) =>
        html`<p class=${isDoubt(problem) ? 'notice' : 'muted'}>
          ${describeProblem(problem, language)}
        </p>`,
    )}
    ${pendingNote(round, ui, true)} ${conflicts(props)}
    ${current ? html`<p>${texts.roundPanel.started(formatDate(current.asOf, language))}</p>` : nothing}
    <div class="buttons">
      ${
        current
          ? html`<button type="button" class="button primary" @click=${props.finish}>
              ${text.finish}
            </button>`
          : html`<button
              type="button"
              class="button primary"
              aria-disabled=${phase === 'ready' ? 'false' : 'true'}
              @click=${() => phase === 'ready' && props.start()}
            >
              ${texts.roundPanel.start}
            </button>`
      }
    </div>
    ${aimPart(props)} ${exemptionTable(props)}
    ${finished.length > 0 ? comparison(props, finished) : nothing}`;
}

/** What the list's own notice has sent the user here for. */
function isDoubt({ kind }: Problem): boolean {
  return kind === 'clock' || kind === 'restored';
}

function conflicts(props: RoundProps) {
  const { round, change, nameOf, ui } = props;
  const { language, texts } = ui;
  const { state } = round;
  if (state.conflicts.length === 0) return nothing;
  return html`<p>
      <strong>${texts.round.conflict(formatCount(state.conflicts.length, language))}</strong>
    </p>
    ${virtualList({
      items: state.conflicts,
      key: ({ patientId }) => patientId,
      content: ({ patientId }) =>
        html`<p><bdi>${nameOf(patientId)}</bdi></p>
          ${conflictChoice(round.member(patientId), change, ui)}`,
      className: 'conflicts',
    })}`;
}
