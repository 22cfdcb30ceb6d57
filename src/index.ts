/**
 * Overblik's public face. Importing it registers nothing: call `define()`, or import `overblik/define`.
 */
import { OverblikCockpit } from './elements/cockpit/cockpit.ts';
import { OverblikGrid } from './elements/grid/grid.ts';
import { OverblikMarker } from './elements/marker/marker.ts';
import { OverblikPopulation } from './elements/population/element.ts';
import { OverblikWorkspace } from './elements/workspace/workspace.ts';

export * from './adapter/index.ts';
export * from './elements/index.ts';
export {
  Clinic,
  compile,
  evaluate,
  evaluatePatient,
  evidenceOf,
  requestFor,
} from './engine/index.ts';
export type * from './engine/types.ts';
export type { Plan } from './engine/index.ts';
export * from './model/index.ts';
export * from './profile/index.ts';
export * from './record/index.ts';

const elements = {
  workspace: OverblikWorkspace,
  population: OverblikPopulation,
  cockpit: OverblikCockpit,
  marker: OverblikMarker,
  grid: OverblikGrid,
};

/**
 * Registers the elements as `<prefix-workspace>` and so on. A tag that is taken already is left as it
 * is, so two versions can stand on one page under two prefixes.
 *
 * @param options.prefix Default `"overblik"`.
 */
export function define({ prefix = 'overblik' }: { readonly prefix?: string } = {}): void {
  for (const [name, element] of Object.entries(elements)) {
    const tag = `${prefix}-${name}`;
    // A class can be registered once only: each prefix gets its own.
    if (!customElements.get(tag))
      customElements.define(tag, class extends (element as new () => HTMLElement) {});
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'overblik-workspace': OverblikWorkspace;
    'overblik-population': OverblikPopulation;
    'overblik-cockpit': OverblikCockpit;
    'overblik-marker': OverblikMarker;
    'overblik-grid': OverblikGrid;
  }
}
