/** Puts elements on the page with a small made-up clinic, and waits for what they show. */
import { setViewport } from '@web/test-runner-commands';
import demens from '../../fixtures/profiles/demens.json' with { type: 'json' };
import { describeGenerated, type GeneratedClinic } from '../../fixtures/clinic/index.ts';
import { type ClinicAdapter } from '../../src/define.ts';
import { faultyAdapter, type FaultyOptions } from '../../src/testing/index.ts';
import { patients } from './made-clinic.ts';
import { until } from './patience.ts';

export { demens, until };
export const asOf = '2026-11-24';
export const clinic: GeneratedClinic = {
  description: describeGenerated({}, patients.length),
  patients,
};

export function adapterWith(options: FaultyOptions = {}): ClinicAdapter {
  return faultyAdapter(clinic, options);
}

/** Makes an element in a box of a fixed size, with everything it needs. */
export function place<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]> & Record<string, unknown> = {},
  size = { width: 1200, height: 700 },
): HTMLElementTagNameMap[Tag] {
  const box = document.createElement('div');
  Object.assign(box.style, { width: `${size.width}px`, height: `${size.height}px` });
  const element = document.createElement(tag);
  Object.assign(element, { adapter: adapterWith(), profiles: [demens], asOf, ...properties });
  box.append(element);
  document.body.append(box);
  return element;
}

// Boxes of every size stand within the window.
before(() => setViewport({ width: 1600, height: 1500 }));
afterEach(() => document.body.replaceChildren());

/** Waits until the whole of a patient is drawn, and nothing is under way. */
export async function drawn(cockpit: Element): Promise<void> {
  await until('the whole cockpit', () => inside(cockpit, '.frame[aria-busy=false] .parts'));
}

/** One element inside another's shadow tree. */
export function inside<Found extends HTMLElement = HTMLElement>(
  host: Element,
  selector: string,
): Found | null {
  return host.shadowRoot?.querySelector<Found>(selector) ?? null;
}

export function allInside(host: Element, selector: string): readonly HTMLElement[] {
  return [...(host.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])];
}

/** All text of a shadow tree, white space folded. */
export function textOf(host: Element): string {
  return (host.shadowRoot?.textContent ?? '').replaceAll(/\s+/g, ' ');
}

/**
 * An empty document in a frame of the page. Observers of sizes that the page made tell of elements in it a frame too
 * late, which the browser calls an error and goes on.
 */
export function frame(sandbox?: string): Document {
  const { onerror } = window;
  window.onerror = (event, ...rest) =>
    typeof event === 'string' && event.includes('ResizeObserver loop')
      ? true
      : onerror?.call(window, event, ...rest);
  const element = document.createElement('iframe');
  if (sandbox !== undefined) element.setAttribute('sandbox', sandbox);
  Object.assign(element.style, { width: '1450px', height: '950px', border: '0' });
  document.body.append(element);
  return element.contentDocument!;
}
