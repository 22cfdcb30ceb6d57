/** All numbers of the rule that is selected, over its form: what the tree tells, and the way there by keys. */
import { html, nothing, type TemplateResult } from 'lit';
import type { NumberKind, NumberPart, RuleNumbers, Tally } from '../../authoring/index.ts';
import { formatCount } from '../../i18n/numbers.ts';
import type { Ui } from '../ui.ts';
import { bar, isOfLiving, numberButton, type RowDeeds } from './numbers.ts';
import { signed } from './words.ts';

export interface Details {
  readonly numbers: RuleNumbers;
  /** Whether it is asked of the members alone. */
  readonly isOfMembers: boolean;
  readonly isOn: boolean;
  readonly isFresh: boolean;
  readonly leftOut: number;
}

export function ruleDetails(
  { numbers, isOfMembers, isOn, isFresh, leftOut }: Details,
  deeds: RowDeeds & { readonly allIn: () => void },
  ui: Ui,
): TemplateResult {
  const text = ui.texts.attrition;
  const { pointer: place, of, alone, left, only, lacking } = numbers;
  const row = (
    kind: NumberKind,
    parts: readonly NumberPart[],
    values: Readonly<Record<string, number>> | undefined,
  ) =>
    values
      ? html`<tr>
          <th scope="row" title=${text.kinds[kind]}>${text.heads[kind]}</th>
          ${parts.map(
            (part) =>
              html`<td>
                ${numberButton(signed(part, values[part]!, ui), `${text.kinds[kind]}, ${text.parts[part]}`, () => deeds.open(place, kind, part))}
                <span class="part" aria-hidden="true">${text.shortParts[part]}</span>
              </td>`,
          )}
        </tr>`
      : nothing;
  const truths: readonly NumberPart[] = ['yes', 'unknown', 'no'];
  return html`<section class="attrition ${isFresh ? '' : 'stale'}" aria-label=${text.title}>
    <h3>
      ${text.title}
      ${of === undefined ? nothing : html`<span class="muted">${text.among[isOfMembers ? 'members' : 'asked'](formatCount(of, ui.language))}</span>`}
      ${isFresh ? nothing : html`<span class="muted">${text.updating}</span>`}
    </h3>
    ${alone && of ? bar(alone, of) : nothing}
    ${lacking ? html`<p class="lacking">${text.lacking[lacking]}</p>` : nothing}
    ${
      alone
        ? html`<table>
            <tbody>
              ${row('alone', truths, valuesOf(alone))}
              ${row('left', truths, left && valuesOf(left))}
              ${row('only', ['adds', 'removes', 'undecides'], only && { ...only })}
            </tbody>
          </table>`
        : nothing
    }
    ${isOfLiving(numbers) ? html`<p class="living muted">${text.livingOnly}</p>` : nothing}
    <div class="switches">
      <label title=${text.takesPartHint}>
        <input
          type="checkbox"
          .checked=${isOn}
          @change=${({ target }: Event) => deeds.takePart(place, (target as HTMLInputElement).checked)}
        />
        ${text.takesPart}
      </label>
      ${
        leftOut > 0
          ? html`<span class="muted">${text.someLeftOut(leftOut)}</span>
              <button type="button" class="button" @click=${deeds.allIn}>${text.allIn}</button>`
          : nothing
      }
    </div>
  </section>`;
}

function valuesOf({ yes, unknown, no }: Tally): Readonly<Record<string, number>> {
  return { yes, unknown, no };
}
