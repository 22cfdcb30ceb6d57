import { html, nothing, type TemplateResult } from 'lit';
import { nameAssignee, type Assignee, type TeamMember } from '../../../model/index.ts';
import { formatCount } from '../../../i18n/numbers.ts';
import { reachLines } from '../reach.ts';
import type { Reach } from '../../shared/unseen-runs.ts';
import type { Ui } from './ui.ts';

export interface AssignProps {
  readonly reach: Reach;
  readonly team: readonly TeamMember[];
  /** The user's own id, who comes first. */
  readonly user: string | undefined;
  /** How many of the patients are assigned already. */
  readonly replaced: number;
  readonly assign: (assignee: Assignee | undefined) => void;
  readonly ui: Ui;
}

/** Says who is to see to the chosen patients: one click on a name. */
export function assignPanel(props: AssignProps): TemplateResult {
  const { reach, team, user, replaced, assign, ui } = props;
  const { language, texts } = ui;
  const count = reach.patients.length;
  const own = team.filter(({ id }) => id === user);
  const others = team.filter(({ id }) => id !== user);
  const choice = (label: string, assignee: Assignee | undefined) =>
    html`<li>
      <button
        type="button"
        class="button"
        aria-disabled=${count === 0 ? 'true' : 'false'}
        @click=${() => count > 0 && assign(assignee)}
      >
        <bdi>${label}</bdi>
      </button>
    </li>`;
  return html`<h3 class="whose">${texts.roundPanel.assignTitle(formatCount(count, language))}</h3>
    ${reachLines(reach, ui).map((line) => html`<p>${line}</p>`)}
    ${replaced > 0 ? html`<p>${texts.roundPanel.replaces(formatCount(replaced, language))}</p>` : nothing}
    <ul class="deeds people">
      ${own.map(({ id, name }) => choice(texts.roundPanel.me(nameAssignee({ id, name })), { id, name }))}
      ${others.map(({ id, name }) => choice(nameAssignee({ id, name }), { id, name }))}
      ${choice(texts.round.nobody, undefined)}
    </ul>`;
}
