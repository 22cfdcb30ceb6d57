import { gridTexts } from '../../i18n/texts/grid.ts';
import { uisOf } from '../shared/context.ts';

/** What the grid itself says, in each language. */
export const gridUis = uisOf({ grid: gridTexts });

/** The texts of the grid, in its language. */
export type Texts = (typeof gridUis)['da']['texts'];
