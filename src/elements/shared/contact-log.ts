import { css, html, nothing, type TemplateResult } from 'lit';
import {
  contactOutcomes,
  describeAttempt,
  formatNear,
  latestFirst,
  nameOutcome,
  type ContactAttempt,
  type ContactOutcome,
} from '../../model/index.ts';
import { formatCount } from '../../i18n/numbers.ts';
import type { Ui } from './context.ts';
import { onceATask } from './once.ts';

export interface AttemptProps {
  readonly today: string;
  /** Whether there is nobody to log it for. */
  readonly isOff?: boolean;
  /** Logs what came of an attempt, and when it is to be tried again, `''`: nothing is said of that. */
  readonly log: (outcome: ContactOutcome, nextTry: string) => void;
  readonly ui: Ui<'round'>;
}

/** What came of an attempt to reach somebody: one click, with the day of the next try where one is given. */
export function attemptFields({ today, isOff = false, log, ui }: AttemptProps): TemplateResult {
  const { language, texts } = ui;
  const set = ({ currentTarget }: Event, outcome: ContactOutcome) => {
    const fields = (currentTarget as HTMLElement).closest('.attempt');
    const next = fields?.querySelector('input');
    if (isOff || !next?.reportValidity()) return;
    logOnce(next, () => {
      const { value } = next;
      next.value = '';
      log(outcome, value);
    });
  };
  return html`<div class="attempt" role="group" aria-label=${texts.round.logContact}>
    <label
      ><span>${texts.round.nextTry}</span
      ><input class="field" type="date" name="next-try" min=${today} max="2999-12-31"
    /></label>
    ${contactOutcomes.map(
      (outcome) =>
        html`<button
          type="button"
          class="button"
          aria-disabled=${isOff ? 'true' : 'false'}
          @click=${(event: Event) => set(event, outcome)}
        >
          ${nameOutcome(outcome, language)}
        </button>`,
    )}
  </div>`;
}

/** Several clicks in one go are one attempt. */
const logOnce = onceATask(
  (_fields: Element, log: () => void) => log(),
  (fields) => fields,
);

/** So many attempts are told, the latest. */
const mostTold = 8;

/** The attempts to reach a patient, folded under the latest one, and a further one to be logged. */
export function contactLog(
  contact: readonly ContactAttempt[] = [],
  { today, log, ui }: AttemptProps,
): TemplateResult {
  const { language, texts } = ui;
  const attempts = latestFirst(contact);
  const [latest] = attempts;
  const more = contact.length - mostTold;
  const day = latest && formatNear(latest.at.slice(0, 10), today, language);
  return html`<details class="contact-log">
    <summary>
      ${texts.round.contact}${latest ? html`: <strong>${nameOutcome(latest.outcome, language)}</strong> ${day}` : nothing}${
        contact.length > 1 ? html` (${formatCount(contact.length, language)})` : nothing
      }
    </summary>
    ${attemptFields({ today, log, ui })}
    ${
      latest
        ? html`<ul>
            ${attempts.slice(0, mostTold).map((each) => html`<li><bdi>${describeAttempt(each, language)}</bdi></li>`)}
            ${more > 0 ? html`<li>${texts.round.earlierAttempts(formatCount(more, language))}</li>` : nothing}
          </ul>`
        : nothing
    }
  </details>`;
}

export const contactStyles = css`
  .contact-log {
    min-inline-size: 0;
    font-size: var(--o-small);
    color: var(--o-text-muted);
  }
  .contact-log summary {
    inline-size: fit-content;
    max-inline-size: 100%;
    min-block-size: max(24px, 2em);
    align-content: center;
    font-size: inherit;
    overflow-wrap: anywhere;
    cursor: pointer;
  }
  .contact-log strong {
    color: var(--o-text);
    font-weight: 600;
  }
  .contact-log ul {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.15rem;
    overflow-wrap: anywhere;
    margin: 0.35rem 0 0;
    padding: 0;
    list-style: none;
  }
  .attempt {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3rem;
  }
  .attempt label {
    display: flex;
    flex: 1 1 100%;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.4rem;
    color: var(--o-text-muted);
  }
  .contact-log .attempt .button {
    min-block-size: max(24px, 2em);
    padding-block: 0.1em;
    font-size: inherit;
  }
`;
