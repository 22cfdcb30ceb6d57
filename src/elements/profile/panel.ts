/** A profile as a document inside another element: loaded when it is first opened. */
export { profileDocument } from './document.ts';
export { printProfile } from './print.ts';
export { documentStyles as styles } from './styles.ts';
export { profileUiIn } from './ui.ts';
