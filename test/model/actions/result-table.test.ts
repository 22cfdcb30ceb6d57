/** What came of an action leaves the page patient by patient, those first whom somebody has to look after. */
import { expect, it } from 'vitest';
import type { ActionResult, HostAction } from '../../../src/adapter/index.ts';
import { copyText, type ExportTable } from '../../../src/export/index.ts';
import { ActionRun, resultTable, type ResultTableOptions } from '../../../src/model/index.ts';

const patients = [
  { id: 'ok', cpr: '0101419996', name: 'Anna Prøve' },
  { id: 'failed', cpr: '0202429996', name: '=1+1' },
  { id: 'silent', name: '' },
  { id: 'told', name: '"Bodil"' },
];

const answers: readonly ActionResult[] = [
  { patientId: 'ok', ok: true },
  { patientId: 'failed', ok: false, message: { da: 'Ukendt\tkø\n2', en: 'No such queue' } },
  { patientId: 'told', ok: true, message: { da: 'Lagt i kø' } },
];

async function tableOf(more: Partial<ResultTableOptions> = {}): Promise<ExportTable> {
  const action: HostAction = {
    id: 'queue',
    label: { da: 'Læg i kø', en: 'Add to queue' },
    scope: 'many',
    run: () => Promise.resolve(answers),
  };
  const run = new ActionRun(action, patients, { from: 'population' }, { key: 'run' });
  await run.start();
  return resultTable(run, {
    ...{ patients, clinic: 'Klinik Nord', by: 'AB', language: 'da' },
    at: '2026-11-27T09:30:00+01:00',
    ...more,
  });
}

it('has a row for each patient, trouble first, and no empty cell', async () => {
  const { title, rows, columns, cell } = await tableOf();
  expect(title).toBe('Resultat af “Læg i kø”');
  expect(columns.map(({ title: head, type }) => [head, type])).toEqual([
    ['CPR', 'cpr'],
    ['Navn', 'text'],
    ['Resultat', 'text'],
    ['Besked fra journalsystemet', 'text'],
  ]);
  const read = Array.from({ length: rows }, (_, row) => columns.map((_c, at) => cell(row, at)));
  expect(read).toEqual([
    ['0202429996', '=1+1', 'mislykkedes', 'Ukendt\tkø\n2'],
    ['ikke oplyst', 'ikke oplyst', 'ukendt, tjek i journalen', 'ingen'],
    ['0101419996', 'Anna Prøve', 'udført', 'ingen'],
    ['ikke oplyst', '"Bodil"', 'udført', 'Lagt i kø'],
  ]);
});

it('goes through the gates of the clipboard', async () => {
  const lines = (await copyText(await tableOf())).split('\r\n');
  expect(lines).toHaveLength(5);
  for (const line of lines) expect(line.split('\t')).toHaveLength(4);
  expect(lines[1]).toBe("020242-9996\t'=1+1\tmislykkedes\tUkendt kø 2");
  expect(lines[4]!.split('\t')[1]).toBe('"""Bodil"""');
});

it('says of which action, clinic and time it is, in the language that is read', async () => {
  const { title, info, at } = await tableOf({ language: 'en' });
  expect(title).toBe('Result of “Add to queue”');
  expect(at).toBe('2026-11-27T09:30:00+01:00');
  expect(info.map(({ label, value }) => `${label}: ${value}`)).toEqual([
    'Action: Add to queue',
    'Clinic: Klinik Nord',
    'Succeeded: 2 of 4 patients',
    'Exported by: AB',
    'Exported: 27 Nov 2026 at 09:30',
    expect.stringContaining('Confidential: '),
  ]);
});

it('of a time that is none: it says so', async () => {
  await expect(tableOf({ at: '2026-02-30T10:00:00+01:00' })).rejects.toThrow(RangeError);
});
