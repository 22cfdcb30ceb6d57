/** The databases that statements are run in. */
import type { Database } from '../engine/sql/databases.ts';
import { openClickHouse } from './clickhouse.ts';
import { openPostgresServer } from './postgres.ts';

export const databases: readonly (readonly [string, () => Promise<Database>])[] = [
  ['PostgreSQL', openPostgresServer],
  ['ClickHouse', openClickHouse],
];
