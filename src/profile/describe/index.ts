export * from './criterion.ts';
export { textIn } from '../../i18n/language.ts';
export { nameOne, nameType } from '../../i18n/record-types.ts';
export * from './profile.ts';
export * from './windows.ts';
