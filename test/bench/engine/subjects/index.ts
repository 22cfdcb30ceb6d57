import type { Subject } from '../subject.ts';
import { arquero } from './arquero.ts';
import { cql } from './cql.ts';
import { duckdb } from './duckdb.ts';
import { duckdbWasm } from './duckdb-wasm.ts';
import { ours, oursInWorker } from './ours.ts';
import { plain, plainChecked } from './plain.ts';
import { reference } from './reference.ts';

/** In the order of the tables. */
export const subjects: Readonly<Record<string, Subject>> = {
  ours,
  worker: oursInWorker,
  reference,
  plain,
  'plain-checked': plainChecked,
  duckdb,
  'duckdb-wasm': duckdbWasm,
  arquero,
  cql,
};
