/** The custom elements: thin views over the models. */
export * from './cockpit/element.ts';
export * from './shared/events.ts';
export { OverblikGrid } from './grid/grid.ts';
export type * from './grid/types.ts';
export * from './marker/marker.ts';
export * from './population/element.ts';
export * from './profile/element.ts';
export * from './workspace/workspace.ts';
