/**
 * The script of a dedicated worker for the profile editor: it builds a clinic's columns, as `overblik-worker.js` does, and
 * counts whom each rule finds: `editor.worker = new Worker('overblik-editor-worker.js', { type: 'module' })`. It is the
 * host that starts it. Anywhere else (a page, Node) it does nothing: whoever only names it may import it.
 */
import { serveColumns, serveSurvey, type Port } from './engine/worker/index.ts';

if ('DedicatedWorkerGlobalScope' in globalThis) {
  const port = globalThis as unknown as Port;
  serveColumns(port);
  serveSurvey(port);
}
