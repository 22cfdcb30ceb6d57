/** `overblik/population`: registers `<overblik-population>`, and the grid that stands in it. */
import { OverblikGrid } from './elements/grid/grid.ts';
import { OverblikPopulation } from './elements/population/element.ts';
import { register } from './register.ts';

register({ population: OverblikPopulation, grid: OverblikGrid });

export type * from './elements/shared/events.ts';
export { OverblikPopulation };
