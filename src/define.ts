/** Registers the elements under their usual names, and offers everything else: one file is enough. */
import { define } from './index.ts';

define();

export * from './index.ts';
