export * from './coverage.ts';
export * from '../../i18n/dates.ts';
export * from './unknown-reasons.ts';
export * from './problems.ts';
export * from './quality.ts';
export * from './records.ts';
export * from './view.ts';
