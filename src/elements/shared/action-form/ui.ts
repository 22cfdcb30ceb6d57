import type { Ui } from '../context.ts';

/** The texts of what is written before an action is done. */
export type FormUi = Ui<'actionForm' | 'actions' | 'patient'>;
