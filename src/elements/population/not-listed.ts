import { html, nothing, type TemplateResult } from 'lit';
import { formatCount } from '../../i18n/numbers.ts';
import type { NotListed } from '../../model/index.ts';
import { rectOf } from '../../ui/popover.ts';
import type { PanelController } from './controllers/panels.ts';
import type { Shown } from './controllers/list.ts';
import type { Ui } from './ui.ts';

export interface NotListedProps {
  readonly found: NotListed | undefined;
  readonly panels: PanelController;
  readonly ui: Ui;
}

/** Tells how many the search finds in the clinic who are not on the list, and opens why. */
export function notListedButton(
  { view: { tab } }: Pick<Shown, 'view'>,
  { found, panels, ui }: NotListedProps,
  look: 'pill' | 'button',
): TemplateResult | typeof nothing {
  if (!found || found.count === 0) return nothing;
  const { language, texts } = ui;
  return html`<button
    type="button"
    class=${look === 'pill' ? 'pill plain not-listed' : 'button not-listed'}
    aria-haspopup="dialog"
    @click=${(event: Event) => panels.open({ kind: 'not-listed' }, rectOf(event))}
  >
    ${texts.population.notListed(formatCount(found.count, language), tab)}
  </button>`;
}

/** In a list that the search has emptied: who is found beside it, or that nobody is. */
export function notListedState(
  shown: Pick<Shown, 'view' | 'list'>,
  props: NotListedProps,
): TemplateResult | typeof nothing {
  const { found, ui } = props;
  if (!found) return nothing;
  if (found.count > 0) return notListedButton(shown, props, 'button');
  const { language, texts } = ui;
  return html`<p>${texts.population.noneInClinic(formatCount(shown.list.patients, language))}</p>`;
}
