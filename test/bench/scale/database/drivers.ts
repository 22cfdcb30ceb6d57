import { openClickHouse } from './clickhouse.ts';
import type { Driver } from './driver.ts';
import { openDuckDb } from './duckdb.ts';
import { openPostgres } from './postgres.ts';

/** How each database is opened in an empty folder. */
export const drivers: Readonly<Record<string, (folder: string) => Promise<Driver>>> = {
  clickhouse: openClickHouse,
  duckdb: openDuckDb,
  postgres: openPostgres,
};
