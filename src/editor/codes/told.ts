/** What the format says is wrong with a code set, at its place. */
import { html, nothing } from 'lit';
import { textIn } from '../../i18n/language.ts';
import { icons } from '../../ui/icons.ts';
import type { CodesContext } from './context.ts';

/** The errors at some places, each with what to do; warnings are told with the checks. */
export function faultsAt({ host }: CodesContext, ...places: readonly string[]): unknown {
  const found = host.draft.state.errors.filter(({ path }) => places.includes(path));
  if (found.length === 0) return nothing;
  const { language } = host.ui;
  return html`<div class="faults">
    ${found.map(
      ({ message, fix }) =>
        html`<p class="fault">
          ${icons.warning()}
          <span>${textIn(message, language)} ${textIn(fix, language)}</span>
        </p>`,
    )}
  </div>`;
}
