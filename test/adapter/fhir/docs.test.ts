/** The page about the adapter says what is so: its files run as they stand. */
import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import type { FhirMap, FhirOptions } from '../../../src/adapter/fhir/index.ts';
import type { ClinicAdapter } from '../../../src/adapter/index.ts';
import { fileIn, runFile } from '../snippets.ts';
import { asOf, conditions, everything, people, signal, stage } from './stage.ts';

const page = 'fhir.mdx';

describe('what stands in the docs', () => {
  it('the first file tells what is said to be told', async () => {
    const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
    await runFile(page, 'first.js');
    const lines = log.mock.calls.map((parts) => parts.map(inNode).join(' '));
    log.mockRestore();
    expect(`${lines.join('\n')}\n`).toBe(fileIn(page, 'first.txt'));
  });

  it('a page renews its token once, and lists by the server', async () => {
    const { connect } = (await runFile(page, 'page.js')) as {
      connect: (workspace: { adapter?: ClinicAdapter }, ours: object) => void;
    };
    let valid = 'b';
    const { server } = await stage([...people(2), ...conditions(2)], {
      answer: ({ headers }) =>
        headers.authorization === `Bearer ${valid}` ? undefined : { status: 401 },
    });
    const asked: boolean[] = [];
    const logged: string[] = [];
    const opened: string[] = [];
    const ours = {
      clinic: { name: 'K' },
      base: server.base,
      token: ({ isRefused }: { isRefused: boolean }) => (
        asked.push(isRefused),
        Promise.resolve(isRefused ? 'b' : 'a')
      ),
      openJournal: (id: string) => opened.push(id),
      log: (line: string) => logged.push(line),
    };
    const workspace: { adapter?: ClinicAdapter } = {};
    connect(workspace, ours);
    const found = [];
    for await (const batch of workspace.adapter!.records!(
      { asOf, types: { diagnosis: {} } },
      signal,
    ))
      found.push(...batch);
    expect(found.map(({ diagnoses }) => diagnoses?.length)).toEqual([1, 1]);
    expect(asked.filter(Boolean)).toHaveLength(server.asked.length / 2);
    await workspace.adapter!.openJournal({ id: 'p1' }, { from: 'population' });
    expect([opened, logged]).toEqual([['p1'], []]);
    // One that is refused again ends the call.
    valid = 'c';
    await expect(workspace.adapter!.describe(signal)).rejects.toThrow(/401/);
  });

  it('the rules of map read what they say', async () => {
    const { map } = (await runFile(page, 'map.js')) as { map: FhirMap };
    const [first] = people(1);
    const { read, server } = await stage(
      [
        { ...first!, extension: [{ url: 'https://journal.example.dk/gruppe', valueInteger: 2 }] },
        {
          ...{ resourceType: 'ChargeItem', id: 'x', subject: { reference: 'Patient/p1' } },
          ...{ code: { coding: [{ code: '0101' }] }, occurrenceDateTime: '2026-02-02' },
        } as never,
      ],
      {},
      { map },
    );
    const { patients } = await read(everything);
    expect(patients[0]?.patient.insuranceGroup).toBe(2);
    expect(patients[0]?.services).toEqual([{ code: '0101', at: '2026-02-02' }]);
    expect(server.asked.some((each) => each.includes('MedicationRequest'))).toBe(false);
    expect(server.asked.some((each) => each.includes('category=laboratory%2Cvital-signs'))).toBe(
      true,
    );
  });

  it('every option has its row', () => {
    const text = readFileSync(`stories/docs/${page}`, 'utf8');
    const [section = ''] = text.split('## Options')[1]?.split('\n## ') ?? [];
    const rows = [...section.matchAll(/^\| `(\w+)`/gm)].map(([, name]) => name);
    const options: Record<keyof FhirOptions, true> = {
      ...{ clinic: true, base: true, fetch: true, systems: true, prefer: true, units: true },
      ...{ timeZone: true, coverage: true, page: true, parallel: true, map: true },
      ...{ openJournal: true, onReport: true },
    };
    expect(rows).toEqual(Object.keys(options));
  });
});

/** As Node's console writes it. */
function inNode(part: unknown): string {
  return typeof part === 'string'
    ? part
    : `[ ${(part as readonly string[]).map((each) => `'${each}'`).join(', ')} ]`;
}
