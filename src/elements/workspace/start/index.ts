/** The start page, loaded where it is looked at. */
export { StartModel } from '../../../model/index.ts';
export { inOrder, nextSort } from './order.ts';
export { startPage } from './page.ts';
export { styles } from './styles.ts';
export { startUi } from './ui.ts';
