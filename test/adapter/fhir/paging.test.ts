/**
 * Whole or unknown: how servers page, and the ways in which public ones are known to page wrongly. Whatever does not come
 * whole is unknown for everybody, never a list that is merely shorter.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Bundle } from 'fhir/r4';
import { FhirError, wordsOfReport } from '../../../src/adapter/fhir/index.ts';
import { Clinic, evaluate } from '../../../src/engine/index.ts';
import type { PatientRecords } from '../../../src/record/index.ts';
import { cases as some } from '../../depth.ts';
import { planOf } from '../../engine/build.ts';
import { outcome, type Asked, type Behaviour } from './little-server.ts';
import { asOf, conditions, people, stage } from './stage.ts';

const patients = 12;
const clinic = [...people(patients), ...conditions(patients, 5)];
const diagnoses = { asOf, types: { diagnosis: {} } };
/** Sixty diagnoses in pages of ten. */
const inPages = { page: 10 };

const demens = planOf({ diagnosis: { codes: { system: 'ICPC-2', include: ['P70'] } } });
const diabetes = planOf({ diagnosis: { codes: { system: 'ICPC-2', include: ['T90'] } } });

/** How many are in, and of how many nobody can say. */
function listed(records: readonly PatientRecords[], plan = demens) {
  const engine = new Clinic({});
  engine.add(records);
  const { members, undecided } = evaluate(plan, engine, asOf);
  return { members: members.length, undecided: undecided.length };
}

/** Changes the pages of one resource type. */
const pages = (
  change: (bundle: Bundle, asked: Asked) => Bundle,
  resourceType = 'Condition',
): Behaviour => ({
  bundle: (bundle, asked) =>
    asked.resourceType === resourceType && asked.page !== undefined
      ? change(bundle, asked)
      : bundle,
});
const link = (bundle: Bundle, url: string | undefined): Bundle => ({
  ...bundle,
  link: url === undefined ? [] : [{ relation: 'next', url }],
});

describe('what comes whole', () => {
  it('is the same in pages of any size', async () => {
    const whole = await (await stage(clinic)).read(diagnoses);
    for (const page of [1, 7, 60]) {
      const { read, server } = await stage(clinic, {}, { page });
      const { patients: found, report } = await read(diagnoses);
      expect(found).toEqual(whole.patients);
      expect(report.unknown).toEqual({});
      expect(server.busiest()).toBeLessThanOrEqual(4);
    }
    expect(listed(whole.patients)).toEqual({ members: patients, undecided: 0 });
    // Nobody has what was not found: every type came, if empty.
    expect(listed(whole.patients, diabetes)).toEqual({ members: 0, undecided: 0 });
  });

  it.each<readonly [string, Behaviour]>([
    ['pages smaller than asked for (a capped _count)', { mostInPage: 3 }],
    ['a server that tells no total with its pages', { tellsTotal: false }],
    [
      'resources that come again on a later page',
      pages((bundle, { page = 0 }) =>
        page === 0
          ? bundle
          : { ...bundle, entry: [{ resource: clinic[patients]! }, ...(bundle.entry ?? [])] },
      ),
    ],
    [
      'a last page that links on to empty ones without end',
      pages((bundle, { page = 0, url }) =>
        page < 5
          ? bundle
          : link(
              { ...bundle, ...(page > 5 ? { entry: [] } : {}) },
              `${url.replace(/^\/|_page=\d+/g, '')}_page=${page + 1}`,
            ),
      ),
    ],
    [
      'a warning in the bundle',
      pages((bundle) => ({
        ...bundle,
        entry: [
          ...(bundle.entry ?? []),
          { resource: outcome('informational', 'warning'), search: { mode: 'outcome' } },
        ] as Bundle['entry'] & object,
      })),
    ],
    [
      'an estimate of the total that is too low',
      {
        bundle: (bundle, { resourceType, page }) =>
          resourceType === 'Condition' && page !== undefined ? { ...bundle, total: 20 } : bundle,
      },
    ],
  ])('%s', async (_, behaviour) => {
    const { read } = await stage(clinic, behaviour, inPages);
    const { patients: found, report, error } = await read(diagnoses);
    expect(error).toBeUndefined();
    expect(report.unknown).toEqual({});
    expect(report.read.Condition).toBe(60);
    expect(listed(found, diabetes)).toEqual({ members: 0, undecided: 0 });
  });

  it('an empty page in the middle that links on', async () => {
    const behaviour = pages((bundle, { page, url }) =>
      // The second page is put off: an empty one stands before it.
      page === 1 && !url.includes('again')
        ? { ...link(bundle, `${base()}${url}&again=1`), entry: [] }
        : bundle,
    );
    const staged = await stage(clinic, behaviour, inPages);
    const base = () => staged.server.base;
    const { report } = await staged.read(diagnoses);
    expect(report.unknown).toEqual({});
    expect(report.read.Condition).toBe(60);
  });
});

describe('what does not come whole is unknown', () => {
  const wrong: readonly (readonly [
    what: string,
    reason: string,
    behaviour: (base: () => string) => Behaviour,
  ])[] = [
    [
      'the link to the next page is missing',
      'fewer-than-total',
      () => pages((bundle, { page }) => (page === 2 ? link(bundle, undefined) : bundle)),
    ],
    [
      'an empty page without a link',
      'fewer-than-total',
      () =>
        pages((bundle, { page }) =>
          page === 2 ? { ...link(bundle, undefined), entry: [] } : bundle,
        ),
    ],
    [
      'the next page is the same again',
      'repeated-next',
      (base) => pages((bundle, { url }) => link(bundle, `${base()}${url}`)),
    ],
    [
      'the pages go round in a circle',
      'repeated-next',
      () => {
        let first: string | undefined;
        return pages((bundle, { page }) => {
          if (page === 0) first = bundle.link?.find(({ relation }) => relation === 'next')?.url;
          return page === 3 ? link(bundle, first) : bundle;
        });
      },
    ],
    [
      'the next page is at an address inside the hospital',
      'foreign-next',
      () => pages((bundle) => link(bundle, 'http://hapi-internal:8080/fhir?_getpages=1')),
    ],
    [
      'the next page is beside the base',
      'foreign-next',
      (base) => pages((bundle) => link(bundle, `${base()}-other?_getpages=1`)),
    ],
    [
      'the next page is by another scheme',
      'foreign-next',
      (base) => pages((bundle) => link(bundle, `${base().replace('http:', 'https:')}?_getpages=1`)),
    ],
    [
      'the next page names a user',
      'foreign-next',
      (base) =>
        pages((bundle) => link(bundle, `${base().replace('//', '//user:word@')}?_getpages=1`)),
    ],
    [
      'the next page is no address',
      'foreign-next',
      () => pages((bundle) => link(bundle, 'http://')),
    ],
    [
      'the link to the next page has expired',
      'http',
      () => ({
        answer: ({ resourceType, page }) =>
          resourceType === 'Condition' && page === 3
            ? { status: 410, body: outcome('expired') }
            : undefined,
      }),
    ],
    [
      'a page is missing',
      'fewer-than-total',
      () => pages((bundle, { page }) => (page === 2 ? { ...bundle, entry: [] } : bundle)),
    ],
    [
      'a resource is missing',
      'fewer-than-total',
      () =>
        pages((bundle, { page }) =>
          page === 2 ? { ...bundle, entry: bundle.entry!.slice(1) } : bundle,
        ),
    ],
    [
      'one comes twice, and one not at all',
      'fewer-than-total',
      () =>
        pages((bundle, { page }) =>
          page === 2
            ? { ...bundle, entry: [bundle.entry![1]!, ...bundle.entry!.slice(1)] }
            : bundle,
        ),
    ],
    [
      'nobody says how many there are',
      'no-total',
      () => ({
        bundle: (bundle, { resourceType }) =>
          resourceType === 'Condition' ? without(bundle) : bundle,
      }),
    ],
    [
      'the bundle says that something is missing',
      'outcome',
      () =>
        pages((bundle, { page }) =>
          page === 1
            ? { ...bundle, entry: [...bundle.entry!, { resource: outcome('incomplete') }] }
            : bundle,
        ),
    ],
    [
      'an OperationOutcome instead of a bundle',
      'not-a-bundle',
      () => ({
        answer: ({ resourceType, page }) =>
          resourceType === 'Condition' && page === 1
            ? { status: 200, body: outcome('processing') }
            : undefined,
      }),
    ],
    [
      'a page of HTML',
      'not-a-bundle',
      () => ({
        answer: ({ resourceType, page }) =>
          resourceType === 'Condition' && page === 1 ? { status: 200, body: '<html>' } : undefined,
      }),
    ],
    [
      'a page that is half',
      'not-a-bundle',
      () => ({
        answer: ({ resourceType, page }) =>
          resourceType === 'Condition' && page === 1
            ? { status: 200, body: '{"resourceType":"Bund' }
            : undefined,
      }),
    ],
    [
      'the type is not allowed',
      'http',
      () => ({
        answer: ({ resourceType }) => (resourceType === 'Condition' ? { status: 403 } : undefined),
      }),
    ],
    [
      'the type is not kept',
      'http',
      () => ({
        answer: ({ resourceType }) => (resourceType === 'Condition' ? { status: 404 } : undefined),
      }),
    ],
    [
      'the server fails',
      'http',
      () => ({
        answer: ({ resourceType, page }) =>
          resourceType === 'Condition' && page === 4 ? { status: 500 } : undefined,
      }),
    ],
    [
      'page follows page, and nothing new comes',
      'endless',
      (base) =>
        pages((bundle, { url, page = 0 }) =>
          page < 1 ? bundle : link({ ...bundle, entry: [] }, `${base()}${url}0`),
        ),
    ],
  ];

  it.each(wrong)('%s', async (_, reason, behaviour) => {
    const staged = await stage(clinic, {}, inPages);
    staged.server.behaviour = behaviour(() => staged.server.base);
    const { patients: found, error, report } = await staged.read(diagnoses);
    expect(error).toBeUndefined();
    expect(Object.keys(report.unknown)).toEqual(['diagnosis']);
    expect(report.unknown.diagnosis?.map((each) => each.reason)).toEqual([reason]);
    expect(found).toHaveLength(patients);
    // What did come is proven; of nobody it is said that there is no more.
    const asked = listed(found, diabetes);
    expect(asked).toEqual({ members: 0, undecided: patients });
    const { members, undecided } = listed(found);
    expect(members + undecided).toBe(patients);
    expect(wordsOfReport(report)[0]).toMatch(/^diagnosis is unknown for everybody: Condition, /);
    // Nothing outside the base was asked, which would have handed over the token.
    expect(staged.server.asked.every((each) => each.startsWith('/') || each.startsWith('?'))).toBe(
      true,
    );
  });

  it('where the host says that there are no totals, what comes without one is all', async () => {
    const behaviour: Behaviour = { bundle: (bundle) => without(bundle) };
    const { read, describe: ask } = await stage(clinic, behaviour, {
      page: { size: 10, total: 'optional' },
    });
    const { patients: found, report } = await read(diagnoses);
    expect(report.unknown).toEqual({});
    expect(listed(found)).toEqual({ members: patients, undecided: 0 });
    expect((await ask()).description.patients).toBeUndefined();
  });

  it('patients that do not come whole are no list at all', async () => {
    const { read } = await stage(
      clinic,
      pages((bundle, { page }) => (page === 0 ? link(bundle, undefined) : bundle), 'Patient'),
      inPages,
    );
    const { patients: found, error } = await read(diagnoses);
    expect(found).toEqual([]);
    expect(error).toBeInstanceOf(FhirError);
    expect((error as FhirError).message).toMatch(/^Patient: /);
  });

  it('resources whose patient cannot be told make the type unknown', async () => {
    const [first, ...rest] = conditions(patients);
    const lost = [
      { ...first, subject: { reference: 'http://hapi-internal:8080/fhir/Patient/p1' } },
      { ...first, subject: { display: 'Test Testesen' } },
      { ...first, subject: { identifier: { system: 'https://klinik.example/nr', value: '7' } } },
    ];
    for (const one of lost) {
      const { read } = await stage([...people(patients), one as never, ...rest]);
      const { patients: found, report } = await read(diagnoses);
      expect(report.unknown.diagnosis?.map(({ reason }) => reason)).toEqual(['patient-not-told']);
      expect(listed(found, diabetes).undecided).toBe(patients);
    }
  });
});

function without({ total: _, ...bundle }: Bundle): Bundle {
  return bundle;
}

describe('of any bundles', () => {
  it('fewer than there are is unknown; all, in any pages and order, and twice, is the same list', async () => {
    const staged = await stage(clinic);
    const whole = (await staged.read(diagnoses)).patients;
    const all = clinic.slice(patients);
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(all, { minLength: all.length }),
        fc.array(fc.nat(all.length - 1), { maxLength: 20 }),
        fc.array(fc.nat(all.length - 1), { maxLength: 3 }),
        fc.integer({ min: 1, max: 25 }),
        async (order, again, lost, size) => {
          const dropped = new Set(lost.map((at) => order[at]));
          const sent = [
            ...order.filter((each) => !dropped.has(each)),
            ...again.map((at) => order[at]!).filter((each) => !dropped.has(each)),
          ];
          staged.server.behaviour = pages((bundle, { page = 0, url }) => {
            const entry = sent
              .slice(page * size, (page + 1) * size)
              .map((resource) => ({ resource }));
            const isLast = (page + 1) * size >= sent.length;
            const next = url.includes('_page=')
              ? url.replace(/_page=\d+/, `_page=${page + 1}`)
              : `${url}&_page=${page + 1}`;
            return link({ ...bundle, entry }, isLast ? undefined : `${staged.server.base}${next}`);
          });
          const { patients: found, report } = await staged.read(diagnoses);
          if (dropped.size === 0) {
            expect(report.unknown).toEqual({});
            expect(found).toEqual(whole);
          } else {
            expect(report.unknown.diagnosis?.[0]?.reason).toBe('fewer-than-total');
            expect(found.every(({ coverage }) => coverage?.diagnosis?.available === false)).toBe(
              true,
            );
          }
        },
      ),
      { numRuns: some(20, 60) },
    );
  });
});
