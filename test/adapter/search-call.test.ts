import { describe, expect, it } from 'vitest';
import { searchClinic, type AdapterFailure, type ClinicAdapter } from '../../src/adapter/index.ts';
import { patientWith } from '../engine/build.ts';

const request = {
  profile: {},
  asOf: '2026-11-24',
  records: { asOf: '2026-11-24', types: {} },
};
const search = (answer?: () => unknown) =>
  searchClinic(
    (answer ? { search: async () => answer() } : {}) as unknown as ClinicAdapter,
    request,
    { deadline: 1000 },
  ).catch((error: unknown) => error as AdapterFailure);

describe('the outcome of a search', () => {
  it('is whom the host found, as supplied, and how many it has', async () => {
    const found = [patientWith({}), null];
    const outcome = await search(() => ({ patients: 25, found, more: 1 }));
    expect(outcome).toEqual({ patients: 25, found });
    expect(outcome).toHaveProperty('found', found);
  });

  it.each([undefined, null, '25', 2.5])('%j patients: nobody knows how many', async (patients) => {
    expect(await search(() => ({ patients, found: [] }))).toEqual({ patients: 0, found: [] });
  });

  it.each([undefined, null, 7, [], {}, { found: null }, { found: { length: 1 } }])(
    '%j is junk',
    async (answer) => {
      expect(await search(() => answer)).toMatchObject({ kind: 'junk', call: 'search' });
    },
  );

  it('that throws when it is read is contained', async () => {
    const trap = {
      get found(): never {
        throw new Error('Frida Fiktiv 050542-9968');
      },
    };
    const failure = await search(() => trap);
    expect(failure).toMatchObject({ kind: 'threw', call: 'search' });
    expect(String(failure as Error)).not.toContain('Frida');
  });

  it('of an adapter without one is not to be had', async () => {
    expect(await search()).toMatchObject({ kind: 'not-supported', call: 'search' });
  });
});
