import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Clinic, compile, evaluate } from '../../../src/engine/index.ts';
import { copyText, toCsv } from '../../../src/export/index.ts';
import { defaultView, exportTable, PopulationList, textIn } from '../../../src/model/index.ts';
import { parseProfile } from '../../../src/profile/index.ts';
import type { PatientRecords } from '../../../src/record/index.ts';
import { asOf, complete } from '../../engine/build.ts';
import { hostileText, neverShown, textsIn } from '../../json/hostile-texts.ts';

it('no text of a list, a file or the clipboard holds anything hidden, whatever is drawn', async () => {
  await fc.assert(
    fc.asyncProperty(hostileText, hostileText, async (drawn, title) => {
      const parsed = parseProfile({
        format: 'overblik-profile/1',
        id: 'dk.test',
        version: '1.0.0',
        title: { da: `T${title}` },
        purpose: [{ da: `P${title}` }],
        population: {
          include: { diagnosis: { codes: { system: 'ICPC-2', include: ['P70'] } } },
        },
        information: [
          {
            id: 'd',
            type: 'diagnosis',
            title: { da: `D${title}` },
            codes: { system: 'ICPC-2', include: ['P70'] },
          },
          {
            id: 'r',
            type: 'result',
            title: { da: `R${title}` },
            codes: { system: 'NPU', include: ['NPU1'] },
          },
        ],
      });
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
      const patient = {
        patient: { id: 'p1', name: `N${drawn}`, birthDate: '1941-01-01', sex: 'female' },
        diagnoses: [
          { code: `P70${drawn.replace(/[^\0-\x1f]/g, '')}`, from: '2020-01-01', text: drawn },
        ],
        results: [{ code: 'NPU1', at: '2026-01-01', value: `v${drawn}`, unit: drawn, text: drawn }],
      } as PatientRecords;
      const clinic = new Clinic(complete);
      clinic.add([patient]);
      const population = evaluate(compile(parsed.profile), clinic, asOf);
      const list = new PopulationList(population, {
        tab: 'members',
        language: 'da',
        compareText: (a, b) => (a < b ? -1 : 1),
        patients: 1,
        round: undefined,
      });
      expect(list.size).toBe(1);
      const table = exportTable({
        list,
        view: defaultView(parsed.profile),
        columns: list.columns,
        titleOf: ({ kind, item }) => (item ? textIn(item.title, 'da') : kind),
        rows: [0],
        description: { name: 'Lægehuset', coverage: complete },
      });
      const cells = table.columns.map((_, column) => table.cell(0, column));
      for (const text of textsIn([table.title, table.columns, table.info, cells]))
        expect(text).not.toMatch(neverShown);
      const hard = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u206f]/;
      expect(await copyText(table)).not.toMatch(hard);
      expect(await (await toCsv(table, { about: true })).blob.text()).not.toMatch(hard);
    }),
    { numRuns: 60 },
  );
});
