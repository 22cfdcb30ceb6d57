/** What the profile viewer shows. It is loaded with it, and with nothing else. */
export * from './answers.ts';
export * from './model.ts';
export * from './parts.ts';
export type { ReadableProfile } from '../../profile/readable.ts';
