/**
 * The mistakes that a vendor's first adapter makes, each with what the user is told on the list, and what its developer
 * is told by `overblik-problem` and `dev`. Nobody may be told a confident *nobody*, and no word of a patient is told.
 */
import { describe, expect, it } from 'vitest';
import { demens as published } from '../../fixtures/profiles/index.ts';
import { adviseOn } from '../../src/model/describe/advice.ts';
import {
  ActionRun,
  PatientModel,
  PopulationModel,
  actionsOf,
  describeGap,
  describeProblem,
} from '../../src/model/index.ts';
import { memoryAdapter, type ClinicAdapter, type ProblemReport } from '../../src/adapter/index.ts';
import { reportsOnAdapter } from '../../src/adapter/reports.ts';
import { reportFindings } from '../../src/model/load/report-findings.ts';
import { asOf, complete, patientWith } from '../engine/build.ts';

/** Dementia, asked in ICPC-2 alone: what is missing is then told of one system. */
const demens = JSON.parse(
  JSON.stringify(published).replaceAll(
    '["demensdiagnose","demensdiagnoseSks"]',
    '"demensdiagnose"',
  ),
) as typeof published;

/** Everything of a patient that must never turn up in what a developer is told. */
const secrets = /Frida|Fiktiv|050542|Lærkevej/;

const person = {
  name: 'Frida Fiktiv',
  cpr: '0505429968',
  address: 'Lærkevej 1',
  birthDate: '1942-05-05',
};
const everyone = [
  patientWith({ diagnoses: [{ code: 'P70', from: '2022-03-14' }] }, { ...person, id: 'a' }),
  patientWith({ medications: [{ code: 'N06DA02', from: '2022-04-02' }] }, { ...person, id: 'b' }),
  patientWith(
    { results: [{ code: 'MCS88042', at: '2026-01-01', value: 20, unit: 'point' }] },
    { ...person, id: 'c' },
  ),
];
type Loose = Record<string, unknown>;
const description = { name: 'K', coverage: complete, patients: everyone.length };

/** A good adapter over some patients, whatever they are. */
const over = (patients: readonly unknown[], more: object = {}): ClinicAdapter => ({
  ...memoryAdapter({ description, patients: patients as typeof everyone }, { leastData: false }),
  ...more,
});
const good = over(everyone);

/** A good adapter, with some of its parts others. */
const but = (more: object) => ({ ...good, ...more });
const answering = (answer: unknown) => but({ describe: () => Promise.resolve(answer) });
const describedAs = (more: object) => answering({ ...description, ...more });
const yielding = (...batches: readonly unknown[]) =>
  but({
    async *records() {
      for (const batch of batches) yield await Promise.resolve(batch);
    },
  });

/** Every patient otherwise. */
const patients = (change: (patient: Loose) => object) =>
  over(everyone.map((each) => change(structuredClone(each) as unknown as Loose)));
const fields = (more: object) =>
  patients((each) => ({ ...each, patient: { ...(each.patient as Loose), ...more } }));
const field = (from: string, to: string) =>
  patients(({ patient, ...lists }) => {
    const { [from]: value, ...rest } = patient as Loose;
    return { ...lists, patient: { ...rest, [to]: value } };
  });
/** The first patient's diagnosis otherwise. */
const diagnosis = (entry: unknown) =>
  over([{ ...everyone[0], diagnoses: [entry] }, ...everyone.slice(1)]);
/** Records of these codes. */
const some = (...codes: string[]) => codes.map((code) => ({ code, from: '2022-03-14' }));
/** The second patient's medicine otherwise. */
const medicine = (entry: object) =>
  over([
    everyone[0],
    { ...everyone[1], medications: [{ code: 'N06DA02', from: '2022-04-02', ...entry }] },
    everyone[2],
  ]);
const result = (entry: object) =>
  over([
    { ...everyone[0], results: [{ code: 'MCS88042', at: '2026-01-01', value: 20, ...entry }] },
    ...everyone.slice(1),
  ]);

/** Milliseconds for a call that answers: a busy machine takes its time. */
const patience = 20_000;

/** What a list of the adapter tells. */
async function listOf(adapter: unknown, profiles: unknown = [demens], deadline = patience) {
  const model = new PopulationModel({ deadline });
  await model.update({
    adapter: adapter as ClinicAdapter,
    profiles: profiles as readonly unknown[],
    asOf,
  });
  const { loaded, problems, phase, findings } = model.state;
  const { members = [], undecided = [] } = loaded?.population ?? {};
  return {
    user: [
      phase === 'ready'
        ? `${members.length} på listen, ${undecided.length} kan ikke afgøres`
        : phase,
      ...problems.map((problem) => describeProblem(problem, 'da')),
      ...(loaded?.gaps ?? []).map((gap) => describeGap(gap, 'da')),
    ],
    reports: reportFindings(findings),
  };
}

/** What a cockpit of the adapter tells. */
async function cockpitOf(adapter: unknown) {
  const model = new PatientModel({ deadline: patience });
  await model.update({
    adapter: adapter as ClinicAdapter,
    profiles: [demens],
    patientId: 'a',
    asOf,
  });
  const { problems, phase, findings } = model.state;
  const reports = reportFindings(findings);
  return { user: [phase, ...problems.map((problem) => describeProblem(problem, 'da'))], reports };
}

class Api {
  readonly http = { get: () => Promise.resolve(description) };
  describe() {
    return this.http.get();
  }
  async *records() {
    yield await this.http.get();
  }
}
const api = new Api();

/** What the user is told again and again. */
const said = {
  /** There is no list and no patient: the element says so, and offers to try again. */
  nothing: 'failed',
  list: (members: number, undecided: number) =>
    `${members} på listen, ${undecided} kan ikke afgøres`,
  unread: (records: number, patients: number) =>
    `${records} ${records === 1 ? 'oplysning' : 'oplysninger'} hos ${patients} ${patients === 1 ? 'patient' : 'patienter'} kunne ikke læses og indgår ikke.`,
  describe: {
    threw: 'Journalsystemet svarede med en fejl, da klinikkens data skulle beskrives.',
    junk: 'Journalsystemet svarede med noget, der ikke kan læses, da klinikkens data skulle beskrives.',
  },
  records: {
    threw: 'Journalsystemet svarede med en fejl, da patienternes oplysninger skulle hentes.',
    junk: 'Journalsystemet svarede med noget, der ikke kan læses, da patienternes oplysninger skulle hentes.',
  },
  patient: {
    threw: 'Journalsystemet svarede med en fejl, da patientens oplysninger skulle hentes.',
    junk: 'Journalsystemet svarede med noget, der ikke kan læses, da patientens oplysninger skulle hentes.',
  },
};

/** The developer's words are told by their beginnings. */
type Case = readonly [
  mistake: string,
  adapter: () => unknown,
  user: readonly string[],
  developer: readonly string[],
];

const cases: readonly Case[] = [
  [
    'a Promise of an adapter',
    () => Promise.resolve(good),
    [said.nothing, said.describe.threw],
    ['The adapter is a Promise: await it before it is set'],
  ],
  [
    'a class',
    () => Api,
    [said.nothing, said.describe.threw],
    ['The adapter is a function or a class'],
  ],
  [
    'an address',
    () => 'https://journal.example/api',
    [said.nothing, said.describe.threw],
    ['The adapter is no object: set the property `adapter` to an object with describe'],
  ],
  [
    'a list',
    () => [good],
    [said.nothing, said.describe.threw],
    ['The adapter is no object: set the property `adapter` to an object with describe'],
  ],
  [
    'no describe',
    () => but({ describe: undefined }),
    [said.nothing, said.describe.threw],
    ['adapter.describe is not a function'],
  ],
  [
    'describe is the description',
    () => but({ describe: description }),
    [said.nothing, said.describe.threw],
    ['adapter.describe is not a function'],
  ],
  [
    'neither records nor search',
    () => but({ records: undefined }),
    [
      said.nothing,
      'Journalsystemet kan ikke levere det, der spørges om, da patienternes oplysninger skulle hentes.',
    ],
    ['The adapter has neither records nor search'],
  ],
  [
    'getRecords',
    () => but({ records: undefined, getRecords: good.records }),
    [
      said.nothing,
      'Journalsystemet kan ikke levere det, der spørges om, da patienternes oplysninger skulle hentes.',
    ],
    ['getRecords is no name that Overblik knows'],
  ],
  [
    'openjournal',
    () => but({ openJournal: undefined, openjournal: good.openJournal }),
    [said.list(2, 0)],
    ['openjournal is no name that Overblik knows'],
  ],
  [
    'no patient',
    () => but({ patient: undefined }),
    [said.list(2, 0)],
    ['adapter.patient is not a function'],
  ],
  [
    'rounds without save',
    () => but({ rounds: { list: () => Promise.resolve([]) } }),
    [said.list(2, 0)],
    ['adapter.rounds.save is not a function'],
  ],
  [
    'a bare method: describe',
    () => but({ describe: api.describe }),
    [said.nothing, said.describe.threw],
    ['adapter.describe uses `this`'],
  ],
  [
    'a bare method: records',
    () => but({ records: api.records }),
    [said.nothing, said.records.threw],
    ['adapter.records uses `this`, which is not the object it was written for'],
  ],
  [
    'describe forgets its return',
    () => answering(undefined),
    [said.nothing, said.describe.junk],
    ['adapter.describe answered nothing'],
  ],
  [
    'describe answers a Response',
    () => answering({ ok: true, json: () => ({}) }),
    [said.nothing, said.describe.junk],
    ['adapter.describe answered a Response'],
  ],
  [
    'describe answers an envelope',
    () => answering({ data: description }),
    [said.nothing, said.describe.junk],
    ['adapter.describe answered an envelope'],
  ],
  [
    'describe answers JSON text',
    () => answering(JSON.stringify(description)),
    [said.nothing, said.describe.junk],
    ['adapter.describe answered a text'],
  ],
  [
    'describe answers a list',
    () => answering([description]),
    [said.nothing, said.describe.junk],
    ['adapter.describe answered a list'],
  ],
  [
    'describe never answers',
    () => but({ describe: () => new Promise(() => undefined) }),
    [said.nothing, 'Journalsystemet svarede ikke i tide, da klinikkens data skulle beskrives.'],
    ['adapter.describe did not answer within the deadline'],
  ],
  [
    'no network',
    () => but({ describe: () => Promise.reject(new TypeError('Failed to fetch')) }),
    [said.nothing, said.describe.threw],
    ['adapter.describe: the network request failed'],
  ],
  [
    'an error page',
    () => but({ describe: () => Promise.reject(new SyntaxError('Frida Fiktiv')) }),
    [said.nothing, said.describe.threw],
    ['adapter.describe: the answer of your service is no JSON'],
  ],
  [
    'an HTTP error',
    () => but({ describe: () => Promise.reject(new Error('500 Frida Fiktiv')) }),
    [said.nothing, said.describe.threw],
    ['adapter.describe threw. What was thrown is given to failureHandler'],
  ],
  [
    'records answers a list',
    () => but({ records: () => everyone }),
    [said.nothing, said.records.junk],
    ['adapter.records answered a list'],
  ],
  [
    'records is async and answers a list',
    () => but({ records: () => Promise.resolve(everyone) }),
    [said.nothing, said.records.junk],
    ['adapter.records answered a list'],
  ],
  [
    'records is a generator that is not async',
    () =>
      but({
        *records() {
          yield everyone;
        },
      }),
    [said.nothing, said.records.junk],
    ['adapter.records answered a list'],
  ],
  [
    'records forgets its return',
    () => but({ records: () => undefined }),
    [said.nothing, said.records.junk],
    ['adapter.records answered nothing'],
  ],
  [
    'records yields patients, not lists',
    () => yielding(...everyone),
    [said.nothing, said.records.junk],
    ['adapter.records yielded something that is no list'],
  ],
  [
    'records yields an envelope',
    () => yielding({ items: everyone }),
    [said.nothing, said.records.junk],
    ['adapter.records yielded something that is no list'],
  ],
  [
    'records yields a Response',
    () => yielding({ ok: true, json: () => everyone }),
    [said.nothing, said.records.junk],
    ['adapter.records yielded something that is no list'],
  ],
  [
    'records breaks off',
    () =>
      but({
        async *records() {
          yield await Promise.resolve(everyone.slice(0, 1));
          throw new Error('Frida');
        },
      }),
    [said.list(1, 0), said.records.threw, 'Kun 1 af 3 patienter er hentet.'],
    [
      'adapter.records threw. What was thrown is given to failureHandler',
      'adapter.records ended before description.patients was reached',
    ],
  ],
  [
    'records sends one page',
    () => yielding(everyone.slice(0, 2)),
    [said.list(2, 0), 'Kun 2 af 3 patienter er hentet.'],
    ['adapter.records ended before description.patients was reached'],
  ],
  [
    'search answers a list',
    () => but({ records: undefined, search: () => Promise.resolve(everyone) }),
    [
      said.nothing,
      'Journalsystemet svarede med noget, der ikke kan læses, da patienterne skulle findes.',
    ],
    ['adapter.search answered a list'],
  ],
  [
    'search answers nothing',
    () => but({ records: undefined, search: () => Promise.resolve(undefined) }),
    [
      said.nothing,
      'Journalsystemet svarede med noget, der ikke kan læses, da patienterne skulle findes.',
    ],
    ['adapter.search answered nothing'],
  ],
  [
    'description without a name',
    () => answering({ coverage: complete }),
    [said.list(2, 0), 'Klinikkens beskrivelse af sine data er delvist ubrugelig (/name).'],
    ['adapter.describe: /name cannot be used'],
  ],
  [
    'coverage is a list of types',
    () => describedAs({ coverage: ['diagnosis', 'medication'] }),
    [
      said.list(2, 1),
      'Klinikkens beskrivelse af sine data er delvist ubrugelig (/coverage).',
      'Ingen adgang til diagnoser, medicin, prøver, aftaler. Kriterier, markører og kolonner om diagnoser, medicin, prøver, aftaler kan ikke afgøres.',
    ],
    [
      'adapter.describe: /coverage cannot be used',
      '/coverage/diagnosis is not available',
      '/coverage/medication is not available',
      '/coverage/result is not available',
      '/coverage/appointment is not available',
    ],
  ],
  [
    'coverage is true and false',
    () => describedAs({ coverage: { diagnosis: true, medication: true } }),
    [
      said.list(2, 1),
      'Klinikkens beskrivelse af sine data er delvist ubrugelig (/coverage/diagnosis, /coverage/medication).',
      'Ingen adgang til diagnoser, medicin. Kriterier, markører og kolonner om diagnoser, medicin kan ikke afgøres.',
    ],
    [
      'adapter.describe: /coverage/diagnosis cannot be used',
      'adapter.describe: /coverage/medication cannot be used',
      '/coverage/diagnosis is not available',
      '/coverage/medication is not available',
    ],
  ],
  [
    'coverage by the names of the lists',
    () =>
      describedAs({
        coverage: { diagnoses: { available: true }, medications: { available: true } },
      }),
    [
      said.list(2, 1),
      'Klinikkens beskrivelse af sine data er delvist ubrugelig (/coverage/diagnoses, /coverage/medications).',
      'Ingen adgang til diagnoser, medicin. Kriterier, markører og kolonner om diagnoser, medicin kan ikke afgøres.',
    ],
    [
      '/coverage/diagnoses is no name that Overblik knows',
      '/coverage/medications is no name that Overblik knows',
      '/coverage/diagnosis is not available',
      '/coverage/medication is not available',
    ],
  ],
  [
    'available is a text',
    () => describedAs({ coverage: { ...complete, diagnosis: { available: 'ja' } } }),
    [
      said.list(2, 1),
      'Klinikkens beskrivelse af sine data er delvist ubrugelig (/coverage/diagnosis/available).',
      'Ingen adgang til diagnoser. Kriterier, markører og kolonner om diagnoser kan ikke afgøres.',
    ],
    [
      'adapter.describe: /coverage/diagnosis/available cannot be used',
      '/coverage/diagnosis is not available',
    ],
  ],
  [
    'coverage from a Danish date',
    () =>
      describedAs({
        coverage: { ...complete, diagnosis: { available: true, from: '01-01-2018' } },
      }),
    [
      said.list(2, 1),
      'Klinikkens beskrivelse af sine data er delvist ubrugelig (/coverage/diagnosis/from).',
      'Ingen adgang til diagnoser. Kriterier, markører og kolonner om diagnoser kan ikke afgøres.',
    ],
    [
      'adapter.describe: /coverage/diagnosis/from cannot be used',
      '/coverage/diagnosis is not available',
    ],
  ],
  [
    'coverage updated in words',
    () =>
      describedAs({ coverage: { ...complete, diagnosis: { available: true, updated: 'i går' } } }),
    [
      said.list(2, 1),
      'Klinikkens beskrivelse af sine data er delvist ubrugelig (/coverage/diagnosis/updated).',
      'Ingen adgang til diagnoser. Kriterier, markører og kolonner om diagnoser kan ikke afgøres.',
    ],
    [
      'adapter.describe: /coverage/diagnosis/updated cannot be used',
      '/coverage/diagnosis is not available',
    ],
  ],
  [
    'number of patients as text',
    () => describedAs({ patients: '7012' }),
    [said.list(2, 0), 'Klinikkens beskrivelse af sine data er delvist ubrugelig (/patients).'],
    ['adapter.describe: /patients cannot be used'],
  ],
  [
    'a right as text',
    () => describedAs({ may: { export: 'false' } }),
    [said.list(2, 0), 'Klinikkens beskrivelse af sine data er delvist ubrugelig (/may/export).'],
    ['adapter.describe: /may/export cannot be used'],
  ],
  [
    'a source with a plain title',
    () =>
      describedAs({ sources: [{ id: 'lab', title: 'Lab', types: ['result'], available: true }] }),
    [said.list(2, 0), 'Klinikkens beskrivelse af sine data er delvist ubrugelig (/sources/0).'],
    ['adapter.describe: /sources/0 cannot be used'],
  ],
  [
    'fields of the patient beside the lists',
    () => patients(({ patient, ...lists }) => ({ ...lists, ...(patient as object) })),
    [said.list(0, 0), 'Kun 0 af 3 patienter er hentet.', said.unread(3, 3)],
    [
      'adapter.records ended before description.patients was reached',
      'An entry of a batch is no patient (3 times): each is { patient',
    ],
  ],
  [
    'no id',
    () => fields({ id: undefined }),
    [said.list(0, 0), 'Kun 0 af 3 patienter er hentet.', said.unread(3, 3)],
    [
      'adapter.records ended before description.patients was reached',
      'patient.id is missing (3 times)',
    ],
  ],
  [
    'birthdate',
    () => field('birthDate', 'birthdate'),
    [said.list(2, 0), '6 oplysninger hos 3 patienter kunne ikke læses og indgår ikke.'],
    ['patient.birthDate is missing', 'patient.birthdate is no name that Overblik knows'],
  ],
  [
    'a Danish birth date',
    () => fields({ birthDate: '05-05-1942' }),
    [said.list(2, 0), said.unread(3, 3)],
    ['patient.birthDate is no date that exists'],
  ],
  [
    'a Date as birth date',
    () => fields({ birthDate: new Date(0) }),
    [said.list(2, 0), said.unread(3, 3)],
    ['patient.birthDate is no date that exists'],
  ],
  [
    'sex by a number',
    () => fields({ sex: 2 }),
    [said.list(2, 0), said.unread(3, 3)],
    ['patient.sex is of a wrong type'],
  ],
  [
    'insurance group 3',
    () => fields({ insuranceGroup: 3 }),
    [said.list(2, 0), said.unread(3, 3)],
    ['patient.insuranceGroup has a value that Overblik does not know'],
  ],
  [
    'deceased: true',
    () => fields({ deceased: true }),
    [said.list(0, 2), said.unread(3, 3)],
    ['patient.deceased is no date (3 times): it is the day of death, and left out'],
  ],
  [
    'CPR',
    () => field('cpr', 'CPR'),
    [said.list(2, 0), said.unread(3, 3)],
    ['patient.CPR is no name that Overblik knows'],
  ],
  [
    'diagnosis for diagnoses',
    () => patients(({ diagnoses, ...rest }) => ({ ...rest, diagnosis: diagnoses })),
    [said.list(1, 2), said.unread(3, 3), 'ingen patient har en liste over diagnoser'],
    ['diagnosis is no name that Overblik knows', 'No patient brings the list diagnoses'],
  ],
  [
    'Medications',
    () => patients(({ medications, ...rest }) => ({ ...rest, Medications: medications })),
    [said.list(1, 2), said.unread(3, 3), 'ingen patient har en liste over medicin'],
    ['Medications is no name that Overblik knows', 'No patient brings the list medications'],
  ],
  [
    'diagnoses: null',
    () => patients((each) => ({ ...each, diagnoses: null })),
    [said.list(1, 2), 'ingen patient har en liste over diagnoser'],
    ['No patient brings the list diagnoses'],
  ],
  [
    'diagnoses by code',
    () => patients((each) => ({ ...each, diagnoses: { P70: { from: '2022-03-14' } } })),
    [said.list(1, 2), said.unread(3, 3), 'ingen patient har en liste over diagnoser'],
    ['diagnoses is of a wrong type', 'No patient brings the list diagnoses'],
  ],
  [
    'diagnoses as text',
    () => patients((each) => ({ ...each, diagnoses: 'P70' })),
    [said.list(1, 2), said.unread(3, 3), 'ingen patient har en liste over diagnoser'],
    ['diagnoses is of a wrong type', 'No patient brings the list diagnoses'],
  ],
  [
    'diagnoses as a Set',
    () => patients((each) => ({ ...each, diagnoses: new Set() })),
    [said.list(1, 2), said.unread(3, 3), 'ingen patient har en liste over diagnoser'],
    ['diagnoses is of a wrong type', 'No patient brings the list diagnoses'],
  ],
  [
    'a list of codes',
    () => diagnosis('P70'),
    [said.list(1, 1), said.unread(1, 1), 'ingen diagnoser i ICPC-2'],
    ['An entry of diagnoses is no object', 'No record of diagnoses is in the code system'],
  ],
  [
    'no list of diagnoses at all',
    () => patients(({ diagnoses: _, ...rest }) => rest),
    [said.list(1, 0), 'ingen patient har en liste over diagnoser'],
    ['No patient brings the list diagnoses'],
  ],
  [
    'a Danish date',
    () => diagnosis({ code: 'P70', from: '14-03-2022' }),
    [said.list(1, 1), said.unread(1, 1), 'ingen diagnoser i ICPC-2'],
    ['diagnoses.from is no date that exists', 'No record of diagnoses is in the code system'],
  ],
  [
    'a date as milliseconds',
    () => diagnosis({ code: 'P70', from: 1647216000000 }),
    [said.list(1, 1), said.unread(1, 1), 'ingen diagnoser i ICPC-2'],
    ['diagnoses.from is of a wrong type', 'No record of diagnoses is in the code system'],
  ],
  [
    'a day that does not exist',
    () => diagnosis({ code: 'P70', from: '2022-02-30' }),
    [said.list(1, 1), said.unread(1, 1), 'ingen diagnoser i ICPC-2'],
    ['diagnoses.from is no date that exists', 'No record of diagnoses is in the code system'],
  ],
  [
    'to before from',
    () => diagnosis({ code: 'P70', from: '2022-03-14', to: '2021-01-01' }),
    [said.list(1, 1), said.unread(1, 1), 'ingen diagnoser i ICPC-2'],
    ['diagnoses.to lies before from', 'No record of diagnoses is in the code system'],
  ],
  [
    'a date long before the birth',
    () => diagnosis({ code: 'P70', from: '1901-01-02' }),
    [said.list(1, 1), said.unread(1, 1), 'ingen diagnoser i ICPC-2'],
    ['diagnoses.from cannot be: before 1850', 'No record of diagnoses is in the code system'],
  ],
  [
    'a code as number',
    () => diagnosis({ code: 70, from: '2022-03-14' }),
    [said.list(1, 1), said.unread(1, 1), 'ingen diagnoser i ICPC-2'],
    ['diagnoses.code is of a wrong type', 'No record of diagnoses is in the code system'],
  ],
  [
    'a code as an object',
    () => diagnosis({ code: { value: 'P70' }, from: '2022-03-14' }),
    [said.list(1, 1), said.unread(1, 1), 'ingen diagnoser i ICPC-2'],
    ['diagnoses.code is of a wrong type', 'No record of diagnoses is in the code system'],
  ],
  [
    'an empty code',
    () => diagnosis({ code: ' ', from: '2022-03-14' }),
    [said.list(1, 1), said.unread(1, 1), 'ingen diagnoser i ICPC-2'],
    ['diagnoses.code is missing or empty', 'No record of diagnoses is in the code system'],
  ],
  [
    'kode for code',
    () => diagnosis({ kode: 'P70', from: '2022-03-14' }),
    [said.list(1, 1), said.unread(1, 1), 'ingen diagnoser i ICPC-2'],
    [
      'diagnoses.kode is no name that Overblik knows: did you mean diagnoses.code?',
      'diagnoses.code is missing or empty',
      'No record of diagnoses is in the code system',
    ],
  ],
  [
    'a system as number',
    () => diagnosis({ code: 'P70', system: 2, from: '2022-03-14' }),
    [said.list(1, 1), said.unread(1, 1), 'ingen diagnoser i ICPC-2'],
    ['diagnoses.system is of a wrong type', 'No record of diagnoses is in the code system'],
  ],
  [
    'another code system',
    () => diagnosis({ code: 'DF00', system: 'SKS', from: '2022-03-14' }),
    [said.list(1, 0), '1 diagnose, ingen i ICPC-2'],
    ['No record of diagnoses is in the code system'],
  ],
  [
    'SKS codes without their system',
    () => diagnosis({ code: 'DF00', from: '2022-03-14' }),
    [said.list(1, 0), '1 diagnose, ingen i ICPC-2'],
    ['No record of diagnoses is in the code system'],
  ],
  [
    'codes with a letter before',
    () => diagnosis({ code: 'DP70', from: '2022-03-14' }),
    [said.list(1, 0), '1 diagnose, ingen i ICPC-2'],
    ['No record of diagnoses is in the code system'],
  ],
  [
    'SKS codes without their system, but for one that is none',
    () =>
      over([
        { ...everyone[0], diagnoses: some('DF00', 'DE119', 'DI109', 'P70') },
        ...everyone.slice(1),
      ]),
    [said.list(2, 0), '4 diagnoser, kun 1 ligner ICPC-2'],
    ['diagnoses: 3 codes do not look like ICPC-2: name the `system` that each is of'],
  ],
  [
    'some SKS codes without their system',
    () => over([{ ...everyone[0], diagnoses: some('DF00', 'P70', 'T90') }, ...everyone.slice(1)]),
    [said.list(2, 0)],
    ['diagnoses: a code does not look like ICPC-2'],
  ],
  [
    'codes of ICD-10 said to be SKS',
    () =>
      over([
        { ...everyone[0], diagnoses: [...some('P70'), { ...some('F00')[0], system: 'SKS' }] },
        ...everyone.slice(1),
      ]),
    [said.list(2, 0)],
    ['diagnoses: a code does not look like SKS'],
  ],
  [
    'names of medicines in the place of codes',
    () =>
      over([
        everyone[0],
        { ...everyone[1], medications: some('Donepezil', 'Memantin', 'N06DA02') },
        everyone[2],
      ]),
    [said.list(2, 0), '3 præparater, kun 1 ligner ATC'],
    ['medications: 2 codes do not look like ATC'],
  ],
  ...(
    [
      ['end', '2023-01-01'],
      ['endDate', '2023-01-01'],
      ['validTo', '2023-01-01'],
      ['abatementDateTime', '2023-01-01T08:00:00+01:00'],
      ['abatement', { end: '2023-01-01' }],
      ['slutdato', '01-01-2023'],
    ] as const
  ).map(([name, value]): Case => [
    `${name} for to`,
    () => diagnosis({ code: 'P70', from: '2022-03-14', [name]: value }),
    [said.list(1, 1), said.unread(1, 1), 'ingen diagnoser i ICPC-2'],
    [
      `diagnoses.${name} is no name that Overblik knows: did you mean diagnoses.to?`,
      'No record of diagnoses is in the code system',
    ],
  ]),
  ...(
    [
      ['clinicalStatus', 'resolved'],
      ['clinicalStatus', { coding: [{ code: 'inactive' }] }],
      ['verificationStatus', 'refuted'],
      ['verificationStatus', 'entered-in-error'],
      ['status', 'Z'],
      ['deleted', true],
      ['isActive', false],
    ] as const
  ).map(([name, value]): Case => [
    `a diagnosis that says ${name}: ${JSON.stringify(value)}`,
    () => diagnosis({ code: 'P70', from: '2022-03-14', [name]: value }),
    [said.list(1, 1), said.unread(1, 1), 'ingen diagnoser i ICPC-2'],
    [
      `diagnoses.${name} says that the record has ended, or may not count`,
      'No record of diagnoses is in the code system',
    ],
  ]),
  ...(
    [
      ['status', 'seponeret'],
      ['status', 'stopped'],
      ['status', 'cancelled'],
      ['active', false],
    ] as const
  ).map(([name, value]): Case => [
    `a medicine that says ${name}: ${value}`,
    () => medicine({ [name]: value }),
    [said.list(1, 1), said.unread(1, 1), 'ingen præparater i ATC'],
    [
      `medications.${name} says that the record has ended, or may not count`,
      'No record of medications is in the code system',
    ],
  ]),
  [
    'a medicine with endDate',
    () => medicine({ endDate: '2023-01-01' }),
    [said.list(1, 1), said.unread(1, 1), 'ingen præparater i ATC'],
    [
      'medications.endDate is no name that Overblik knows: did you mean medications.to?',
      'No record of medications is in the code system',
    ],
  ],
  [
    'codeSystem for system',
    () => diagnosis({ code: 'P70', codeSystem: 'ICD-10', from: '2022-03-14' }),
    [said.list(1, 1), said.unread(1, 1), 'ingen diagnoser i ICPC-2'],
    [
      'diagnoses.codeSystem is no name that Overblik knows: did you mean diagnoses.system?',
      'No record of diagnoses is in the code system',
    ],
  ],
  [
    'units for unit',
    () => result({ units: 'point' }),
    [said.list(2, 0), said.unread(1, 1)],
    ['results.units is no name that Overblik knows: did you mean results.unit?'],
  ],
  [
    'operator for comparator',
    () => result({ operator: '<' }),
    [said.list(2, 0), said.unread(1, 1)],
    ['results.operator is no name that Overblik knows: did you mean results.comparator?'],
  ],
  [
    'local midnights in UTC',
    () => diagnosis({ code: 'P70', from: '2022-03-13T23:00Z' }),
    [said.list(2, 0)],
    ['diagnoses: dates that end in 22:00Z or 23:00Z look like local midnights told in UTC'],
  ],
  [
    'date for at',
    () => result({ at: undefined, date: '2026-01-01' }),
    [said.list(2, 0), said.unread(1, 1)],
    [
      'results.date is no name that Overblik knows: did you mean results.at?',
      'results.at is missing: it is a text with a date',
    ],
  ],
  [
    'no value',
    () => result({ value: undefined }),
    [said.list(2, 0), said.unread(1, 1)],
    ['results.value is missing: it is a number, or a text where it is none, and needed'],
  ],
  [
    'a value as an object',
    () => result({ value: { number: 20, unit: 'point' } }),
    [said.list(2, 0), said.unread(1, 1)],
    ['results.value is of a wrong type'],
  ],
  [
    'a unit as number',
    () => result({ unit: 1 }),
    [said.list(2, 0), said.unread(1, 1)],
    ['results.unit is of a wrong type'],
  ],
  [
    'a status in Danish',
    () =>
      over([
        { ...everyone[0], appointments: [{ at: '2026-12-01', status: 'aflyst' }] },
        ...everyone.slice(1),
      ]),
    [said.list(2, 0), said.unread(1, 1)],
    ['appointments.status has a value that Overblik does not know'],
  ],
  [
    'medicine with a text alone',
    () =>
      over([
        { ...everyone[0], medications: [{ text: 'Donepezil', from: '2022-01-01' }] },
        ...everyone.slice(1),
      ]),
    [said.list(2, 0)],
    ['medications: a text without a code answers no question about codes'],
  ],
  [
    'an action with a plain label',
    () =>
      but({
        actions: [{ id: 'q', label: 'Læg i kø', scope: 'many', run: () => Promise.resolve([]) }],
      }),
    [said.list(2, 0)],
    ['adapter.actions[0].label is a plain text'],
  ],
  [
    'an action without a run',
    () => but({ actions: [{ id: 'q', label: { da: 'Læg i kø' }, scope: 'many' }] }),
    [said.list(2, 0)],
    ['adapter.actions[0].run is not a function'],
  ],
  [
    'an action without a scope',
    () =>
      but({ actions: [{ id: 'q', label: { da: 'Læg i kø' }, run: () => Promise.resolve([]) }] }),
    [said.list(2, 0)],
    ['The run of an action: /actions/0/scope cannot be used'],
  ],
  [
    'an action for more patients in one call than there may be',
    () => {
      const action = { label: { da: 'Læg i kø' }, scope: 'many', run: () => undefined };
      return but({
        actions: [
          { ...action, id: 'a', patientsPerCall: 1001 },
          { ...action, id: 'b', patientsPerCall: 1000 },
          { ...action, id: 'c', patientsPerCall: '20' },
        ],
      });
    },
    [said.list(2, 0)],
    [
      'adapter.actions[0].patientsPerCall is no whole number from 1 to 1000: 20 is taken',
      'adapter.actions[2].patientsPerCall is no whole number from 1 to 1000: 20 is taken',
    ],
  ],
  [
    'two actions of one id, and one that is none',
    () => {
      const action = { id: 'q', label: { da: 'Læg i kø' }, scope: 'many', run: () => undefined };
      return but({ actions: [action, { ...action, label: { da: 'Send brev' } }, null] });
    },
    [said.list(2, 0)],
    [
      'The run of an action: /actions/1/id cannot be used',
      'The run of an action: /actions/2/id cannot be used',
      'The run of an action: /actions/2/label cannot be used',
      'The run of an action: /actions/2/scope cannot be used',
      'adapter.actions[2].run is not a function',
    ],
  ],
  [
    'an action whose label has nothing to be seen',
    () => {
      const action = { scope: 'many', run: () => undefined };
      return but({
        actions: [
          { ...action, id: 'a', label: { da: ' \u202e' } },
          { ...action, id: 'b', label: '\0' },
          { ...action, id: 'c', label: { da: 'Læg i kø', en: ' ' } },
        ],
      });
    },
    [said.list(2, 0)],
    [
      'The run of an action: /actions/0/label cannot be used',
      'The run of an action: /actions/1/label cannot be used',
    ],
  ],
  [
    'actions by name',
    () => but({ actions: { queue: () => undefined } }),
    [said.list(2, 0)],
    ['The run of an action: /actions cannot be used'],
  ],
  [
    'a row for each diagnosis, as a join has them',
    () =>
      over([
        everyone[0],
        { ...everyone[0], diagnoses: [{ code: 'T90', from: '2022-03-14' }] },
        ...everyone.slice(1),
      ]),
    [
      said.list(1, 0),
      'En patient, der var kommet, kom igen 1 gang. Kun det, der kom sidst, indgår.',
    ],
    ['adapter.records sent a patient who had come already, and what came last took the place'],
  ],
  [
    'a page in a list',
    () => yielding([everyone]),
    [said.list(0, 0), 'Kun 0 af 3 patienter er hentet.', said.unread(1, 1)],
    [
      'adapter.records ended before description.patients was reached',
      'An entry of a batch is no patient: each is { patient',
    ],
  ],
  [
    'a bundle in the place of patients',
    () => yielding([{ resourceType: 'Bundle', entry: [] }]),
    [said.list(0, 0), 'Kun 0 af 3 patienter er hentet.', said.unread(1, 1)],
    [
      'adapter.records ended before description.patients was reached',
      'An entry of a batch is no patient: each is { patient',
    ],
  ],
  [
    'a value that says nothing was measured: -',
    () => result({ value: '-' }),
    [said.list(2, 0), said.unread(1, 1)],
    ['results.value says that nothing was measured'],
  ],
  [
    'a value that says nothing was measured: Annulleret',
    () => result({ value: 'Annulleret' }),
    [said.list(2, 0), said.unread(1, 1)],
    ['results.value says that nothing was measured'],
  ],
  [
    'a value that says nothing was measured: ej målt',
    () => result({ value: 'ej målt' }),
    [said.list(2, 0), said.unread(1, 1)],
    ['results.value says that nothing was measured'],
  ],
  [
    'a value that says nothing was measured: se notat',
    () => result({ value: 'se notat' }),
    [said.list(2, 0), said.unread(1, 1)],
    ['results.value says that nothing was measured'],
  ],
  [
    'a value that says nothing was measured: ikke udført.',
    () => result({ value: 'ikke udført.' }),
    [said.list(2, 0), said.unread(1, 1)],
    ['results.value says that nothing was measured'],
  ],
  [
    'a value that says nothing was measured: mangler',
    () => result({ value: 'mangler' }),
    [said.list(2, 0), said.unread(1, 1)],
    ['results.value says that nothing was measured'],
  ],
  [
    'a value that says nothing was measured: cancelled',
    () => result({ value: 'cancelled' }),
    [said.list(2, 0), said.unread(1, 1)],
    ['results.value says that nothing was measured'],
  ],
  [
    'a value that says nothing was measured: not done',
    () => result({ value: 'not done' }),
    [said.list(2, 0), said.unread(1, 1)],
    ['results.value says that nothing was measured'],
  ],
  [
    'a value that says nothing was measured: n/a',
    () => result({ value: 'n/a' }),
    [said.list(2, 0), said.unread(1, 1)],
    ['results.value says that nothing was measured'],
  ],
  [
    'a value that says nothing was measured: ?',
    () => result({ value: '?' }),
    [said.list(2, 0), said.unread(1, 1)],
    ['results.value says that nothing was measured'],
  ],
  ['a finding as the value', () => result({ value: 'positiv' }), [said.list(2, 0)], []],
  [
    'an empty date kept as a number for the death',
    () =>
      over([
        ...everyone.slice(0, 2),
        { ...everyone[2], patient: { ...person, id: 'c', deceased: '1970-01-01' } },
      ]),
    [said.list(2, 0)],
    ['patient.deceased is 1970-01-01'],
  ],
  [
    'a diagnosis of a year in the wrong century',
    () =>
      over(
        [
          ...everyone,
          patientWith({ diagnoses: [{ code: 'P70', from: '2062-03-14' }] }, { ...person, id: 'd' }),
        ],
        { describe: () => Promise.resolve({ ...description, patients: 4 }) },
      ),
    [said.list(2, 0)],
    ['diagnoses: a date lies far ahead of the date of the list'],
  ],
  [
    'a result of years to come',
    () => result({ at: '2203-01-01' }),
    [said.list(2, 0)],
    ['results: a date lies far ahead of the date of the list'],
  ],
  [
    'a birth to come',
    () =>
      over(
        [...everyone, patientWith({}, { ...person, id: 'd', cpr: '', birthDate: '2062-05-05' })],
        { describe: () => Promise.resolve({ ...description, patients: 4 }) },
      ),
    [said.list(2, 0)],
    ['patient: a date lies far ahead of the date of the list'],
  ],
  [
    'a finding among numbers',
    () =>
      over([
        { ...everyone[0], results: [{ code: 'MCS88042', at: '2026-01-01', value: 'hæmolyse' }] },
        {
          ...everyone[1],
          results: [20, 21].map((value) => ({ code: 'MCS88042', at: '2026-01-02', value })),
        },
        everyone[2],
      ]),
    [said.list(2, 0)],
    ['results: a value is a text where most others of the same code are numbers'],
  ],
  [
    'a value with a decimal comma',
    () => result({ value: '20,5', unit: 'point' }),
    [said.list(2, 0)],
    ['results: a value that is a text, and looks like a number, answers no question about numbers'],
  ],
  [
    'a value with its unit',
    () => result({ value: '53 mmol/mol' }),
    [said.list(2, 0)],
    ['results: a value that is a text, and looks like a number, answers no question about numbers'],
  ],
  [
    'a reference interval as text',
    () => result({ low: '24', high: '30' }),
    [said.list(2, 0)],
    ['results.low is of a wrong type', 'results.high is of a wrong type'],
  ],
  [
    'a reference interval in one',
    () => result({ referenceRange: '24-30' }),
    [said.list(2, 0)],
    ['results.referenceRange is no name that Overblik knows: did you mean results.low?'],
  ],
  [
    'a name in two fields',
    () => fields({ name: undefined, firstName: 'Frida', lastName: 'Fiktiv' }),
    [said.list(2, 0)],
    ['patient.name is missing (3 times)'],
  ],
  [
    'deceased: no',
    () => fields({ deceased: 'nej' }),
    [said.list(0, 2), said.unread(3, 3)],
    ['patient.deceased is no date (3 times): it is the day of death, and left out'],
  ],
];

/** What stands in the place of a list's profiles. */
const profileCases: readonly (readonly [mistake: string, given: unknown, developer: string])[] = [
  ['an address', ['./demens.json'], 'profiles[0] is a text that is no JSON (an address?)'],
  ['a Promise', [Promise.resolve(demens)], 'profiles[0] is a Promise: await it'],
  ['a Promise of them all', Promise.resolve([demens]), 'profiles[0] is a Promise: await it'],
  ['a Response', [{ ok: true, json: () => demens }], 'profiles[0] is a Response: await its'],
];

const cockpitCases: readonly Case[] = [
  [
    'patient forgets its return',
    () => but({ patient: () => undefined }),
    [said.nothing, said.patient.junk],
    ['adapter.patient answered nothing'],
  ],
  [
    'patient answers a list',
    () => but({ patient: () => Promise.resolve([everyone[0]]) }),
    [said.nothing, said.patient.junk],
    ['adapter.patient answered a list'],
  ],
  [
    'patient answers an envelope',
    () => but({ patient: () => Promise.resolve({ result: everyone[0] }) }),
    [said.nothing, said.patient.junk],
    ['adapter.patient answered an envelope'],
  ],
  [
    'patient answers another patient',
    () => but({ patient: () => Promise.resolve(everyone[1]) }),
    [said.nothing, said.patient.junk],
    ['adapter.patient answered another patient than the one asked for'],
  ],
  [
    'patient answers the fields alone',
    () => but({ patient: () => Promise.resolve(everyone[0]!.patient) }),
    [said.nothing, said.patient.junk],
    ['adapter.patient answered an object of another shape'],
  ],
  [
    'patient has no network',
    () =>
      but({
        patient: () =>
          Promise.reject(new TypeError('NetworkError when attempting to fetch resource.')),
      }),
    [said.nothing, said.patient.threw],
    ['adapter.patient: the network request failed'],
  ],
  [
    'patient answers a Response',
    () => but({ patient: () => Promise.resolve({ ok: true, json: () => ({}) }) }),
    [said.nothing, said.patient.junk],
    ['adapter.patient answered a Response'],
  ],
  [
    'a bare method: patient',
    () =>
      but({
        patient: class {
          store = new Map();
          patient() {
            return this.store.get('a') as unknown;
          }
        }.prototype.patient,
      }),
    [said.nothing, said.patient.threw],
    ['adapter.patient uses `this`, which is not the object it was written for'],
  ],
];

function expectAdvice(reports: readonly ProblemReport[], beginnings: readonly string[]): void {
  const advice = reports.map((each) => adviseOn(each));
  expect(advice.map((each, index) => each.slice(0, beginnings[index]?.length))).toEqual(beginnings);
  expect(`${JSON.stringify(reports)} ${advice.join(' ')}`).not.toMatch(secrets);
}

describe('a list', () => {
  it.each(cases)('%s', async (_, adapter, user, developer) => {
    const isAwaited = developer.some((each) => each.includes('within the deadline'));
    const told = await listOf(adapter(), [demens], isAwaited ? 60 : patience);
    expect(told.user).toEqual(user);
    expectAdvice(told.reports, developer);
    // Nobody is left out without a word.
    const [list, ...more] = told.user;
    if (list !== said.list(2, 0)) expect(more).not.toEqual([]);
  });
});

describe('in the place of a profile', () => {
  it.each(profileCases)('%s', async (_, given, developer) => {
    const { user, reports } = await listOf(good, given);
    expect(user).toEqual([said.nothing]);
    expectAdvice(reports, [developer]);
  });
});

describe('a cockpit', () => {
  it.each(cockpitCases)('%s', async (_, adapter, user, developer) => {
    const told = await cockpitOf(adapter());
    expect(told.user).toEqual(user);
    expectAdvice(told.reports, developer);
  });
});

describe('an action', () => {
  it('of an id that another has is not offered', () => {
    const action = { id: 'q', label: { da: 'Læg i kø' }, scope: 'many', run: () => undefined };
    const actions = [action, { ...action, label: { da: 'Send brev' } }, null];
    expect(actionsOf(but({ actions })).map(({ label }) => label.da)).toEqual(['Læg i kø']);
  });

  it('that is missing from its place in the list is told', () => {
    const actions: unknown[] = [];
    actions[1] = { id: 'q', label: { da: 'Læg i kø' }, scope: 'many', run: () => undefined };
    expect(actionsOf(but({ actions }))).toHaveLength(1);
    expect(reportsOnAdapter(but({ actions }))).toContainEqual(
      ...[{ kind: 'unusable', call: 'action', field: '/actions/0/id', count: 1 }],
    );
  });

  async function act(run: unknown) {
    const given = [{ id: 'q', label: 'Læg i kø', scope: 'many', run }];
    const [action] = actionsOf(but({ actions: given }));
    if (!action) throw new Error('No action.');
    const reports: ProblemReport[] = [];
    const kinds: string[] = [];
    const patients = [{ id: 'a' }, { id: 'b' }];
    const doing = new ActionRun(
      action,
      patients,
      { from: 'population' },
      {
        key: 'run',
        deadline: patience,
        onReport: (report) => void reports.push(report),
        onFailure: ({ kind }) => void kinds.push(kind),
      },
    );
    await doing.start();
    return { label: action.label.da, counts: doing.state.counts, reports, kinds };
  }

  it.each([
    ['answers nothing', () => Promise.resolve(undefined), 2],
    ['answers true', () => Promise.resolve(true), 2],
    ['leaves a patient out', () => Promise.resolve([{ patientId: 'a', ok: true }]), 1],
  ])('%s', async (_, run, failed) => {
    const { label, counts, reports } = await act(run);
    expect(label).toBe('Læg i kø');
    expect(counts.unknown).toBe(failed);
    expectAdvice(reports, [`An action answered without a result for ${failed} of its patients`]);
  });

  it('throws', async () => {
    const { counts, kinds } = await act(() => Promise.reject(new Error('Frida Fiktiv')));
    expect(counts.unknown).toBe(2);
    expect(kinds).toEqual(['threw']);
  });
});
