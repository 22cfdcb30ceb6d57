import { css, html, nothing, type TemplateResult } from 'lit';
import { formatCount } from '../../../i18n/numbers.ts';
import {
  viewWhy,
  type NotListed,
  type Patient,
  type PatientOutcome,
} from '../../../model/index.ts';
import { ageInWords, cprNumber } from '../../shared/who.ts';
import { whyTitle, whyTree, whyTreeStyles } from '../../shared/why-tree.ts';
import type { Ui } from './ui.ts';

export interface NotListedPanelProps {
  readonly found: NotListed | undefined;
  /** Today's date, `YYYY-MM-DD`: of another day the words name it. */
  readonly today: string;
  /** The day of the list, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** Whose reasons are shown. */
  readonly openedId: string | undefined;
  /** Shows the reasons of another one, or of nobody. */
  readonly turn: (id: string | undefined) => void;
  /** Undefined as long as it is being worked out. */
  readonly outcomeOf: (id: string) => PatientOutcome | undefined;
  /** Makes a patient the one that the page is about. */
  readonly choose: (id: string) => void;
  /** Undefined where the user may not open the journal. */
  readonly openJournal: ((id: string) => void) | undefined;
  readonly ui: Ui;
}

/** Whom the search finds in the clinic beside the list, and of each why: the criteria as they came out. */
export function notListedPanel(props: NotListedPanelProps): TemplateResult {
  const { found, ui } = props;
  const { texts, language } = ui;
  if (!found || found.count === 0) return html`<p class="muted">${texts.panels.notListedNone}</p>`;
  const { patients, count } = found;
  return html`<h3>${texts.list['not-listed']}</h3>
    ${
      patients.length < count
        ? html`<p class="muted">
            ${texts.panels.notListedFirst(formatCount(patients.length, language), formatCount(count, language))}
          </p>`
        : nothing
    }
    <ul class="not-listed">
      ${patients.map(
        (patient) =>
          html`<li>${personLine(patient, props)} ${reasons(patient, count === 1, props)}</li>`,
      )}
    </ul>`;
}

function personLine(patient: Patient, props: NotListedPanelProps): TemplateResult {
  const { asOf, choose, openJournal, ui } = props;
  const { texts } = ui;
  const { id } = patient;
  const name = patient.name || texts.patient.noName;
  return html`<div class="whom">
    <button
      type="button"
      class="link"
      aria-label=${texts.panels.openOverview(name)}
      @click=${() => choose(id)}
    >
      <bdi>${name}</bdi>
    </button>
    <span class="muted">${ageInWords(patient, asOf, ui)}</span>
    <span
      >${cprNumber({ person: patient, openJournal: openJournal && (() => openJournal(id)), ui })}</span
    >
  </div>`;
}

/** Why a patient is not on the list: at once of one alone, else when it is asked for. */
function reasons(
  { id }: Patient,
  isAlone: boolean,
  { openedId, today, outcomeOf, turn, ui }: NotListedPanelProps,
): TemplateResult {
  const { texts, language } = ui;
  const isOpen = isAlone || id === openedId;
  const outcome = isOpen ? outcomeOf(id) : undefined;
  const why = outcome && viewWhy(outcome, language, today);
  const title = why ? whyTitle(why, texts.why) : texts.why.no;
  return html`<div class="why">
    ${
      isAlone
        ? html`<h4>${title}</h4>`
        : html`<button
            type="button"
            class="reasons"
            aria-expanded=${isOpen ? 'true' : 'false'}
            @click=${() => turn(isOpen ? undefined : id)}
          >
            ${title}
          </button>`
    }
    ${isOpen ? (why ? whyTree(why, texts.why) : html`<p class="muted">${texts.panels.working}</p>`) : nothing}
  </div>`;
}

export const notListedStyles = css`
  ${whyTreeStyles} ul.not-listed {
    display: grid;
    gap: 0.75rem;
    margin: 0.4rem 0 0;
    padding: 0;
    list-style: none;
    inline-size: min(30rem, 100%);
  }
  .not-listed .whom {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.1rem 0.75rem;
  }
  .not-listed .reasons {
    min-block-size: 24px;
    padding: 0;
    border: 0;
    background: none;
    color: var(--o-text-muted);
    font: inherit;
    font-size: var(--o-small);
    cursor: pointer;
  }
  .not-listed .reasons::before {
    content: '▸ ';
  }
  .not-listed .reasons[aria-expanded='true']::before {
    content: '▾ ';
  }
  .not-listed .why > p,
  .not-listed .why > .node,
  .not-listed .why > ul {
    margin-block: 0.25rem 0;
  }
`;
