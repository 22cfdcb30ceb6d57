/** The numbers at the end of a row of the tree, and their heads. */
import { html, nothing, svg, type TemplateResult } from 'lit';
import type { NumberKind, NumberPart, RuleNumbers, Tally } from '../../authoring/index.ts';
import { formatCount } from '../../i18n/numbers.ts';
import type { Ui } from '../ui.ts';
import { signed } from './words.ts';

/** What the numbers of a row do. */
export interface RowDeeds {
  readonly open: (place: string, kind: NumberKind, part: NumberPart) => void;
  readonly takePart: (place: string, takesPart: boolean) => void;
}

/**
 * The heads of the numbers. The population is another one while a rule is left out, and this says so wherever one is in
 * the profile.
 */
export function numbersHead(
  { texts: { attrition: text } }: Ui,
  isUpdating: boolean,
  leftOut: number,
  allIn: () => void,
): TemplateResult {
  const { heads, headWords } = text;
  return html`${
      leftOut > 0
        ? html`<div class="left-out notice">
            <span>${text.someLeftOut(leftOut)}</span>
            <button type="button" class="button" @click=${allIn}>${text.allIn}</button>
          </div>`
        : nothing
    }
    <div class="numbers-head">
      <span class="updating" role="presentation">${isUpdating ? text.updating : nothing}</span>
      <span class="numbers">
        ${(['alone', 'left', 'only', 'undecided', 'takesPart'] as const).map(
          (head) => html`<span class="cell ${head}" title=${headWords[head]}>${heads[head]}</span>`,
        )}
      </span>
    </div>`;
}

/**
 * @param name What the rule is called, for its switch.
 * @param isOn Whether the rule takes part.
 */
export function rowNumbers(
  numbers: RuleNumbers,
  {
    name,
    isOn,
    isFresh,
  }: { readonly name: string; readonly isOn: boolean; readonly isFresh: boolean },
  deeds: RowDeeds,
  ui: Ui,
): TemplateResult {
  const text = ui.texts.attrition;
  const { pointer: place, of, alone, left, only, lacking } = numbers;
  const button = (kind: NumberKind, part: NumberPart, value: number | undefined, hint: string) =>
    value === undefined
      ? html`<span class="lacking" title=${lacking ? text.lacking[lacking] : ''}
          >${text.none}</span
        >`
      : numberButton(signed(part, value, ui), hint, () => deeds.open(place, kind, part), false);
  const changes = (['adds', 'removes', 'undecides'] as const).filter(
    (part) => only && only[part] > 0,
  );
  return html`<span class="numbers ${isFresh ? '' : 'stale'} ${isOn ? '' : 'off'}">
    <span class="cell alone">
      ${alone && of ? bar(alone, of) : nothing}
      ${button('alone', 'yes', alone?.yes, text.kinds.alone)}
    </span>
    <span class="cell left"
      >${button('left', 'yes', left?.yes, isOfLiving(numbers) ? `${text.kinds.left}. ${text.livingOnly}` : text.kinds.left)}</span
    >
    <span class="cell only">
      ${
        only && changes.length > 0
          ? changes.map((part) => button('only', part, only[part], text.parts[part]))
          : button('only', 'adds', only && 0, text.kinds.only)
      }
    </span>
    <span class="cell undecided">
      ${alone?.unknown === 0 ? html`<span class="none">0</span>` : button('alone', 'unknown', alone?.unknown, text.parts.unknown)}
    </span>
    <label class="cell takesPart" title=${text.takesPart}>
      <input
        type="checkbox"
        tabindex="-1"
        aria-label=${text.leaveOut(name)}
        .checked=${isOn}
        @change=${({ target }: Event) => deeds.takePart(place, (target as HTMLInputElement).checked)}
      />
    </label>
  </span>`;
}

/** Whether the inclusion finds some of whom it cannot be read that they are alive: they are undecided in the population. */
export function isOfLiving({ pointer, alone, left }: RuleNumbers): boolean {
  if (pointer !== '/population/include' || !alone || !left) return false;
  return alone.yes !== left.yes || alone.unknown !== left.unknown;
}

/** Where the numbers of a rule are on their way. */
export function pendingNumbers(): TemplateResult {
  return html`<span class="numbers stale">
    ${(['alone', 'left', 'only', 'undecided', 'takesPart'] as const).map(
      (cell) => html`<span class="cell ${cell}">${cell === 'takesPart' ? nothing : '…'}</span>`,
    )}
  </span>`;
}

/** How the population comes out, in the row of the population itself. */
export function populationNumbers(
  population: Tally | undefined,
  isFresh: boolean,
  open: (part: 'yes' | 'unknown') => void,
  ui: Ui,
): TemplateResult {
  const text = ui.texts.attrition;
  const button = (part: 'yes' | 'unknown') =>
    population
      ? numberButton(
          formatCount(population[part], ui.language),
          text.parts[part],
          () => open(part),
          false,
        )
      : html`<span class="lacking" title=${text.unknownPopulation}>${text.none}</span>`;
  return html`<span class="numbers whole ${isFresh ? '' : 'stale'}">
    <span class="cell alone"></span>
    <span class="cell left">${button('yes')}</span>
    <span class="cell only"></span>
    <span class="cell undecided">${button('unknown')}</span>
    <span class="cell takesPart"></span>
  </span>`;
}

/** A number that opens its patients. In a row, keys reach the same number in the form. */
export function numberButton(
  value: string,
  hint: string,
  open: () => void,
  isReached = true,
): TemplateResult {
  return html`<button
    type="button"
    class="number"
    tabindex=${isReached ? nothing : -1}
    title=${hint}
    aria-label="${hint}: ${value}"
    @click=${open}
  >
    ${value}
  </button>`;
}

/** How great a part is yes, and how great a part unknown. */
export function bar({ yes, unknown }: Tally, of: number): TemplateResult {
  const part = (count: number) => (of === 0 ? 0 : (100 * count) / of);
  return html`<svg class="share" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
    ${svg`<rect class="of" width="100" height="4" /><rect class="yes" width=${part(yes)} height="4" />
      <rect class="unknown" x=${part(yes)} width=${part(unknown)} height="4" />`}
  </svg>`;
}
