/**
 * A clinic that fails at each of its answers, one after another and in every way there is: nobody is lost in silence,
 * nobody is taken in by mistake, nothing of the host's is told on, and a new attempt has everyone.
 */
import { afterAll, describe, expect, it } from 'vitest';
import { demens } from '../../fixtures/profiles/index.ts';
import type { ClinicAdapter, SearchOutcome } from '../../src/adapter/index.ts';
import {
  describeProblem,
  PatientModel,
  PopulationModel,
  type PopulationState,
} from '../../src/model/index.ts';
import type { PatientRecords } from '../../src/record/index.ts';
import { asOf, complete, patientWith } from '../engine/build.ts';
import { isDeep, someOf } from '../depth.ts';

/** In everything that the host throws, and in every name: it is told to nobody. */
const secret = 'Frida Fiktiv';
const ill = ['a', 'c', 'f'];
const patients = [...'abcdefg'].map((id) =>
  patientWith(ill.includes(id) ? { diagnoses: [{ code: 'P70', from: '2022-03-14' }] } : {}, {
    id,
    name: `${secret} ${id}`,
  }),
);
const description = { name: 'K', coverage: complete, patients: patients.length };

/** What a host may answer with instead of what it should. */
const junk: readonly (readonly [string, () => unknown])[] = [
  ['nothing', () => undefined],
  ['null', () => null],
  ['a number', () => 7],
  ['a text', () => secret],
  ['an object', () => ({})],
  ['a list of nothing', () => [null]],
  ['an empty list', () => []],
  ['a list of texts', () => [secret]],
  ['a list of empty objects', () => [{}, {}]],
  ['a list of people without an id', () => [{ patient: { name: secret } }]],
  ['a function', () => () => secret],
  ['what throws when it is read', () => throwing()],
  ['what throws at every turn', () => revoked()],
];

/** How an answer may fail: what takes its place. */
const ways: readonly (readonly [string, () => unknown])[] = [
  ['is a rejection', () => Promise.reject(new Error(secret))],
  ['is a rejection with nothing', () => Promise.reject()],
  ['never comes', () => new Promise(() => undefined)],
  [
    'is thrown',
    () => {
      throw new Error(secret);
    },
  ],
  ...junk.map(([name, make]) => [`is ${name}`, () => Promise.resolve(make())] as const),
  // What is no promise where one is due. The deep tests have all of them.
  ...junk
    .slice(0, isDeep ? junk.length : 2)
    .map(([name, make]) => [`is ${name}, at once`, make] as const),
];

/** Everyday every kind of clinic has the ways that are told apart, and of what is no answer every third. */
const waysOf = (place: number) => {
  const apart = ways.slice(0, -junk.length - (isDeep ? junk.length : 2));
  return [...apart, ...someOf(ways.slice(apart.length), 3, place)];
};

function throwing(): object {
  const thrown = () => {
    throw new Error(secret);
  };
  return Object.defineProperties(
    {},
    Object.fromEntries(
      [
        'patient',
        'id',
        'name',
        'coverage',
        'length',
        'done',
        'value',
        'then',
        'patients',
        'found',
      ].map((key) => [key, { get: thrown, enumerable: true }]),
    ),
  );
}

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

/** Calls the clinic's answers by number, and puts another in the place of one of them, once. */
class Answers {
  asked = 0;
  isFailing = true;

  constructor(
    readonly failAt: number,
    readonly way: () => unknown,
  ) {}

  give<Value>(right: () => Value): Value {
    const number = this.asked;
    this.asked += 1;
    return this.isFailing && number === this.failAt ? (this.way() as Value) : right();
  }
}

/** Streams batches of two. */
function streaming(answers: Answers): ClinicAdapter {
  return {
    ...common(answers),
    records: () =>
      answers.give(() => {
        const batches = [0, 2, 4, 6].map((from) => patients.slice(from, from + 2));
        return {
          [Symbol.asyncIterator]: () =>
            answers.give(() => ({
              next: () =>
                answers.give(() =>
                  Promise.resolve(
                    batches.length > 0
                      ? { done: false as const, value: batches.shift()! }
                      : { done: true as const, value: undefined },
                  ),
                ),
            })),
        };
      }),
  };
}

/** The same, where what fails is what is in a batch. */
function entering(answers: Answers): ClinicAdapter {
  return {
    ...common(answers),
    async *records() {
      for (const each of patients) {
        const entry = answers.give<PatientRecords>(() => each);
        yield [entry instanceof Promise ? ((await entry) as PatientRecords) : entry];
      }
    },
  };
}

/** Finds them itself. */
function searching(answers: Answers): ClinicAdapter {
  return {
    ...common(answers),
    search: () =>
      answers.give(() =>
        Promise.resolve<SearchOutcome>({
          patients: patients.length,
          found: patients.filter(({ patient }) => ill.includes(patient.id)),
        }),
      ),
  };
}

function common(answers: Answers): Pick<ClinicAdapter, 'describe' | 'patient' | 'openJournal'> {
  return {
    describe: () => answers.give(() => Promise.resolve(description)),
    patient: (id) =>
      answers.give(() =>
        Promise.resolve(patients.find(({ patient }) => patient.id === id) ?? null),
      ),
    openJournal: () => undefined,
  };
}

const tried = new Map<string, number>();
afterAll(() => {
  if (isDeep) for (const [name, count] of tried) console.log(`${name}: ${count} faults, all told`);
});
const count = (name: string) => tried.set(name, (tried.get(name) ?? 0) + 1);

const deadline = 15;

describe.each<[string, (answers: Answers) => ClinicAdapter, number]>([
  ['a clinic that streams', streaming, 0],
  ['a clinic with an entry that fails', entering, 1],
  ['a clinic that searches', searching, 2],
])('%s', (name, make, place) => {
  it.each(waysOf(place))('an answer that %s', async (_, way) => {
    for (let failAt = 0; ; failAt += 1) {
      const answers = new Answers(failAt, way);
      const model = new PopulationModel({ deadline });
      await model.update({ adapter: make(answers), profiles: [demens], asOf });
      if (answers.asked <= failAt) break;
      count(name);
      judge(model.state, `answer ${failAt}`);

      answers.isFailing = false;
      await model.retry();
      expect([...model.state.loaded!.population.members].sort(), `again, ${failAt}`).toEqual(ill);
      expect(model.state.problems, `again, ${failAt}`).toEqual([]);
      model.dispose();
    }
    expect(tried.get(name)).toBeGreaterThan(0);
  });
});

/** Whether everyone is there, or what is missing is told. */
function judge({ loaded, phase, problems }: PopulationState, where: string): void {
  const told = problems.flatMap((problem) => [
    describeProblem(problem, 'da'),
    describeProblem(problem, 'en'),
  ]);
  expect(told.join(), where).not.toContain('Frida');
  if (!loaded) {
    expect(phase, where).toBe('failed');
    expect(problems, where).not.toEqual([]);
    return;
  }
  const { members, undecided } = loaded.population;
  expect(ill, where).toEqual(expect.arrayContaining([...members]));
  const isWhole = ill.every((id) => members.includes(id) || undecided.includes(id));
  if (!isWhole) expect(problems, where).not.toEqual([]);
  const found = new Set([...members, ...undecided]);
  expect(problems.length > 0 || found.size >= ill.length, where).toBe(true);
}

describe('one patient', () => {
  it.each(waysOf(0))('an answer that %s', async (_, way) => {
    for (let failAt = 0; ; failAt += 1) {
      const answers = new Answers(failAt, way);
      const model = new PatientModel({ deadline });
      const adapter = streaming(answers);
      await model.update({ adapter, profiles: [demens], patientId: 'a', asOf });
      if (answers.asked <= failAt) break;
      count('one patient');
      const { outcomes, problems, phase } = model.state;
      const truth = outcomes[0]?.membership.truth;
      // Nobody says no of a patient who is ill.
      expect(truth, `answer ${failAt}`).not.toBe('no');
      if (truth !== 'yes')
        expect(problems.length > 0 || phase !== 'ready', `answer ${failAt}: ${phase}`).toBe(true);

      answers.isFailing = false;
      await model.retry();
      expect(model.state.outcomes[0]?.membership.truth, `again, ${failAt}`).toBe('yes');
      expect(model.state.problems).toEqual([]);
      model.dispose();
    }
    expect(tried.get('one patient')).toBeGreaterThan(0);
  });
});
