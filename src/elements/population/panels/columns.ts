import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { changeColumn, moveColumn, type ListView } from '../../../model/index.ts';
import { icons } from '../../../ui/icons.ts';
import { radioForm } from '../../shared/radio-form.ts';
import type { Texts } from './ui.ts';
import { steps, widthSteps } from './steps.ts';

export interface ColumnsProps {
  readonly view: ListView;
  /** Every column, in the order shown, the hidden ones in their place. */
  readonly columns: readonly {
    readonly id: string;
    readonly title: string;
    readonly hidden: boolean;
    readonly pinned: boolean;
  }[];
  /** As the rows are now, whoever said so. */
  readonly density: 'normal' | 'compact';
  readonly change: (view: ListView) => void;
  /** Makes a column that is shown one step wider or narrower; undefined where widths are not for the user to set. */
  readonly resize: ((columnId: string, wider: boolean) => void) | undefined;
  readonly reset: () => void;
  readonly texts: Texts;
}

/** Which columns are shown, in what order and how wide, which stay in view, and how high the rows are. */
export function columnsPanel({
  view,
  columns,
  density: now,
  change,
  resize,
  reset,
  texts,
}: ColumnsProps): TemplateResult {
  const text = texts.list;
  const order = columns.map(({ id }) => id);
  const move = (index: number, step: -1 | 1) =>
    change(moveColumn(view, order, order[index]!, order[step < 0 ? index - 1 : index + 2]));
  // Columns that are named stand in the order named: all of them are, else some would change places.
  const inPlace = (id: string, index: number) => moveColumn(view, order, id, order[index + 1]);
  return html`<h3>${text.columns}</h3>
    ${radioForm(
      html`<fieldset class="choices">
        <legend>${texts.panels.density}</legend>
        ${(['normal', 'compact'] as const).map(
          (density) =>
            html`<label
              ><input
                type="radio"
                name="density"
                .checked=${live(now === density)}
                @change=${() => change({ ...view, density })}
              />${texts.panels[density]}</label
            >`,
        )}
      </fieldset>`,
    )}
    <ul class="lines">
      ${columns.map(
        ({ id, title, hidden, pinned }, index) =>
          html`<li>
            <label
              ><input
                type="checkbox"
                .checked=${!hidden}
                @change=${() => change(changeColumn(inPlace(id, index), id, { hidden: !hidden }))}
              /><span>${title}</span></label
            >
            <button
              type="button"
              class="tool"
              aria-pressed=${pinned ? 'true' : 'false'}
              aria-label=${texts.panels.pin(title)}
              title=${texts.panels.pin(title)}
              @click=${() => change(changeColumn(inPlace(id, index), id, { pinned: !pinned }))}
            >
              ${icons.pin()}
            </button>
            ${steps(
              title,
              // The pinned ones stand first, whatever their place.
              columns[index - 1]?.pinned === pinned,
              columns[index + 1]?.pinned === pinned,
              (step) => move(index, step),
              texts,
            )}
            ${resize && widthSteps(title, hidden, (wider) => resize(id, wider), texts)}
          </li>`,
      )}
    </ul>
    <button type="button" class="button" @click=${reset}>${texts.panels.reset}</button>`;
}
