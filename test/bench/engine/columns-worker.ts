/** The worker that builds columns, in Node: behind the port that the page's side has sent. */
import { workerData } from 'node:worker_threads';
import { serveColumns, type Port } from 'overblik/engine';

serveColumns((workerData as { readonly port: Port }).port);
