export * from './criterion.ts';
export { nameOne, nameType } from './nouns.ts';
export * from './profile.ts';
export * from './windows.ts';
