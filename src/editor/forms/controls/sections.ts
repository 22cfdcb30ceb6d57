/** What has a form of its own, named with the way to it. */
import { html, nothing } from 'lit';
import { formatCount } from '../../../i18n/numbers.ts';
import { isObject } from '../../../json/values.ts';
import type { Control } from './props.ts';

/** How many entries something has. */
function countOf(value: unknown): number | undefined {
  if (Array.isArray(value)) return value.length;
  return isObject(value) ? Object.keys(value).length : undefined;
}

export const section: Control<'section'> = ({ context, pointer, value, label, id, told }) => {
  const { texts, language, host } = context;
  const count = countOf(value);
  const isCounted = !['/population', '/about'].includes(pointer);
  return html`<p class="section-link">
    ${isCounted ? html`<span class="muted">${texts.entries(formatCount(count ?? 0, language))}</span>` : nothing}
    <button
      type="button"
      class="button"
      id=${id}
      aria-label=${texts.open(label)}
      aria-describedby=${told}
      @click=${() => host.select(pointer, { field: true })}
    >
      ${texts.openForm}
    </button>
  </p>`;
};

/** Test patients have a panel of their own. */
export const tests: Control<'tests'> = ({ context, value }) => {
  const { texts, language } = context;
  return html`<p class="muted">
    ${texts.testsElsewhere(formatCount(countOf(value) ?? 0, language))}
  </p>`;
};
