/** A clinic's columns built, and asked, in a worker. */
export { WorkerBuilder, type WorkerOptions } from './builder.ts';
export type { Port } from './messages.ts';
export { serveColumns } from './serve.ts';
export { LentWorker } from './lent-worker.ts';
export { serveSurvey } from './serve-survey.ts';
