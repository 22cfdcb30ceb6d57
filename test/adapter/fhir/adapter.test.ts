/** The adapter as the library calls it: one patient, busy servers, aborted calls, whose a resource is, and the host's own words. */
import { describe, expect, it } from 'vitest';
import type { FhirResource } from 'fhir/r4';
import {
  fhirAdapter,
  wordsOfReport,
  type FhirError,
  type FhirOptions,
  type FhirReport,
} from '../../../src/adapter/fhir/index.ts';
import { Clinic, evaluate, requestFor } from '../../../src/engine/index.ts';
import type { PatientRecords } from '../../../src/record/index.ts';
import { planOf } from '../../engine/build.ts';
import { asOf, conditions, everything, people, person, signal, stage } from './stage.ts';

const icpc = 'urn:oid:1.2.208.176.2.31';
const sksD = 'urn:oid:1.2.208.176.2.4.12';

function condition(id: string, subject: object, more: object = {}): FhirResource {
  return {
    resourceType: 'Condition',
    id,
    subject,
    code: { coding: [{ system: icpc, code: 'P70' }] },
    onsetDateTime: '2020-01-01',
    ...more,
  };
}

/** Enough where nothing else is asked. */
const diagnoses = { asOf, types: { diagnosis: {} } };

const ids = (patients: readonly PatientRecords[]) => patients.map(({ patient }) => patient.id);
const codesOf = ({ diagnoses = [] }: PatientRecords) => diagnoses.map(({ code }) => code);

describe('a clinic', () => {
  it('is described with its name, how many come, and what is not read', async () => {
    const { describe: ask } = await stage(
      [...people(3), person('gone', { active: false })],
      {},
      { clinic: { id: 'k', name: 'K', user: 'AB' } },
    );
    const { description, unusable } = await ask();
    expect(unusable).toEqual([]);
    expect(description).toMatchObject({
      id: 'k',
      name: 'K',
      user: 'AB',
      patients: 3,
      coverage: { note: { available: false } },
    });
  });

  it('says of a type that is not read, or switched off, that it is not covered, whatever the host says', async () => {
    const { describe: ask } = await stage(
      people(1),
      {},
      {
        coverage: { note: { available: true }, result: { available: true } },
        map: { Observation: false },
      },
    );
    expect((await ask()).description.coverage).toMatchObject({
      note: { available: false },
      result: { available: false },
    });
  });

  it('asks for the types of the request alone', async () => {
    const { read, server } = await stage([...people(2), ...conditions(2)]);
    await read({ asOf, types: { diagnosis: {} } });
    expect(new Set(server.asked.map((each) => /\w+/.exec(each)?.[0]))).toEqual(
      new Set(['Patient', 'Condition']),
    );
  });

  it('does not ask once for each patient', async () => {
    const { read, server } = await stage([...people(200), ...conditions(200, 3)]);
    const { patients } = await read();
    expect(patients).toHaveLength(200);
    // A count and a page of each of thirteen types.
    expect(server.asked).toHaveLength(26);
  });

  it('asks no more at a time than it may', async () => {
    const { read, server } = await stage(
      [...people(20), ...conditions(20, 5)],
      {},
      { parallel: 2, page: 5 },
    );
    await read();
    expect(server.busiest()).toBe(2);
  });

  it('gives a sign for pages that have come, so that nobody waits for the first patient in vain', async () => {
    const { read } = await stage([...people(20), ...conditions(20, 5)], {}, { page: 5 });
    const { signs, patients } = await read();
    expect(signs).toBeGreaterThan(5);
    expect(patients).toHaveLength(20);
  });

  it('leaves out who is not active or was merged into another, and gives their records to the other', async () => {
    const { read } = await stage([
      person('new', { link: [{ type: 'replaces', other: { reference: 'Patient/old' } }] }),
      person('old', {
        active: false,
        link: [{ type: 'replaced-by', other: { reference: 'Patient/new' } }],
      }),
      person('left', { active: false }),
      condition('c1', { reference: 'Patient/old' }),
      condition('c2', { reference: 'Patient/new' }),
      condition('c3', { reference: 'Patient/left' }),
    ]);
    const { patients, report } = await read(diagnoses);
    expect(ids(patients)).toEqual(['new']);
    expect(patients[0]!.diagnoses).toHaveLength(2);
    expect(report.leftOut).toContainEqual({ resourceType: 'Patient', why: 'not active', count: 1 });
    expect(report.leftOut).toContainEqual({
      resourceType: 'Condition',
      why: 'of nobody in the clinic',
      count: 1,
    });
    expect(report.leftOut).toContainEqual({
      resourceType: 'Patient',
      why: 'replaced by another',
      count: 1,
    });
  });

  it('knows a patient by every form of reference', async () => {
    const cpr = { system: 'urn:oid:1.2.208.176.1.2', value: '010141-9996' };
    const { read } = await stage((base) => [
      person('p1', { identifier: [{ ...cpr, value: '0101419996' }] }),
      condition('c1', { reference: 'Patient/p1' }),
      condition('c2', { reference: `${base}/Patient/p1` }),
      condition('c3', { reference: `${base}/Patient/p1/_history/7` }),
      condition('c4', { identifier: cpr }),
      condition(
        'c5',
        { reference: '#p' },
        { contained: [{ resourceType: 'Patient', id: 'p', identifier: [cpr] }] },
      ),
      condition('c6', { reference: 'Group/g1' }),
      condition('c7', { reference: 'Device/d1' }),
    ]);
    const { patients, report } = await read(diagnoses);
    expect(patients[0]!.diagnoses).toHaveLength(5);
    expect(report.unknown).toEqual({});
    expect(report.leftOut).toEqual([{ resourceType: 'Condition', why: 'of no patient', count: 2 }]);
  });

  it('reads a patient as Danish systems tell one', async () => {
    const { read } = await stage([
      person('p1', {
        name: [
          { use: 'old', text: 'Ugift Navn' },
          { use: 'official', family: 'Testesen', given: ['Frida', 'Maria'] },
        ],
        identifier: [{ system: 'urn:oid:1.2.208.176.1.6.1.1', value: '0101417XX1' }],
        deceasedDateTime: '2026-01-31T23:30:00Z',
        address: [
          {
            use: 'home',
            line: ['Lærkevej 1'],
            postalCode: '8000',
            city: 'Aarhus C',
            extension: [
              {
                url: 'http://hl7.dk/fhir/core/StructureDefinition/dk-core-municipalityCodes',
                valueCodeableConcept: { coding: [{ code: '0751' }] },
              },
            ],
          },
        ],
        telecom: [
          { system: 'phone', use: 'home', value: '86 00 00 00' },
          { system: 'phone', use: 'mobile', value: '20 00 00 00' },
        ],
        generalPractitioner: [
          { identifier: { system: 'urn:oid:1.2.208.176.1.4', value: '012345' } },
        ],
        gender: 'other',
      }),
      person('p2', { deceasedBoolean: true }),
      person('p3', { deceasedBoolean: false, birthDate: '1941' }),
      person('p4', { name: 'Testesen' as never }),
    ]);
    const { patients, report } = await read(diagnoses);
    expect(patients[0]!.patient).toEqual({
      ...{
        id: 'p1',
        name: 'Frida Maria Testesen',
        cpr: '0101417XX1',
        birthDate: '1941-06-15',
        sex: 'unknown',
      },
      ...{ deceased: '2026-02-01', address: 'Lærkevej 1', postalCode: '8000', city: 'Aarhus C' },
      ...{ municipality: '0751', phone: '20 00 00 00', practitioner: '012345' },
    });
    const engine = new Clinic({});
    engine.add(patients);
    const grown = evaluate(planOf({ patient: { age: { min: 18 } } }), engine, asOf);
    // Dead for certain, and nobody knows since when; alive; nothing is known but the id.
    expect([grown.members, grown.undecided]).toEqual([['p3'], ['p2', 'p4']]);
    expect(report.dates).toContainEqual({
      resourceType: 'Patient',
      field: 'deceasedDateTime',
      problem: 'missing',
      count: 1,
    });
    expect(report.leftOut).toContainEqual({
      resourceType: 'Patient',
      why: 'could not be read: told with the id alone',
      count: 1,
    });
  });

  it('tells its report when it is done', async () => {
    const reports: FhirReport[] = [];
    const { read } = await stage(
      [
        ...people(1),
        condition(
          'c',
          { reference: 'Patient/p1' },
          { code: { coding: [{ system: 'https://x.example', code: '1' }] } },
        ),
      ],
      {},
      { onReport: (report) => reports.push(report) },
    );
    const { report } = await read();
    expect(reports).toEqual([report]);
    expect(wordsOfReport(report)).toEqual([
      '1 × diagnosis could not be placed: system https://x.example is not known. Name it by systems. What asks for a code of those days is unknown for the patient.',
    ]);
  });
});

describe('one patient', () => {
  const letter: FhirResource = {
    resourceType: 'DocumentReference',
    id: 'd1',
    status: 'current',
    subject: { reference: 'Patient/p1' },
    content: [
      {
        attachment: {
          title: 'Udskrivning',
          creation: '2026-01-01',
          contentType: 'text/plain; charset=utf-8',
          data: Buffer.from('Kære læge').toString('base64'),
        },
      },
    ],
  };

  it('comes with all records, and with what letters say', async () => {
    const { adapter, server } = await stage([...people(3), ...conditions(3, 2), letter]);
    const found = await adapter.patient('p1', everything, signal);
    expect(found?.diagnoses).toHaveLength(2);
    expect(found?.letters).toEqual([{ text: 'Udskrivning', at: '2026-01-01', body: 'Kære læge' }]);
    expect(found?.results).toEqual([]);
    expect(server.asked.filter((each) => each.includes('_summary'))).toEqual([]);
  });

  it('is the same as in the clinic', async () => {
    const { adapter, read } = await stage([...people(3), ...conditions(3, 2)]);
    const { patients } = await read();
    for (const each of patients)
      expect(await adapter.patient(each.patient.id, everything, signal)).toEqual(each);
  });

  it('is nobody where the server does not know the patient, or says that it is no longer one', async () => {
    const { adapter } = await stage([person('left', { active: false })]);
    expect(await adapter.patient('nobody', everything, signal)).toBeNull();
    expect(await adapter.patient('left', everything, signal)).toBeNull();
  });

  it('has unknown what does not come whole, and counts where the page does not', async () => {
    const { adapter, server } = await stage(
      [...people(1), ...conditions(1, 30)],
      { tellsTotal: false },
      { page: 10 },
    );
    expect((await adapter.patient('p1', everything, signal))?.diagnoses).toHaveLength(30);
    server.behaviour = {
      bundle: (bundle, { page }) => (page === 1 ? { ...bundle, link: [] } : bundle),
    };
    expect((await adapter.patient('p1', everything, signal))?.coverage).toEqual({
      diagnosis: { available: false },
    });
  });

  it('has the records of those who were merged into them', async () => {
    const { adapter } = await stage([
      person('new', { link: [{ type: 'replaces', other: { reference: 'Patient/old' } }] }),
      condition('c1', { reference: 'Patient/old' }),
    ]);
    expect((await adapter.patient('new', everything, signal))?.diagnoses).toHaveLength(1);
  });

  it('cannot lead elsewhere by an id', async () => {
    const { adapter, server } = await stage(people(1));
    expect(await adapter.patient('../../admin?x=', everything, signal)).toBeNull();
    expect(server.asked).toEqual(['/Patient/..%2F..%2Fadmin%3Fx%3D']);
  });

  it('is opened in the journal by the host', async () => {
    const opened: unknown[] = [];
    const { adapter } = await stage(
      [],
      {},
      { openJournal: (patient, context) => void opened.push([patient, context]) },
    );
    await adapter.openJournal({ id: 'p1' }, { from: 'marker' });
    expect(opened).toEqual([[{ id: 'p1' }, { from: 'marker' }]]);
  });
});

describe('a server that is busy', () => {
  it.each([
    ['seconds', { 'retry-after': '0' }],
    [
      'a day and time',
      { 'retry-after': 'Sun, 29 Nov 2026 02:00:00 GMT', date: 'Sun, 29 Nov 2026 02:00:00 GMT' },
    ],
  ])('is asked again when it says, in %s', async (_, headers) => {
    const { read } = await stage([...people(2), ...conditions(2)], {
      answer: ({ before, resourceType }) =>
        before < 2 && resourceType !== 'Patient'
          ? { status: before === 0 ? 429 : 503, headers }
          : undefined,
    });
    const { report, patients } = await read();
    expect(report.unknown).toEqual({});
    expect(patients.map(codesOf)).toEqual([['P70'], ['P70']]);
    expect(report.retries).toBeGreaterThan(20);
  });

  it('is given up where it stays so, or asks for longer than anybody waits: the type is unknown', async () => {
    for (const after of ['0', '3600']) {
      const { read } = await stage([...people(2), ...conditions(2)], {
        answer: ({ resourceType }) =>
          resourceType === 'Condition'
            ? { status: 503, headers: { 'retry-after': after } }
            : undefined,
      });
      const { report } = await read(diagnoses);
      expect(report.unknown.diagnosis).toEqual([
        { resourceType: 'Condition', reason: 'http', status: 503, read: 0 },
      ]);
      expect(report.retries).toBe(after === '0' ? 3 : 0);
    }
  });

  it('is left alone when the call is aborted while it is waited for', async () => {
    const abort = new AbortController();
    const { read, server } = await stage(people(1), {
      answer: () => {
        // The answer is on its way, and the wait begins.
        setImmediate(() => setImmediate(() => abort.abort()));
        return { status: 503, headers: { 'retry-after': '20' } };
      },
    });
    const { error } = await read(everything, abort.signal);
    expect(error).toBe(abort.signal.reason);
    expect(server.asked.length).toBeLessThanOrEqual(4);
  });
});

describe('a call that fails', () => {
  it('is aborted at once, and asks no further', async () => {
    const abort = new AbortController();
    const { read, server } = await stage(
      [...people(20), ...conditions(20, 50)],
      { bundle: (bundle, { page }) => (page === 3 ? (abort.abort(), bundle) : bundle) },
      { page: 5 },
    );
    const { error } = await read(everything, abort.signal);
    expect(error).toBe(abort.signal.reason);
    // Of two hundred pages the first few; what was on its way may still arrive.
    expect(server.asked.length).toBeLessThan(60);
  });

  it('says that the token has run out, and asks nothing else', async () => {
    const { read, describe: ask } = await stage(people(1), {
      answer: () => ({
        status: 401,
        body: { resourceType: 'OperationOutcome', issue: [{ diagnostics: 'Frida Fiktiv' }] },
      }),
    });
    const { error } = await read();
    expect((error as FhirError).status).toBe(401);
    expect((error as FhirError).message).toMatch(/Renew the token/);
    expect((error as FhirError).message).not.toMatch(/Fiktiv|http/);
    await expect(ask()).rejects.toThrow('threw');
  });

  it('says that the server is not reached, with what fetch said for the host alone', async () => {
    const { adapter } = await stage(
      [],
      {},
      { fetch: () => Promise.reject(new TypeError('fetch failed')) },
    );
    const failed = (await adapter.describe(signal).catch((error: unknown) => error)) as FhirError;
    expect([failed.reason, (failed.cause as Error).message]).toEqual(['network', 'fetch failed']);
  });

  it('asks once more where the connection broke', async () => {
    let broken = 0;
    const { read } = await stage(
      [...people(2), ...conditions(2)],
      {},
      {
        fetch: (url, init) =>
          url.includes('_count') && broken++ === 0
            ? Promise.reject(new TypeError('other side closed'))
            : fetch(url, init),
      },
    );
    const { report, error } = await read(diagnoses);
    expect([error, report.unknown, report.retries]).toEqual([undefined, {}, 1]);
  });

  it.each<readonly [string, Partial<FhirOptions>, RegExp]>([
    ['a base that is no address', { base: 'fhir' }, /URL/],
    ['a zone that there is not', { timeZone: 'Europe/Jylland' }, /Jylland/],
    ['no requests at a time', { parallel: 0 }, /parallel/],
    ['pages of nothing', { page: 0 }, /page/],
    [
      'a rule that does not say what is made',
      { map: { ChargeItem: { read: () => [] } } },
      /map\.ChargeItem\.makes/,
    ],
  ])('%s is told when the adapter is made', (_, options, words) => {
    expect(() =>
      fhirAdapter({ clinic: { name: 'K' }, base: 'https://x.example', fetch, ...options }),
    ).toThrow(words);
  });
});

describe('the host’s own words', () => {
  it('a token goes with each request by the host’s fetch, and nowhere else', async () => {
    const headers: (string | undefined)[] = [];
    const { read } = await stage(
      [...people(1), ...conditions(1)],
      { answer: (asked) => void headers.push(asked.headers.authorization, asked.headers.accept) },
      {
        fetch: (url, init) =>
          fetch(url, { ...init, headers: { ...init.headers, authorization: 'Bearer t' } }),
      },
    );
    await read();
    expect(new Set(headers)).toEqual(new Set(['Bearer t', 'application/fhir+json']));
  });

  it('another resource type is read by a rule', async () => {
    const charge = {
      resourceType: 'ChargeItem',
      id: 'x',
      subject: { reference: 'Patient/p1' },
      code: { text: '2133' },
      occurrenceDateTime: '2026-01-01',
    } as unknown as FhirResource;
    const { read, describe: ask } = await stage(
      [...people(1), charge],
      {},
      {
        map: {
          Procedure: false,
          Encounter: false,
          ChargeItem: {
            makes: ['service'],
            search: { status: 'billed' },
            read: ({ code, occurrenceDateTime }) => [
              {
                type: 'service',
                record: { code: (code as { text: string }).text, at: String(occurrenceDateTime) },
              },
            ],
          },
        },
      },
    );
    const { patients } = await read();
    expect(patients[0]!.services).toEqual([{ code: '2133', at: '2026-01-01' }]);
    expect((await ask()).description.coverage.service).toBeUndefined();
  });

  it('a rule that throws leaves the record in doubt', async () => {
    const { read } = await stage(
      [...people(1), ...conditions(1)],
      {},
      {
        map: {
          Condition: {
            read: () => {
              throw new Error('P70');
            },
          },
        },
      },
    );
    const { patients, report } = await read();
    expect(patients[0]!.diagnoses).toEqual([{ system: {} }]);
    expect(report.leftOut[0]?.why).toBe('could not be read: told as unknown');
  });

  it('a patient is read otherwise, or is none of the clinic’s', async () => {
    const { read } = await stage(
      people(2),
      {},
      {
        map: {
          Patient: {
            read: ({ id }, own) =>
              id === 'p1' ? null : { ...own, insuranceGroup: 1, listed: true },
          },
        },
      },
    );
    const { patients } = await read();
    expect(patients.map(({ patient }) => [patient.id, patient.insuranceGroup])).toEqual([
      ['p2', 1],
    ]);
  });
});

describe('of several codings', () => {
  const both = [
    ...people(1),
    condition(
      'c1',
      { reference: 'Patient/p1' },
      {
        code: {
          coding: [
            { system: sksD, code: 'DF039' },
            { system: icpc, code: 'P70' },
          ],
        },
      },
    ),
  ];
  const dementia = { system: 'ICPC-2', include: ['P70'] };
  const hospital = { system: 'SKS', include: ['DF03'] };
  const planned = (...codes: (typeof dementia)[]) => planOf({ diagnosis: { codes } });

  async function ask(
    plan: ReturnType<typeof planned>,
    options: Partial<FhirOptions> = {},
    over = [plan],
  ) {
    const { read } = await stage(both, {}, options);
    const { patients, report } = await read(requestFor(over, asOf));
    const engine = new Clinic({});
    engine.add(patients);
    const { members, undecided } = evaluate(plan, engine, asOf);
    return {
      members: members.length,
      undecided: undecided.length,
      codes: codesOf(patients[0]!),
      report,
    };
  }

  it('the one that is asked for counts, whichever is preferred', async () => {
    expect(await ask(planned(dementia))).toMatchObject({ members: 1, codes: ['P70'] });
    expect(await ask(planned(hospital))).toMatchObject({ members: 1, codes: ['DF039'] });
  });

  it('where both are, the preferred one counts, once, and the other is counted as passed over', async () => {
    const twins = await ask(planned(dementia, hospital));
    expect(twins).toMatchObject({ members: 1, codes: ['P70'] });
    expect(twins.report.passedOver).toEqual([{ type: 'diagnosis', system: 'SKS', count: 1 }]);
    expect(
      await ask(planned(dementia, hospital), { prefer: { diagnosis: ['SKS'] } }),
    ).toMatchObject({ members: 1, codes: ['DF039'] });
  });

  it('what asks for the other alone is not told no', async () => {
    // Both profiles are loaded together: the preferred coding is kept, and in the other system not all is there.
    const over = [planned(dementia), planned(hospital)];
    expect(await ask(over[0]!, {}, over)).toMatchObject({ members: 1, undecided: 0 });
    expect(await ask(over[1]!, {}, over)).toMatchObject({ members: 0, undecided: 1 });
    expect(
      await ask(over[1]!, { coverage: { diagnosis: { available: true, systems: ['SKS'] } } }, over),
    ).toMatchObject({ members: 0, undecided: 1 });
  });
});

describe('a server that answers anything', () => {
  const junk: readonly unknown[] = [
    null,
    7,
    'x',
    [],
    [null],
    { resource: 7 },
    { resource: { resourceType: 7 } },
  ];

  it.each(junk.map((entry) => [JSON.stringify(entry), entry]))(
    'an entry %s harms nobody',
    async (_, entry) => {
      const { read } = await stage([...people(2), ...conditions(2)], {
        bundle: (bundle, { page }) =>
          page === undefined
            ? bundle
            : { ...bundle, entry: [...(bundle.entry ?? []), entry as never] },
      });
      const { patients, report, error } = await read(diagnoses);
      expect(error).toBeUndefined();
      expect(report.unknown).toEqual({});
      expect(patients.map(codesOf)).toEqual([['P70'], ['P70']]);
    },
  );

  const odd: readonly object[] = [
    { subject: 7 },
    { subject: { reference: 7 } },
    { subject: { identifier: 7 } },
    { code: 7 },
    { code: { coding: 7 } },
    { code: { coding: [null] } },
    { code: { coding: [{ system: 7, code: 'P70' }] } },
    { code: { coding: [{ system: icpc, code: 7 }] } },
    { onsetDateTime: 7 },
    { meta: 7 },
    { meta: { source: 7 } },
    { clinicalStatus: 'active' },
    { verificationStatus: { coding: 7 } },
    { category: 7 },
    { contained: 7 },
    { abatementPeriod: 7 },
  ];

  it.each(odd.map((each) => [JSON.stringify(each), each]))(
    'a condition with %s is never told as none',
    async (_, more) => {
      const plan = planOf({ diagnosis: { codes: { system: 'ICPC-2', include: ['P70'] } } });
      const { read } = await stage([
        ...people(1),
        condition('c', { reference: 'Patient/p1' }, more),
      ]);
      const { patients, error } = await read(diagnoses);
      expect(error).toBeUndefined();
      const engine = new Clinic({});
      engine.add(patients);
      const { members, undecided } = evaluate(plan, engine, asOf);
      expect(members.length + undecided.length).toBe(1);
    },
  );
});
