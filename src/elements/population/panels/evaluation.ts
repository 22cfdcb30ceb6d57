import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import {
  evaluateRound,
  formatDate,
  textIn,
  type Profile,
  type Round,
  type RoundModel,
} from '../../../model/index.ts';
import { formatCount } from '../../../i18n/numbers.ts';
import type { ChangeRound } from '../../shared/change-round.ts';
import type { Ui } from './ui.ts';

export interface EvaluationProps {
  readonly round: RoundModel;
  readonly change: ChangeRound;
  readonly profile: Profile;
  readonly today: string;
  readonly openPatients: (ids: readonly string[], title: string) => void;
  readonly ui: Ui;
}

/** What has changed since a round began, marker by marker: in numbers, and in patients. */
export function evaluation(
  props: EvaluationProps,
  aimed: Round,
  isDue: boolean,
): TemplateResult | typeof nothing {
  const { round, change, profile, today, ui } = props;
  const { language, texts } = ui;
  const text = texts.roundPanel;
  // The population as it is takes the markers of everybody in it: it is made where it is asked for.
  const now = aimed.aim?.evaluation ? round.now() : undefined;
  if (!now) return nothing;
  const title = text.since(formatDate(aimed.asOf, language));
  return html`<details class="since-began" ?open=${isDue}>
    <summary>${title}</summary>
    ${guard([aimed, now, profile, ui], () => changes(props, aimed, now))}
    ${
      isDue
        ? html`<div class="buttons">
            <button
              type="button"
              class="button"
              @click=${() => change((open) => open.setAim({ evaluated: today }))}
            >
              ${text.markEvaluated}
            </button>
          </div>`
        : nothing
    }
  </details>`;
}

/** Who came and who left, and marker by marker: everybody in the round and in the population is looked at. */
function changes(
  { profile, openPatients, ui }: EvaluationProps,
  aimed: Round,
  now: Round,
): TemplateResult {
  const { language, texts } = ui;
  const text = texts.roundPanel;
  const { markers = [] } = profile;
  const found = evaluateRound(
    aimed,
    now,
    markers.map(({ id }) => id),
  );
  const number = (ids: readonly string[], words: string) => {
    const count = formatCount(ids.length, language);
    return ids.length === 0
      ? html`<span class="muted">${count}</span>`
      : html`<button
          type="button"
          class="link"
          aria-label="${count}, ${words}"
          @click=${() => openPatients(ids, words)}
        >
          ${count}
        </button>`;
  };
  return html`<table>
      <thead>
        <tr>
          <th scope="col">${texts.population.columns.markers}</th>
          ${[text.before, text.today, text.gone, text.fresh].map((each) => html`<th scope="col" class="number">${each}</th>`)}
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">${text.allPatients}</th>
          <td class="number">
            ${found.before === undefined ? text.cameUnknown : formatCount(found.before, language)}
          </td>
          <td class="number">${formatCount(found.now, language)}</td>
          <td class="number">${number(found.left, text.left)}</td>
          <td class="number">${found.came ? number(found.came, text.came) : text.cameUnknown}</td>
        </tr>
        ${found.markers.map((each, at) => {
          const name = textIn(markers[at]!.title, language);
          return html`<tr>
            <th scope="row">${name}</th>
            <td class="number">${formatCount(each.before, language)}</td>
            <td class="number">${formatCount(each.now, language)}</td>
            <td class="number">${number(each.gone, `${name}: ${text.gone}`)}</td>
            <td class="number">${number(each.set, `${name}: ${text.fresh}`)}</td>
          </tr>`;
        })}
      </tbody>
    </table>
    ${found.came ? nothing : html`<p class="muted">${text.cameUnknownWhy}</p>`}
    ${
      found.unsure.length > 0
        ? html`<p>${text.unsure}: ${number(found.unsure, text.unsure)}</p>`
        : nothing
    }`;
}
