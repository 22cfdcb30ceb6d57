/** One patient, as the cockpit and the marker fetch them. */
import { junk, shapeOf } from '../../adapter/index.ts';
import { endsWhenAborted } from '../aborting.ts';
import {
  describeCounts,
  differenceOf,
  digestOf,
  type DigestDifference,
  type PatientDigest,
} from '../digest.ts';
import type { Fetched, Trial } from '../trial.ts';
import type { ConformanceFinding, Verdict } from '../types.ts';
import {
  counted,
  failed,
  grouped,
  judged,
  ofFailure,
  passed,
  skipped,
  Unjudged,
} from '../verdicts.ts';
import { checkPatient } from '../../record/index.ts';
import { shall, should, type Requirement } from './requirement.ts';

export const patientRequirements: readonly Requirement[] = [
  shall(
    'PAT-01',
    {
      source: 'patient',
      da: 'En patient kan hentes',
      en: 'A patient can be fetched',
      text: '`patient(id)` SHALL answer a patient with records, for everyone who is in the clinic.',
    },
    async (trial) => {
      const fetched = await trial.fetched();
      const wrong = fetched.filter((each) => !isPatient(each));
      const [first] = wrong;
      if (!first) return passed([{ name: 'patients fetched', value: fetched.length }]);
      const { answer } = first;
      const told: ConformanceFinding = answer.ok
        ? answer.value === null
          ? {
              seen: 'adapter.patient answered null.',
              where: 'adapter.patient',
              fix: 'Find the patient by the same id as `records()` and `search()` give: null says that the patient is no longer in the clinic.',
            }
          : ofFailure(junk('patient', answer.value), trial.adapter)
        : ofFailure(answer.failure, trial.adapter);
      return failed({ ...told, seen: `${ofAll(wrong, fetched)}: ${told.seen}` });
    },
  ),
  shall(
    'PAT-02',
    {
      source: 'patient',
      da: 'Det er den patient, der spørges om',
      en: 'It is the patient who was asked for',
      text: 'The patient that is answered SHALL be the one asked for: `patient.id` is the id that was asked.',
    },
    async (trial) => {
      const fetched = await requirePatients(trial);
      const others = fetched.filter(({ id, digest }) => digest?.id !== id);
      if (others.length === 0) return passed();
      return failed({
        seen: `${ofAll(others, fetched)} got another patient.`,
        where: 'patient.id',
        fix: 'Answer the very patient whose id was asked, with the same `patient.id`.',
      });
    },
  ),
  shall(
    'PAT-03',
    {
      source: 'patient',
      da: 'Patienten er den samme som på listen',
      en: 'The patient is the same as in the list',
      text: 'The same request SHALL have the same answer from `patient()` as from `records()`, or from `search()`: a list and a cockpit that disagree are both in doubt.',
    },
    async (trial) => {
      const fetched = await requireOwn(trial);
      const before = await knownDigests(trial, fetched);
      return judged(
        compared(
          fetched,
          (id) => before.get(id),
          'than in the list',
          'Map both from the same place by the same code, and ask for the same types, codes and dates.',
        ),
      );
    },
  ),
  shall(
    'PAT-04',
    {
      source: 'patient',
      da: 'En ukendt patient giver null',
      en: 'An unknown patient is null',
      text: '`patient(id)` SHALL answer `null` for an id that nobody has: the patient is no longer in the clinic.',
    },
    async (trial) => {
      await requirePatients(trial);
      return nobody(trial, unknownId, 'an unknown id');
    },
  ),
  should(
    'PAT-05',
    {
      source: 'patient',
      da: 'Et id må være en hvilken som helst tekst',
      en: 'An id may be any text',
      text: 'An id with signs that mean something in an address or a query SHOULD be treated as any other: `null` where nobody has it.',
    },
    async (trial) => {
      await requirePatients(trial);
      if ((await nobody(trial, unknownId, 'an unknown id')).result !== 'pass')
        return skipped('An unknown patient is not null (PAT-04).');
      const verdict = await nobody(trial, strangeId, 'an unknown id with signs');
      return verdict.result === 'pass'
        ? verdict
        : failed(
            (verdict.findings ?? []).map((each) => ({
              ...each,
              fix: 'Encode what is put into an address (`encodeURIComponent`), and give a query its values as parameters.',
            })),
          );
    },
  ),
  shall(
    'PAT-06',
    {
      source: 'patient',
      da: 'Flere patienter kan hentes på én gang',
      en: 'Several patients can be fetched at once',
      text: 'Calls of `patient()` that are under way at the same time SHALL each be answered with their own patient.',
    },
    async (trial) => {
      const fetched = await requireOwn(trial);
      if (isChanged(fetched)) return skipped('Answers change afterwards (PAT-07).');
      const ids = fetched.slice(0, 4);
      if (ids.length < 2) return skipped('There is one patient only.');
      const again = await Promise.all(
        ids.map(({ id }) => trial.fetch(id, 'one of several at once')),
      );
      const others = again.filter(({ id, digest }) => digest?.id !== id);
      if (others.length === 0) return passed();
      return failed({
        seen: `${ofAll(others, again)} got another patient, or none, when they were asked for at once.`,
        where: 'adapter.patient',
        fix: 'Keep what belongs to a call in the call: no `this.current` that the next one changes.',
      });
    },
  ),
  shall(
    'PAT-07',
    {
      source: 'no-shared-objects',
      da: 'En udleveret patient ændres ikke siden',
      en: 'A patient that was handed over stays as it is',
      text: 'What `patient()` has answered SHALL NOT be changed afterwards.',
    },
    async (trial) => {
      const fetched = await requireOwn(trial);
      if (!isChanged(fetched)) return passed();
      return failed({
        seen: 'A patient had other contents after further calls.',
        where: 'adapter.patient',
        fix: 'Make a new object for each answer.',
      });
    },
  ),
  should(
    'PAT-08',
    {
      source: 'signals-and-deadlines',
      da: 'Et afbrudt kald til patient slutter',
      en: 'A call of patient that is aborted ends',
      text: 'When its signal aborts, `patient()` SHOULD end soon: with an answer, or with an error.',
    },
    async (trial) => {
      const [first] = await requirePatients(trial);
      if (!first) return skipped('There is nobody to ask for.');
      return endsWhenAborted(trial, 'patient', 'one patient, aborted', (signal) =>
        trial.adapter.patient(first.id, trial.everything, signal),
      );
    },
  ),
  shall(
    'PAT-09',
    {
      source: 'patient',
      da: 'Den samme patient giver samme svar igen',
      en: 'The same patient has the same answer again',
      text: 'Fetched again, a patient SHALL have the same records, as far as nothing has changed in between.',
    },
    async (trial) => {
      const fetched = await requireOwn(trial);
      const again: Fetched[] = [];
      for (const { id } of fetched.slice(0, 5))
        again.push(await trial.fetch(id, 'one patient again'));
      const before = new Map(fetched.map(({ id, digest }) => [id, digest]));
      const failing = again.find(({ digest }) => !digest);
      if (failing)
        return failed({
          seen: `${ofAll(
            again.filter(({ digest }) => !digest),
            again,
          )} had no such answer the second time.`,
          where: 'adapter.patient',
          fix: fromTheDataAlone,
        });
      return judged(
        compared(again, (id) => before.get(id), 'than the first time', fromTheDataAlone),
      );
    },
  ),
];

const fromTheDataAlone =
  'Answer from the data alone: nothing that an earlier call has left behind may decide.';

/** Nobody's id, one would think. */
const unknownId = 'overblik-conformance-ukendt';
const strangeId = 'overblik/../conformance?a=1&b=%2F#"\'; æøå 🙂';

function isPatient({ digest }: Fetched): boolean {
  return digest !== undefined;
}

/** Some patients, all of whom came. @throws {Unjudged} */
async function requirePatients(trial: Trial): Promise<readonly Fetched[]> {
  const fetched = await trial.fetched();
  if (!fetched.every(isPatient)) throw new Unjudged('not everyone could be fetched (PAT-01)');
  return fetched;
}

/** Some patients, each the one that was asked for. @throws {Unjudged} */
async function requireOwn(trial: Trial): Promise<readonly Fetched[]> {
  const fetched = await requirePatients(trial);
  if (fetched.some(({ id, digest }) => digest?.id !== id))
    throw new Unjudged('other patients came than were asked for (PAT-02)');
  return fetched;
}

function isChanged(fetched: readonly Fetched[]): boolean {
  return fetched.some(({ answer, text }) => {
    try {
      return answer.ok && text !== '' && JSON.stringify(answer.value) !== text;
    } catch {
      return true;
    }
  });
}

/** How the same patients were told of before, in one way or another. */
async function knownDigests(
  trial: Trial,
  fetched: readonly Fetched[],
): Promise<ReadonlyMap<string, PatientDigest>> {
  if (typeof trial.part('records') === 'function') return (await trial.begun()).sample;
  const ids = new Set(fetched.map(({ id }) => id));
  const digests = new Map<string, PatientDigest>();
  for (const { outcome, isOwn } of await trial.searches())
    for (const found of isOwn ? (outcome?.found ?? []) : []) {
      const { patient } = checkPatient(found);
      if (patient && ids.has(patient.patient.id))
        digests.set(patient.patient.id, digestOf(patient));
    }
  return digests;
}

function compared(
  fetched: readonly Fetched[],
  before: (id: string) => PatientDigest | undefined,
  than: string,
  fix: string,
): readonly ConformanceFinding[] {
  const differences = fetched.flatMap(({ id, digest }): readonly DigestDifference[] => {
    const known = before(id);
    const difference = known && digest && differenceOf(known, digest);
    return difference ? [difference] : [];
  });
  if (differences.length === 0) return [];
  const sums = { missing: new Map<string, number>(), further: new Map<string, number>() };
  for (const difference of differences)
    for (const part of ['missing', 'further'] as const)
      for (const [type, count] of Object.entries(difference[part]))
        sums[part].set(type, (sums[part].get(type) ?? 0) + count);
  const words = [
    differences.some(({ fields }) => fields) ? 'other fields of their own' : '',
    sums.missing.size > 0 ? `missing ${describeCounts(Object.fromEntries(sums.missing))}` : '',
    sums.further.size > 0 ? `further ${describeCounts(Object.fromEntries(sums.further))}` : '',
  ].filter((each) => each !== '');
  return [
    {
      seen: `${grouped(differences.length)} of ${counted(fetched.length, 'patient')} were others ${than}: ${words.join('; ')}.`,
      where: 'adapter.patient',
      fix,
    },
  ];
}

async function nobody(trial: Trial, id: string, asked: string): Promise<Verdict> {
  trial.requireMethod('patient');
  const { answer } = await trial.fetch(id, asked);
  if (!answer.ok) {
    const { where, seen } = ofFailure(answer.failure, trial.adapter);
    return failed({
      seen: `Asked for ${asked}: ${seen}`,
      where,
      fix: 'Answer null where your service says that there is no such patient (404).',
    });
  }
  if (answer.value === null) return passed();
  return failed({
    seen: `Asked for ${asked}, it answered ${shapeWords[shapeOf(answer.value)] ?? 'something else'}.`,
    where: 'adapter.patient',
    fix: 'Answer null: the cockpit then says that the patient is no longer in the clinic.',
  });
}

const shapeWords: Readonly<Record<string, string>> = {
  nothing: 'nothing (undefined)',
  object: 'an object',
  list: 'a list',
  text: 'a text',
};

function ofAll(some: readonly unknown[], all: readonly unknown[]): string {
  return `${grouped(some.length)} of ${counted(all.length, 'patient')}`;
}
