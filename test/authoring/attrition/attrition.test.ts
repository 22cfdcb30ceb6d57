import { describe, expect, it } from 'vitest';
import { Answers } from '../../../src/authoring/attrition/answers.ts';
import { Attrition } from '../../../src/authoring/attrition/attrition.ts';
import { Clinic, finish, Survey } from '../../../src/engine/index.ts';
import { countTables } from '../../../src/engine/scan/codes.ts';
import { parseProfile, type Criterion, type Profile } from '../../../src/profile/index.ts';
import type { PatientRecords } from '../../../src/record/index.ts';
import { asOf, complete, documentOf } from '../../engine/build.ts';

/** `a`, `b` and `c` are diagnoses; the letters of an id are those that a patient has. */
const codes = { a: 'T90', b: 'K86', c: 'R95', d: 'P70' } as const;
const rule = (letter: keyof typeof codes): Criterion => ({
  diagnosis: { codes: { system: 'ICPC-2', include: [codes[letter]] } },
});

function patient(id: string, more: Partial<PatientRecords> = {}): PatientRecords {
  const letters = Object.keys(codes).filter((each) => id.includes(each)) as (keyof typeof codes)[];
  return {
    patient: { id, name: 'Test', birthDate: '1950-01-01', sex: 'female' },
    diagnoses: letters.map((letter) => ({ code: codes[letter], from: '2020-01-01' })),
    ...more,
  };
}

const people = [
  ...['0', 'a', 'b', 'c', 'ab', 'ac', 'bc', 'abc', 'abcd'].map((id) => patient(id)),
  patient('?', { diagnoses: [], coverage: { diagnosis: { available: false } } }),
];

function clinicOf(patients: readonly PatientRecords[] = people): Clinic {
  const clinic = new Clinic(complete);
  clinic.add(patients);
  return clinic;
}

const atOnce = (steps: Generator) => {
  while (!steps.next().done);
  return true;
};

function countedOf(document: unknown, leftOut: readonly string[] = [], clinic = clinicOf()) {
  const attrition = new Attrition(atOnce);
  attrition.update({ clinic, asOf, document, leftOut: new Set(leftOut) });
  const at = (place: string) => attrition.state.rules.get(`/population${place}`);
  const ids = (...[place, kind, part]: Parameters<Attrition['patientsOf']>) =>
    attrition.patientsOf(`/population${place}`, kind, part)?.ids.join(' ');
  return { attrition, state: attrition.state, at, ids };
}

function parsed(criterion: Criterion): Profile {
  const outcome = parseProfile(documentOf(criterion));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.errors));
  return outcome.profile;
}

describe('the numbers of a rule', () => {
  it('narrow within all: who is left after each', () => {
    const { at, ids, state } = countedOf(documentOf({ all: [rule('a'), rule('b'), rule('c')] }));
    expect(state.asked).toBe(10);
    expect(state.population).toEqual({ yes: 2, no: 7, unknown: 1 });
    expect(at('/include/all/0')?.alone).toEqual({ yes: 5, no: 4, unknown: 1 });
    expect([0, 1, 2].map((part) => ids(`/include/all/${part}`, 'left', 'yes'))).toEqual([
      'a ab ac abc abcd',
      'ab abc abcd',
      'abc abcd',
    ]);
    expect(ids('/include/all/2', 'left', 'unknown')).toBe('?');
  });

  it('add within any, and tell whom a rule alone adds or removes', () => {
    const { at, ids } = countedOf(
      documentOf(
        { any: [rule('a'), rule('b')] },
        {
          population: {
            include: { any: [rule('a'), rule('b')] },
            exclude: { all: [rule('c'), rule('b')] },
          },
        },
      ),
    );
    expect(ids('/include/any/0', 'left', 'yes')).toBe('a ab ac abc abcd');
    expect(ids('/include/any/1', 'left', 'yes')).toBe('a b ab ac bc abc abcd');
    expect(ids('/include/any/1', 'only', 'adds')).toBe('b');
    expect(ids('/exclude/all/0', 'left', 'yes')).toBe('a b ab');
    expect(ids('/exclude', 'left', 'yes')).toBe('a b ab ac');
    expect(ids('/exclude', 'only', 'removes')).toBe('bc abc abcd');
    // Without `b` of the two, everybody with `c` is excluded: it is `b` that keeps this one in.
    expect(ids('/exclude/all/1', 'only', 'adds')).toBe('ac');
    expect(at('/exclude/all/1')?.only).toEqual({ adds: 1, removes: 0, undecides: 0 });
  });

  it('tell whom a rule makes undecided', () => {
    const { ids } = countedOf(documentOf({ all: [{ patient: { sex: 'female' } }, rule('a')] }));
    expect(ids('/include/all/1', 'only', 'undecides')).toBe('?');
    expect(ids('/include/all/1', 'only', 'removes')).toBe('0 b c bc');
    expect(ids('/include/all/0', 'only', 'adds')).toBe('');
  });

  it('count so many of several as far as they have been taken', () => {
    const { ids } = countedOf(documentOf({ atLeast: 2, of: [rule('a'), rule('b'), rule('c')] }));
    expect(ids('/include/of/0', 'left', 'yes')).toBe('');
    expect(ids('/include/of/1', 'left', 'yes')).toBe('ab abc abcd');
    expect(ids('/include/of/2', 'left', 'yes')).toBe('ab ac bc abc abcd');
    expect(ids('/include/of/0', 'only', 'adds')).toBe('ab ac');
  });

  it('count many of very many', () => {
    const of = Array.from({ length: 300 }, (_, at): Criterion =>
      at % 3 === 0 ? rule('a') : at % 3 === 1 ? rule('b') : rule('c'),
    );
    const { ids, at } = countedOf(documentOf({ atLeast: 200, of }));
    expect(ids('/include', 'left', 'yes')).toBe('ab ac bc abc abcd');
    expect(ids('/include/of/199', 'left', 'yes')).toBe('abc abcd');
    // Without one of a hundred, those of whom it was just enough have too few.
    expect(ids('/include/of/0', 'only', 'adds')).toBe('ab ac');
    expect(at('/include/of/299')?.only).toEqual({ adds: 2, removes: 0, undecides: 0 });
  });

  it('turn round within not', () => {
    const { ids } = countedOf(
      documentOf({ all: [rule('a'), { not: { any: [rule('b'), rule('c')] } }] }),
    );
    expect(ids('/include/all/1', 'left', 'yes')).toBe('a');
    expect(ids('/include/all/1/not/any/0', 'left', 'yes')).toBe('a ac');
    expect(ids('/include/all/1/not/any/0', 'only', 'removes')).toBe('ab');
  });

  it('are told of what is asked on the day of a record, too', () => {
    const anchor = {
      on: { diagnosis: { codes: { system: 'ICPC-2', include: ['T90'] } } },
      pick: 'latest' as const,
      is: { all: [rule('b'), rule('c')] },
    };
    const { at, ids } = countedOf(documentOf({ anchor }));
    expect(ids('/include', 'left', 'yes')).toBe('abc abcd');
    expect(ids('/include/anchor/is/all/0', 'alone', 'yes')).toBe('ab abc abcd');
    expect(ids('/include/anchor/is/all/0', 'left', 'yes')).toBe('ab abc abcd');
    expect(ids('/include/anchor/is/all/1', 'left', 'yes')).toBe('abc abcd');
    expect(ids('/include/anchor/is/all/0', 'only', 'removes')).toBe('ac');
    const without = countedOf(documentOf({ anchor }), ['/population/include/anchor/is/all/0']);
    expect(without.ids('/include', 'left', 'yes')).toBe('ac abc abcd');
    expect(without.at('/include/anchor/is/all/0')?.lacking).toBe('left-out');
    expect(at('/include/anchor/is')?.alone).toEqual(at('/include')?.alone);
  });

  it('of markers are of members alone, and those of a numerator of whom the denominator counts', () => {
    const document = documentOf(rule('a'), {
      markers: [
        { id: 'm', level: 'info', title: { da: 'M' }, when: { any: [rule('b'), rule('c')] } },
      ],
      indicators: [{ id: 'n', title: { da: 'N' }, numerator: rule('c'), denominator: rule('b') }],
    });
    const { state } = countedOf(document);
    const marker = state.rules.get('/markers/0/when');
    expect(marker?.of).toBe(5);
    expect(marker?.alone).toEqual({ yes: 4, no: 1, unknown: 0 });
    expect(state.rules.get('/markers/0/when/any/1')?.only).toEqual({
      adds: 1,
      removes: 0,
      undecides: 0,
    });
    expect(state.rules.get('/indicators/0/numerator')).toMatchObject({
      of: 3,
      alone: { yes: 2, no: 1 },
    });
  });
});

describe('a rule that is left out', () => {
  const document = documentOf({ all: [rule('a'), { any: [rule('b'), rule('c')] }] });

  it('takes no part, and tells what it would change', () => {
    const { at, ids, state } = countedOf(document, ['/population/include/all/0']);
    expect(state.population?.yes).toBe(7);
    expect(at('/include/all/0')).toMatchObject({ lacking: 'left-out', alone: { yes: 5 } });
    expect(at('/include/all/0')?.left).toBe(undefined);
    expect(ids('/include/all/0', 'only', 'removes')).toBe('b c bc ?'.replace(' ?', ''));
  });

  it('leaves out what stands around it where nothing else stands there', () => {
    const both = ['/population/include/all/1/any/0', '/population/include/all/1/any/1'];
    const { at, state } = countedOf(document, both);
    expect(state.population?.yes).toBe(5);
    expect(at('/include/all/1')?.lacking).toBe('left-out');
    expect(at('/include/all/1')?.alone).toBe(undefined);
  });

  it('leaves everybody in where it is all that is asked', () => {
    const { state } = countedOf(document, ['/population/include']);
    expect(state.population).toEqual({ yes: 10, no: 0, unknown: 0 });
  });
});

describe('a document that is half written', () => {
  it('has the numbers that do not depend on what cannot be read, and says why of the others', () => {
    const document = documentOf({
      all: [rule('a'), { diagnosis: { codes: 'nobody-knows' } }, rule('b')],
    });
    const { at, state } = countedOf(document);
    expect(state.phase).toBe('fresh');
    expect(at('/include/all/0')).toMatchObject({ alone: { yes: 5 }, left: { yes: 5 } });
    expect(at('/include/all/0')?.only).toBe(undefined);
    expect(at('/include/all/0')?.lacking).toBe('unreadable-elsewhere');
    expect(at('/include/all/1')).toMatchObject({ lacking: 'unreadable' });
    expect(at('/include/all/1')?.alone).toBe(undefined);
    expect(at('/include/all/2')).toMatchObject({
      alone: { yes: 5 },
      lacking: 'unreadable-elsewhere',
    });
    expect(at('/include/all/2')?.left).toBe(undefined);
    expect(state.population).toBe(undefined);
    expect([...state.faults.keys()]).toContain('/population/include/all/1');
  });

  it('has all numbers once what cannot be read is left out', () => {
    const document = documentOf({ all: [rule('a'), {} as Criterion, rule('b')] });
    const { at, state } = countedOf(document, ['/population/include/all/1']);
    expect(state.population).toEqual({ yes: 3, no: 6, unknown: 1 });
    expect(at('/include/all/2')?.left?.yes).toBe(3);
  });

  it('has no numbers of members where nobody can say who they are', () => {
    const document = {
      ...documentOf(rule('a'), {
        markers: [{ id: 'm', level: 'info', title: { da: 'M' }, when: rule('b') }],
      }),
      population: 'all of them',
    };
    const { at, state } = countedOf(document);
    expect(state.population).toBe(undefined);
    expect(at('/include')?.lacking).toBe('unreadable');
    expect(state.rules.get('/markers/0/when')).toEqual({
      pointer: '/markers/0/when',
      lacking: 'unreadable-elsewhere',
    });
  });

  it('never counts by what is to be excluded where that cannot be read', () => {
    const document = documentOf(rule('a'), { population: { include: rule('a'), exclude: 7 } });
    const { at, state } = countedOf(document);
    expect(state.population).toBe(undefined);
    expect(at('/exclude')?.lacking).toBe('unreadable');
    expect(at('/include')).toMatchObject({
      alone: { yes: 5 },
      left: { yes: 5 },
      lacking: 'unreadable-elsewhere',
    });
  });

  it('tells what it has of entries beside one that cannot be read, by their places', () => {
    const document = documentOf(rule('a'), {
      markers: [{ id: 7 }, { id: 'm', level: 'info', title: { da: 'M' }, when: rule('b') }],
    });
    const { state } = countedOf(document);
    expect(state.rules.get('/markers/1/when')?.alone).toEqual({ yes: 3, no: 2, unknown: 0 });
    expect(state.rules.has('/markers/0/when')).toBe(false);
    expect([...state.faults.keys()]).toContain('/markers/0');
  });

  it('asks none of the rules whose codes cannot be read', () => {
    const document = documentOf(
      { all: [{ diagnosis: { codes: 'x' } }, rule('b')] },
      { codes: { x: { system: 'ICPC-2', include: [] } } },
    );
    const { at } = countedOf(document);
    expect(at('/include/all/0')?.lacking).toBe('unreadable');
    expect(at('/include/all/1')?.alone?.yes).toBe(5);
  });

  it.each([undefined, null, 'no JSON', '[]', 7, { format: 'overblik-profile/2' }])(
    'has no numbers where it is no document: %j',
    (document) => {
      const { state } = countedOf(document);
      expect(state.population).toBe(undefined);
      for (const numbers of state.rules.values()) expect(numbers.alone).toBe(undefined);
    },
  );
});

describe('while one types', () => {
  const inSlices = () => {
    let slices = 0;
    const attrition = new Attrition((steps) => {
      slices++;
      return steps.next().done === true;
    });
    return { attrition, slices: () => slices };
  };

  it('says that the numbers are of the document before, and gives up what is not waited for', async () => {
    const { attrition } = inSlices();
    const clinic = clinicOf();
    const seen: string[] = [];
    attrition.subscribe(() => {
      const { phase, population } = attrition.state;
      seen.push(`${phase} ${population?.yes}`);
    });
    attrition.update({ clinic, asOf, document: documentOf(rule('a')) });
    await attrition.settle();
    attrition.update({ clinic, asOf, document: documentOf(rule('d')) });
    attrition.update({ clinic, asOf, document: documentOf({ all: [rule('a'), rule('b')] }) });
    expect(attrition.state.phase).toBe('counting');
    await attrition.settle();
    expect(seen).toEqual(['counting undefined', 'fresh 5', 'counting 5', 'fresh 3']);
  });

  it('never has the numbers of another clinic, not even for as long as it counts', async () => {
    const { attrition } = inSlices();
    attrition.update({ clinic: clinicOf(), asOf, document: documentOf(rule('a')) });
    await attrition.settle();
    attrition.update({ clinic: clinicOf([patient('a')]), asOf, document: documentOf(rule('a')) });
    expect(attrition.state).toMatchObject({
      phase: 'counting',
      population: undefined,
      asked: undefined,
    });
    expect(attrition.state.rules.size).toBe(0);
    expect(attrition.patientsOf('/population/include', 'alone', 'yes')).toBe(undefined);
    await attrition.settle();
    expect(attrition.state.population).toEqual({ yes: 1, no: 0, unknown: 0 });
  });

  it('asks what is new alone', () => {
    const clinic = clinicOf();
    let steps = 0;
    const attrition = new Attrition((each) => {
      for (steps = 0; !each.next().done; steps++);
      return true;
    });
    const show = (criterion: Criterion) =>
      attrition.update({ clinic, asOf, document: documentOf(criterion) });
    show({ all: [rule('a'), rule('b'), rule('c')] });
    const first = steps;
    show({ all: [rule('a'), rule('b'), rule('d')] });
    const edited = steps;
    show({ all: [rule('a'), rule('b'), rule('c')] });
    // Four rules are counted each time; of the questions one is new, and then none.
    expect([first, edited, steps]).toEqual([steps + 3, steps + 1, steps]);
  });

  it('keeps no more answers than are allowed, however long', () => {
    const clinic = clinicOf();
    const answers = new Answers(clinic, asOf, 6000);
    const { roster } = answers;
    let longest = 0;
    for (let key = 0; key < 400; key++) {
      const criterion: Criterion = {
        diagnosis: {
          codes: { system: 'ICPC-2', include: [`T${key % 100}`] },
          when: { last: `P${key + 1}D` },
        },
      };
      const question = Survey.nodeOf(parsed({ diagnosis: {} }), criterion);
      finish(answers.askInSteps(question, roster));
      longest = Math.max(longest, answers.bytes);
      expect(answers.known(question, roster)).toBeDefined();
    }
    expect(longest).toBeLessThanOrEqual(6000);
    expect(answers.size).toBeGreaterThan(5);
    expect(answers.size).toBeLessThan(100);
  });

  it('keeps no more tables of codes than an archive asks for', () => {
    const clinic = clinicOf();
    const answers = new Answers(clinic, asOf);
    const profile = parsed({ diagnosis: {} });
    for (let key = 0; key < 600; key++) {
      const include = [`T${key}`];
      const question = Survey.nodeOf(profile, {
        diagnosis: { codes: { system: 'ICPC-2', include } },
      });
      finish(answers.askInSteps(question, answers.roster));
    }
    expect(countTables(clinic.dictionary)).toBeLessThanOrEqual(500);
  });

  it('sees a patient who comes, is replaced or goes, and asks of that patient alone', () => {
    const clinic = clinicOf();
    const attrition = new Attrition(atOnce);
    const document = documentOf(rule('a'));
    attrition.update({ clinic, asOf, document });
    clinic.add([
      patient('a2'),
      { ...patient('b'), diagnoses: [{ code: 'T90', from: '2020-01-01' }] },
    ]);
    clinic.remove('abcd');
    attrition.recount();
    expect(attrition.state.asked).toBe(10);
    expect(attrition.patientsOf('/population/include', 'alone', 'yes')?.ids).toEqual([
      'a',
      'ab',
      'ac',
      'abc',
      'a2',
      'b',
    ]);
  });
});

describe('the patients of a number', () => {
  const many = Array.from({ length: 1000 }, (_, at) =>
    patient(`${at}${at % 2 === 0 ? 'a' : ''}`, {
      patient: {
        id: `${at}${at % 2 === 0 ? 'a' : ''}`,
        name: 'Test',
        ...(at % 10 === 0 ? {} : { birthDate: `${1930 + (at % 90)}-01-01` }),
        sex: at % 3 === 0 ? 'male' : 'female',
      } as PatientRecords['patient'],
    }),
  );

  it('are sampled by age and sex: somebody of every stratum, the same ones each time', () => {
    const { attrition } = countedOf(documentOf(rule('a')), [], clinicOf(many));
    const found = attrition.patientsOf('/population/include', 'alone', 'yes')!;
    const strata = found.sample(50);
    expect(strata.reduce((sum, { count }) => sum + count, 0)).toBe(found.count);
    expect(strata.reduce((sum, { sampled }) => sum + sampled.length, 0)).toBe(50);
    expect(strata.every(({ sampled }) => sampled.length > 0)).toBe(true);
    expect(strata.some(({ age }) => age === undefined)).toBe(true);
    expect(found.sample(50)).toEqual(strata);
    for (const { age, sex, sampled } of strata)
      for (const place of sampled) {
        expect(found.patientAt(place).sex).toBe(sex);
        const own = found.ageAt(place);
        expect(own === undefined).toBe(age === undefined);
        if (age && own !== undefined)
          expect(own >= age.from && own <= ((age as { to?: number }).to ?? 200)).toBe(true);
      }
    const all = found.sample(1000);
    expect(all.flatMap(({ sampled }) => sampled).length).toBe(found.count);
  });

  it('tell why they cannot be decided, each reason with its patients', () => {
    const unknown = [
      patient('?1', { diagnoses: [], coverage: { diagnosis: { available: false } } }),
      patient('?2', { diagnoses: [], coverage: { diagnosis: { available: false } } }),
      patient('?3', { diagnoses: [{ code: 'T90', from: 'i går' }] as never }),
    ];
    const { attrition } = countedOf(documentOf(rule('a')), [], clinicOf([...people, ...unknown]));
    for (const kind of ['alone', 'left'] as const) {
      const found = attrition.patientsOf('/population/include', kind, 'unknown')!;
      const groups = finish(found.reasonsInSteps());
      expect(
        groups.map(({ unknownReason, patientIds }) => [unknownReason.kind, patientIds]),
      ).toEqual([
        ['not-covered', ['?', '?1', '?2']],
        ['rejected', ['?3']],
      ]);
    }
  });
});
