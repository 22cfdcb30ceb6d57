/** The seven data types: their shapes, their check, code systems, CPR and calendar. */
export * from './calendar.ts';
export * from './check.ts';
export * from './codes.ts';
export * from './coverage.ts';
export * from './cpr.ts';
export * from './limits.ts';
export * from './number-texts.ts';
export * from './period.ts';
export * from './placeholders.ts';
export * from './rejections.ts';
export type * from './request.ts';
export * from './sexes.ts';
export * from './systems.ts';
export * from './types.ts';
export * from './units.ts';
export * from './written.ts';
