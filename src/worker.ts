/**
 * The script of a dedicated worker that checks records and builds a clinic's columns:
 * `workspace.worker = new Worker('overblik-worker.js', { type: 'module' })`. It is the host that starts it.
 * Anywhere else (a page, Node) it does nothing: whoever only names it, to have it copied or bundled, may import it.
 */
import { serveColumns, type Port } from './engine/worker/index.ts';

if ('DedicatedWorkerGlobalScope' in globalThis) serveColumns(globalThis as unknown as Port);
