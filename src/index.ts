/**
 * Overblik's public face. Importing it registers nothing: call `define()`, or import `overblik/define`.
 */
import { OverblikCockpit } from './elements/cockpit/element.ts';
import { OverblikGrid } from './elements/grid/grid.ts';
import { OverblikMarker } from './elements/marker/marker.ts';
import { OverblikPopulation } from './elements/population/element.ts';
import { OverblikProfile } from './elements/profile/element.ts';
import { OverblikWorkspace } from './elements/workspace/workspace.ts';
import { register } from './register.ts';
import { registryFor } from './scoped-registry.ts';

export * from './adapter/index.ts';
export * from './elements/index.ts';
export type { HostTexts } from './i18n/texts/replace.ts';
export * from './engine.ts';
export * from './model/index.ts';
export { reportFindings } from './model/load/report-findings.ts';
export * from './profile/index.ts';
export { version } from './version.ts';

const elements = {
  workspace: OverblikWorkspace,
  population: OverblikPopulation,
  cockpit: OverblikCockpit,
  marker: OverblikMarker,
  profile: OverblikProfile,
  grid: OverblikGrid,
};

/**
 * Registers all elements as `<prefix-workspace>` and so on (`register`). A page that wants one of them under the
 * usual name imports its entry: `overblik/marker`, `/population`, `/cockpit`, `/workspace` or
 * `/viewer`.
 *
 * @param options.prefix Default `"overblik"`.
 * @param options.registry Default: the page's own. Another one is that of the shadow trees that are attached with it
 *   (`attachShadow({ mode, customElementRegistry })`), so that two versions can have the same tags; `"new"` makes one.
 * @returns The registry.
 * @throws {TypeError} Where another registry is asked for and the browser has none but the page's: what to do instead.
 */
export function define({
  prefix,
  registry,
}: {
  readonly prefix?: string;
  readonly registry?: CustomElementRegistry | 'new';
} = {}): CustomElementRegistry {
  const own = registryFor(registry);
  register(elements, prefix, own);
  return own;
}
