/**
 * The script of a dedicated worker that checks records and builds a clinic's columns:
 * `workspace.worker = new Worker('overblik-worker.js', { type: 'module' })`. It is the host that starts it.
 */
import { serveColumns, type Port } from './engine/worker/index.ts';

serveColumns(self as unknown as Port);
