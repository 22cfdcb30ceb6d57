export * from './coverage.ts';
export * from './dates.ts';
export * from './doubts.ts';
export * from './problems.ts';
export * from './quality.ts';
export * from './records.ts';
export * from './view.ts';
