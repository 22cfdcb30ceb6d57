/** The patients behind a number: some of every age and sex, each with why. */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { FoundPatients, NumberKind, NumberPart, Stratum } from '../../authoring/index.ts';
import { formatCount } from '../../i18n/numbers.ts';
import { countReasons } from '../../model/describe/counted-reasons.ts';
import {
  describeProblem,
  formatCpr,
  viewWhy,
  type Patient,
  type Problem,
} from '../../model/index.ts';
import type { UnknownReasonGroup } from '../../model/quality/types.ts';
import { whyTree } from '../../elements/shared/why-tree.ts';
import type { Ui } from '../ui.ts';
import { signed, stratumWords } from './words.ts';

/** So many are shown. */
export const mostShown = 60;

/** Which patients are shown. */
export interface ShownNumber {
  readonly place: string;
  readonly kind: NumberKind;
  readonly part: NumberPart;
}

export interface PatientsView {
  readonly shown: ShownNumber;
  /** What the rule is called. */
  readonly name: string;
  /** By part of the number; undefined where there is none now. */
  readonly counts: ReadonlyMap<NumberPart, number>;
  readonly found: FoundPatients | undefined;
  readonly strata: readonly Stratum[];
  /** Why they cannot be decided; undefined while they are counted, or where that is not asked. */
  readonly reasons: readonly UnknownReasonGroup[] | undefined;
  /** Places of those whose why is open. */
  readonly opened: ReadonlySet<number>;
  readonly isFresh: boolean;
  /** What could not be read of the clinic. */
  readonly problems: readonly Problem[];
  readonly choose: (shown: ShownNumber) => void;
  readonly toggle: (place: number, isOpen: boolean) => void;
  readonly openJournal: (patient: Patient) => void;
}

export const partsOf: Readonly<Record<NumberKind, readonly NumberPart[]>> = {
  alone: ['yes', 'unknown', 'no'],
  left: ['yes', 'unknown', 'no'],
  only: ['adds', 'removes', 'undecides'],
};

export function patientsPanel(view: PatientsView, ui: Ui): TemplateResult {
  const { shown, name, counts, found, choose, isFresh, problems } = view;
  const { language, texts } = ui;
  const { attrition: text } = texts;
  const count = (value: number) => formatCount(value, language);
  return html`<div class="patients ${isFresh ? '' : 'stale'}">
    <h4 class="rule" tabindex="-1">${name}</h4>
    <fieldset class="pills">
      <legend class="muted">${text.kinds[shown.kind]}</legend>
      ${partsOf[shown.kind].map((part) => {
        const value = counts.get(part);
        return html`<label
          ><input
            type="radio"
            name="part"
            .checked=${part === shown.part}
            @change=${() => choose({ ...shown, part })}
          />${text.parts[part]}
          ${value === undefined ? nothing : html`<b>${signed(part, value, ui)}</b>`}</label
        >`;
      })}
    </fieldset>
    ${isFresh ? nothing : html`<p class="muted">${text.updating}</p>`}
    ${problems.map((each) => html`<p class="muted">${describeProblem(each, language)}</p>`)}
    ${
      !found
        ? html`<p class="muted">${text.noNumber}</p>`
        : found.count === 0
          ? html`<p class="muted">${text.nobody}</p>`
          : html`${reasonsOf(view, found, ui)}
              <p class="muted">
                ${found.count > mostShown ? text.sample(count(shownIn(view.strata)), count(found.count)) : text.all(count(found.count))}
              </p>
              ${view.strata.map((stratum) => stratumList(stratum, found, view, ui))}`
    }
  </div>`;
}

function shownIn(strata: readonly Stratum[]): number {
  return strata.reduce((sum, { sampled }) => sum + sampled.length, 0);
}

function reasonsOf(
  { shown, reasons }: PatientsView,
  found: FoundPatients,
  { language, texts: { attrition: text } }: Ui,
): TemplateResult | typeof nothing {
  if (shown.part !== 'unknown' && shown.part !== 'undecides') return nothing;
  return html`<section class="reasons" aria-label=${text.reasons}>
    <h4>${text.reasons}</h4>
    ${
      reasons
        ? html`<ul>
            ${countReasons(reasons, found.number.profile, language).map(
              ({ patients, words }) =>
                html`<li>${text.reason(text.all(formatCount(patients, language)), words)}</li>`,
            )}
          </ul>`
        : html`<p class="muted">${text.counting}</p>`
    }
  </section>`;
}

function stratumList(
  stratum: Stratum,
  found: FoundPatients,
  view: PatientsView,
  ui: Ui,
): TemplateResult {
  const { language, texts } = ui;
  const { sampled, count } = stratum;
  const shown = formatCount(sampled.length, language);
  return html`<section class="stratum">
    <h4>
      ${stratumWords(stratum, ui)}
      <span class="muted"
        >${
          sampled.length < count
            ? texts.attrition.ofStratum(shown, formatCount(count, language))
            : shown
        }</span
      >
    </h4>
    <ul>
      ${repeat(
        sampled,
        (place) => found.patientAt(place).id,
        (place) => html`<li>${patientRow(place, found, view, ui)}</li>`,
      )}
    </ul>
  </section>`;
}

function patientRow(
  place: number,
  found: FoundPatients,
  { opened, toggle, openJournal }: PatientsView,
  ui: Ui,
): TemplateResult {
  const { attrition: text, why } = ui.texts;
  const patient = found.patientAt(place);
  const age = found.ageAt(place);
  const isOpen = opened.has(place);
  const number = patient.cpr === undefined ? patient.id : formatCpr(patient.cpr);
  return html`<div class="patient">
      <span class="who">${patient.name || patient.id}</span>
      <span class="muted">${age === undefined ? text.ages.unknown : text.age(age)}</span>
      <button
        type="button"
        class="link"
        aria-label=${text.openJournal(patient.name || patient.id, number)}
        @click=${() => openJournal(patient)}
      >
        ${number}
      </button>
      <button
        type="button"
        class="link"
        aria-expanded=${isOpen}
        @click=${() => toggle(place, !isOpen)}
      >
        ${text.why}
      </button>
    </div>
    ${isOpen ? html`<div class="why">${whyTree(whyOf(place, found, ui), why)}</div>` : nothing}`;
}

/** Of one rule by itself, that rule alone. */
function whyOf(place: number, found: FoundPatients, { language }: Ui) {
  const { outcome, isWhole } = found.whyAt(place);
  const view = viewWhy(outcome, language);
  return isWhole ? view : { ...view, out: undefined, unknownReasons: [], exclude: undefined };
}
