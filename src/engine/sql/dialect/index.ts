/** The databases that a statement can be written for. */
import { clickhouse } from './clickhouse.ts';
import type { Dialect, DialectName } from './dialect.ts';
import { spark } from './spark.ts';
import { sqlserver } from './sqlserver.ts';
import { duckdb, postgresql } from './standard.ts';
import { trino } from './trino.ts';

export { truthOf, type Dialect, type DialectName, type Step, type Written } from './dialect.ts';
export { clickhouse, duckdb, postgresql, spark, sqlserver, trino };

/** By name. */
export const dialects: Readonly<Record<DialectName, Dialect>> = {
  duckdb,
  postgresql,
  clickhouse,
  trino,
  spark,
  sqlserver,
};
