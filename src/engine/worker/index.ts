/** Building a clinic's columns in a worker. */
export { WorkerBuilder, type WorkerOptions } from './builder.ts';
export type { Port } from './messages.ts';
export { serveColumns } from './serve.ts';
