import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  actionsOf,
  RecordKeys,
  describeClinic,
  listRounds,
  type ClinicAdapter,
  type Round,
} from '../../src/adapter/index.ts';
import { reportsOnAdapter } from '../../src/adapter/reports.ts';
import { hostileText, neverShown, textsIn } from '../json/hostile-texts.ts';

const options = { deadline: 1000 };

function expectPlain(value: unknown): void {
  for (const text of textsIn(value)) expect(text).not.toMatch(neverShown);
}

describe('texts of a host', () => {
  it('in a description hold nothing hidden', async () => {
    await fc.assert(
      fc.asyncProperty(hostileText, async (drawn) => {
        const answer = {
          name: drawn,
          user: drawn,
          coverage: { result: { available: true, source: drawn } },
          sources: [
            {
              id: drawn,
              title: { da: drawn, en: drawn },
              gives: { da: drawn },
              types: ['result'],
              available: true,
              updated: drawn,
            },
          ],
        };
        const describe = () => Promise.resolve(answer as never);
        expectPlain(await describeClinic({ describe } as unknown as ClinicAdapter, options));
      }),
    );
  });

  it('on actions hold nothing hidden, and the action is still the host’s own', async () => {
    const queue = {
      id: 'q',
      label: { da: 'Læg i kø\u202e', en: 'Queue\0' },
      scope: 'many' as const,
      state: [] as string[],
      run(patients: readonly { readonly id: string }[]) {
        this.state.push(...patients.map(({ id }) => id));
        return Promise.resolve([]);
      },
    };
    const plain = { ...queue, id: 'r', label: 'Ring\u2069' as never };
    const adapter = { actions: [queue, plain] } as unknown as ClinicAdapter;
    const [first, second] = actionsOf(adapter);
    expect(first?.label).toEqual({ da: 'Læg i kø', en: 'Queue' });
    expect(second?.label).toEqual({ da: 'Ring' });
    const context = { from: 'population', runKey: 'run', patientKeys: { a: 'run-1' } } as const;
    await first?.run([{ id: 'a' }], context, new AbortController().signal);
    expect(queue.state).toEqual(['a']);
    expect(actionsOf(adapter)[0]).toBe(first);
  });

  it('in misspelt names of methods and fields are not told on', () => {
    const adapter = { 'descri\u202ebe': () => undefined, patient: 7, records: 7, openJournal: 7 };
    const told = reportsOnAdapter(adapter).map(({ field }) => field);
    expect(told).toContain('describe');
    const keys = new RecordKeys();
    const diagnoses = [{ code: 'P70', from: '2020-01-01', 'tex\u2069t': 'Demens' }];
    keys.look([{ patient: { id: 'a', name: 'A' }, diagnoses }]);
    expect(keys.reports('records').map(({ field }) => field)).toEqual(['diagnoses.text']);
  });

  it('in notes of rounds hold nothing hidden; what is the store’s own stays as it is', async () => {
    const round = {
      id: 'r1',
      revision: 1,
      profile: { id: 'p', version: '1.0.0' },
      asOf: '2026-05-01',
      own: 'x\u202e',
      members: [
        {
          patientId: 'a\u202e',
          status: 'exempt',
          note: 'ring\u202e 125',
          earlier: 'to\u2028linjer',
          by: 'A\u2069B',
          exemptions: [{ marker: 'm', note: 'nej\0', by: 'A\u200fB' }],
        },
      ],
    } satisfies Round & { own: string };
    const store = {
      list: () => Promise.resolve([round]),
      save: () => Promise.reject(new Error('Not asked.')),
    };
    const { rounds } = await listRounds(store, 'p', options);
    expect(rounds[0]?.round).toEqual({
      ...round,
      members: [
        {
          patientId: 'a\u202e',
          status: 'exempt',
          note: 'ring 125',
          earlier: 'to\nlinjer',
          by: 'AB',
          exemptions: [{ marker: 'm', note: 'nej', by: 'AB' }],
        },
      ],
    });
  });
});
