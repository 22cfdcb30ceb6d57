import { describe, expect, it } from 'vitest';
import type { ExportTable } from '../../../src/export/index.ts';
import { ExportRun, type ExportState } from '../../../src/model/index.ts';

const tableOf = (rows: number, cell: ExportTable['cell'] = (row) => `r${row}`): ExportTable => ({
  title: 'Patienter med demens',
  columns: [{ title: 'Navn', type: 'text' }],
  rows,
  cell,
  info: [],
  language: 'da',
});

function watched(run: ExportRun): readonly ExportState[] {
  const states: ExportState[] = [];
  run.subscribe(() => states.push(run.state));
  return states;
}

describe('writing a file', () => {
  it('gives a file and its name, and tells how far it has come', async () => {
    const run = new ExportRun();
    const states = watched(run);
    const written = await run.start(tableOf(5000), 'csv', '2026-11-24');
    expect(written?.name).toBe('Patienter med demens 2026-11-24.csv');
    expect(await written?.file.text()).toContain('"r4999"');
    expect(states.map(({ phase }) => phase)).toEqual([
      ...Array.from({ length: states.length - 1 }, () => 'writing'),
      'done',
    ]);
    expect(states.map(({ done }) => done)).toEqual([0, 1000, 2000, 3000, 4000, 5000, 5000]);
    expect(run.state).toEqual({
      phase: 'done',
      done: 5000,
      all: 5000,
      cut: { rows: 0, columns: 0, texts: 0 },
    });
  });

  it('an empty list is a file too', async () => {
    const written = await new ExportRun().start(tableOf(0), 'xlsx', '2026-11-24');
    expect(written?.name).toBe('Patienter med demens 2026-11-24.xlsx');
  });

  it('tells a long list in few steps', async () => {
    const run = new ExportRun();
    const states = watched(run);
    await run.start(tableOf(200_000), 'csv', '2026-11-24');
    expect(states.length).toBeLessThanOrEqual(52);
  });

  it('says what was cut', async () => {
    const run = new ExportRun();
    await run.start(
      tableOf(1, () => 'x'.repeat(40_000)),
      'csv',
      '2026-11-24',
    );
    expect(run.state.cut).toEqual({ rows: 0, columns: 0, texts: 1 });
  });

  it('a cancelled one is no file, and the next one is', async () => {
    const run = new ExportRun();
    const stop = run.subscribe(() => {
      if (run.state.done > 0) run.cancel();
    });
    expect(await run.start(tableOf(5000), 'xlsx', '2026-11-24')).toBeUndefined();
    expect(run.state).toMatchObject({ phase: 'cancelled', cut: undefined });
    stop();
    expect(await run.start(tableOf(2), 'csv', '2026-11-24')).toBeDefined();
  });

  it('a failure is told, and is none of the caller’s', async () => {
    const run = new ExportRun();
    const broken = tableOf(3, () => {
      throw new Error('010138-9960');
    });
    expect(await run.start(broken, 'csv', '2026-11-24')).toBeUndefined();
    expect(run.state.phase).toBe('failed');
    expect(JSON.stringify(run.state)).not.toContain('010138');
    run.reset();
    expect(run.state).toEqual({ phase: 'idle', done: 0, all: 0, cut: undefined });
  });

  it('one is written at a time', async () => {
    const run = new ExportRun();
    const first = run.start(tableOf(3000), 'csv', '2026-11-24');
    expect(await run.start(tableOf(1), 'csv', '2026-11-24')).toBeUndefined();
    run.reset();
    expect(run.state).toMatchObject({ phase: 'writing', all: 3000 });
    expect(await first).toBeDefined();
  });
});
