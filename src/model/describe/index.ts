export * from './coverage.ts';
export { formatDecimal } from '../../i18n/numbers.ts';
export { typeTitle } from '../../i18n/record-types.ts';
export * from '../../i18n/dates.ts';
export * from './unknown-reasons.ts';
export * from './problems.ts';
export * from './quality.ts';
export * from './records.ts';
export * from './view.ts';
