/**
 * Overblik's public face. Importing it registers nothing: call `define()`, or import `overblik/define`.
 */
import { OverblikCockpit } from './elements/cockpit/element.ts';
import { OverblikGrid } from './elements/grid/grid.ts';
import { OverblikMarker } from './elements/marker/marker.ts';
import { OverblikPopulation } from './elements/population/element.ts';
import { OverblikWorkspace } from './elements/workspace/workspace.ts';
import { register } from './register.ts';

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
  grid: OverblikGrid,
};

/**
 * Registers all elements as `<prefix-workspace>` and so on (`register`). A page that wants one of them under the
 * usual name imports its entry: `overblik/marker`, `/population`, `/cockpit` or `/workspace`.
 *
 * @param options.prefix Default `"overblik"`.
 */
export function define({ prefix }: { readonly prefix?: string } = {}): void {
  register(elements, prefix);
}
