/** The clinic as `records()` streams it: all of it, once, whole, each time. */
import { nextTurn } from '../../adapter/index.ts';
import { abandon, nextBatch, openStream } from '../../adapter/stream.ts';
import { describeCounts, differenceOf } from '../digest.ts';
import type { Load } from '../load.ts';
import { namesOf } from '../tally.ts';
import { Omitted, type Trial } from '../trial.ts';
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
import { shall, should, type Requirement } from './requirement.ts';

export const loadRequirements: readonly Requirement[] = [
  shall(
    'LOA-01',
    {
      source: 'records',
      da: 'Patienterne kommer som en strøm af lister',
      en: 'Patients come as a stream of lists',
      text: '`records()` SHALL answer an async iterable of lists of patients, each within the deadline.',
    },
    async (trial) => {
      trial.requireRecords();
      const { load } = await trial.whole();
      const { failure, sizes, junkBatches } = load;
      if (failure && sizes.length === 0) return failed(ofFailure(failure, trial.adapter));
      if (junkBatches === 0) return passed([{ name: 'batches', value: sizes.length }]);
      return failed({
        seen: `${counted(junkBatches, 'batch', 'batches')} came that ${junkBatches === 1 ? 'is' : 'are'} no list.`,
        where: 'adapter.records',
        fix: 'Yield lists of patients: `yield [patient]`, `yield patients`.',
      });
    },
  ),
  shall(
    'LOA-02',
    {
      source: 'records',
      da: 'Strømmen slutter af sig selv',
      en: 'The stream ends by itself',
      text: 'The stream SHALL end when everyone has come: it neither breaks off nor goes on for ever.',
    },
    async (trial) => {
      const load = await trial.begun();
      if (load.failure) {
        const { seen, ...rest } = ofFailure(load.failure, trial.adapter);
        return failed({ seen: `After ${counted(load.times.size, 'patient')}: ${seen}`, ...rest });
      }
      if (!load.isEndless) return passed();
      return failed({
        seen: `After ${counted(load.times.size, 'patient')} the same ones came again, or lists of nobody, without an end.`,
        where: 'adapter.records',
        fix: 'Stop where the next page is one that was read already; follow the `next` link as it is told, and do not make it yourself.',
      });
    },
  ),
  shall(
    'LOA-03',
    {
      source: 'paging',
      da: 'Alle patienter kommer',
      en: 'Everyone comes',
      text: 'As many patients SHALL come as `description.patients` tells: no page is left out, be it the last one or one that a server cut shorter than was asked.',
    },
    async (trial) => {
      const told = await patientsTold(trial);
      const load = await trial.loaded();
      const came = load.times.size;
      const figures = [
        { name: 'patients that came', value: came },
        { name: 'description.patients', value: told },
      ];
      if (came >= told) return passed(figures);
      const again = repeats(load);
      const also = again > 0 ? ` ${counted(again, 'time')} someone came who had come already.` : '';
      return failed(
        {
          seen: `${grouped(came)} of ${counted(told, 'patient')} came: ${grouped(told - came)} missing.${also} Batches of ${sizesOf(load)}.`,
          where: 'adapter.records',
          fix: 'Page until the server has nothing more (no `next` link, an empty page), not by a number of pages worked out beforehand: a server may give less than is asked. Sort by something that no two patients share. If it is `patients` that is an estimate, count exactly.',
        },
        figures,
      );
    },
  ),
  shall(
    'LOA-04',
    {
      source: 'paging',
      da: 'Hver patient kommer én gang',
      en: 'Each patient comes once',
      text: 'Each patient SHALL come once in a stream, with all records: who comes again takes the place of who came before.',
    },
    async (trial) => {
      const load = await trial.loaded();
      await requireNobodyMissing(trial, load);
      const again = repeats(load);
      if (again === 0) return passed();
      return failed({
        seen: `${counted(again, 'time')} someone came who had come already.`,
        where: 'adapter.records',
        fix: 'Gather what belongs to one patient before they are handed over (a join has a row for each record), and do not read a page twice.',
      });
    },
  ),
  shall(
    'LOA-05',
    {
      source: 'one-patient',
      da: 'Alt i listerne er patienter med et id',
      en: 'All that comes is patients with an id',
      text: 'Every entry of a batch SHALL be a patient with an `id` that can be read.',
    },
    async (trial) => {
      const load = await trial.begun();
      const kinds = load.nobody.entries;
      const nobody = kinds.reduce((sum, [, count]) => sum + count, 0);
      if (nobody === 0) return passed();
      return failed({
        seen: `${counted(nobody, 'entry', 'entries')} of batches ${nobody === 1 ? 'is' : 'are'} no patient: ${namesOf(kinds)}.`,
        where: 'patient.id',
        fix: 'Each entry is { patient: { id, name, … }, diagnoses: [ … ], … }; leave out what is none, such as an outcome or a notice of the server’s in the midst of a page.',
      });
    },
  ),
  shall(
    'LOA-06',
    {
      source: 'describe',
      da: 'Der kommer ikke flere end oplyst',
      en: 'No more come than is told',
      text: 'No more patients SHALL come than `description.patients` tells: it is the number of all that the clinic has.',
    },
    async (trial) => {
      const told = await patientsTold(trial);
      const load = await trial.loaded();
      if (load.times.size <= told) return passed();
      return failed({
        seen: `${grouped(load.times.size)} patients came, and ${grouped(told)} were told of.`,
        where: '/patients',
        fix: 'Count the patients exactly, all that `records()` streams: a total that a server estimates, or that is of one page, is none.',
      });
    },
  ),
  shall(
    'LOA-07',
    {
      source: 'records',
      da: 'Samme spørgsmål giver samme svar',
      en: 'The same question has the same answer',
      text: 'Streamed again, the same patients SHALL come with the same records, as far as nothing has changed in between.',
    },
    async (trial) => {
      const load = await trial.loaded();
      const again = await trial.load('all types, again', trial.everything);
      return judged(differences(trial, load, again));
    },
  ),
  shall(
    'LOA-08',
    {
      source: 'no-shared-objects',
      da: 'En udleveret liste ændres ikke siden',
      en: 'A batch that was handed over stays as it is',
      text: 'A batch that was handed over SHALL NOT be changed, nor anyone in it, when the next one comes.',
    },
    async (trial) => {
      const load = await trial.begun();
      if (load.sizes.length < 2 && load.changed === 0)
        return skipped('The clinic came in one batch.');
      if (load.changed === 0) return passed();
      return failed({
        seen: `${counted(load.changed, 'batch', 'batches')} had other contents when the next one came.`,
        where: 'adapter.records',
        fix: 'Make a new list and new objects for each batch, instead of filling the same ones again.',
      });
    },
  ),
  shall(
    'LOA-09',
    {
      source: 'signals-and-deadlines',
      da: 'Efter en afbrudt strøm begynder den næste forfra',
      en: 'After a stream was left the next begins at the beginning',
      text: 'A stream that was left halfway SHALL leave nothing behind: the next one has everyone.',
    },
    async (trial) => {
      const load = await requireRepeatable(trial);
      await readFirst(trial, 'left after its first batch');
      const next = await trial.load('all types, after one was left', trial.everything);
      return judged(whoIsMissing(trial, load, next));
    },
  ),
  should(
    'LOA-10',
    {
      source: 'signals-and-deadlines',
      da: 'En afbrudt strøm slutter',
      en: 'A stream that is aborted ends',
      text: 'When its signal aborts, the stream SHOULD end soon, and hand over no more than what was under way.',
    },
    async (trial) => {
      await requireRestartable(trial);
      return endsItsStream(trial);
    },
  ),
  shall(
    'LOA-11',
    {
      source: 'records',
      da: 'To strømme på én gang er hver for sig hele',
      en: 'Two streams at once are each whole',
      text: 'Two streams that are read at the same time SHALL each have everyone: elements with different profiles may ask at once.',
    },
    async (trial) => {
      const load = await requireRestartable(trial);
      const both = await Promise.all([
        trial.load('all types, one of two at once', trial.everything),
        trial.load('all types, the other of two at once', trial.everything),
      ]);
      const findings = both.flatMap((each) => whoIsMissing(trial, load, each));
      return judged(findings.slice(0, 1));
    },
  ),
];

async function patientsTold(trial: Trial): Promise<number> {
  const { patients } = await trial.description();
  if (patients === undefined) throw new Omitted('the description does not tell how many there are');
  return patients;
}

async function requireNobodyMissing(trial: Trial, load: Load): Promise<void> {
  const { patients } = await trial.description();
  if (patients !== undefined && load.times.size < patients)
    throw new Unjudged('patients are missing (LOA-03): who came twice may have taken their places');
}

function repeats({ times }: Load): number {
  let again = 0;
  for (const count of times.values()) again += count - 1;
  return again;
}

function sizesOf({ sizes }: Load): string {
  const shown = sizes.slice(0, 5).join(', ');
  return sizes.length > 5 ? `${shown} … ${sizes.at(-1)}` : shown || 'nobody';
}

/** The whole load, where another one is the same. @throws {Unjudged} */
async function requireRepeatable(trial: Trial): Promise<Load> {
  const load = await trial.loaded();
  const again = await trial.again('all types, again', trial.everything);
  if (differences(trial, load, again).length > 0)
    throw new Unjudged('the same question does not have the same answer (LOA-07)');
  return load;
}

/** The whole load, where another one begins at the beginning after one was left. @throws {Unjudged} */
export async function requireRestartable(trial: Trial): Promise<Load> {
  const load = await requireRepeatable(trial);
  const next = await trial.again('all types, after one was left', trial.everything);
  if (whoIsMissing(trial, load, next).length > 0)
    throw new Unjudged('a stream that was left spoils the next (LOA-09)');
  return load;
}

/** Where another load has other patients, or others’ records. */
function differences(trial: Trial, load: Load, again: Load): readonly ConformanceFinding[] {
  const missing = whoIsMissing(trial, load, again);
  if (missing.length > 0) return missing;
  let others = 0;
  const types = new Map<string, number>();
  for (const [id, digest] of load.sample) {
    const other = again.sample.get(id);
    const difference = other && differenceOf(digest, other);
    if (!difference) continue;
    others++;
    for (const part of [difference.missing, difference.further])
      for (const [type, count] of Object.entries(part))
        types.set(type, (types.get(type) ?? 0) + count);
  }
  if (others === 0) return [];
  return [
    {
      seen: `${grouped(others)} of ${counted(load.sample.size, 'patient')} had other records the second time: ${describeCounts(Object.fromEntries(types)) || 'their own fields'}.`,
      where: 'adapter.records',
      fix: 'Answer from the data alone: nothing that an earlier call has left behind may decide.',
    },
  ];
}

/** Tells patients of one load that another does not have. */
export function whoIsMissing(
  { adapter }: Trial,
  { times }: Load,
  other: Load,
  asked = 'again',
): readonly ConformanceFinding[] {
  if (other.failure) {
    const { seen, ...rest } = ofFailure(other.failure, adapter);
    return [{ seen: `Asked ${asked}: ${seen}`, ...rest }];
  }
  let missing = 0;
  for (const id of times.keys()) if (!other.times.has(id)) missing++;
  if (missing === 0) return [];
  return [
    {
      seen: `Asked ${asked}, ${grouped(missing)} of ${counted(times.size, 'patient')} did not come.`,
      where: 'adapter.records',
      fix: 'Begin each stream at the beginning, with a place of its own: keep no cursor, page or lock on the adapter.',
    },
  ];
}

/** Reads the first batch of a stream, and leaves it. */
async function readFirst(trial: Trial, asked: string): Promise<void> {
  const { adapter, calls } = trial;
  const inner = new AbortController();
  const end = calls.begin();
  const opened = await calls.settle(
    'records',
    () => openStream(adapter, trial.everything, inner.signal),
    inner,
  );
  if (opened.ok) {
    await calls.settle('records', () => nextBatch(opened.value), inner);
    abandon(opened.value);
  }
  inner.abort();
  end();
  calls.note({ call: 'records', asked: `all types, ${asked}`, took: 0, outcome: 'aborted' });
  await nextTurn();
}

/** Reads the first batch of a stream, aborts it, and looks whether it ends. */
async function endsItsStream(trial: Trial): Promise<Verdict> {
  const { adapter, calls, options } = trial;
  const inner = new AbortController();
  const end = calls.begin();
  try {
    const opened = await calls.settle(
      'records',
      () => openStream(adapter, trial.everything, inner.signal),
      inner,
    );
    if (!opened.ok) return skipped('The stream could not be opened.');
    await calls.settle('records', () => nextBatch(opened.value), inner);
    inner.abort();
    let took = 0;
    let more = 0;
    // One batch may have been under way.
    for (let step = 0; step < 3; step++) {
      const next = await calls.settle(
        'records',
        () => nextBatch(opened.value),
        new AbortController(),
        options.limits.abort,
      );
      took += next.took;
      if (!next.ok && next.failure.kind === 'deadline')
        return failed({
          seen: `It had not ended ${options.limits.abort} ms after its signal aborted.`,
          where: 'adapter.records',
          fix: 'Hand the signal on to whatever fetches the next page.',
        });
      if (!next.ok || next.value.done)
        return more > 1
          ? goesOn(more)
          : passed([{ name: 'ended after', value: Math.round(took), unit: 'ms' }]);
      more++;
    }
    return goesOn(more);
  } finally {
    end();
    calls.note({ call: 'records', asked: 'all types, aborted', took: 0, outcome: 'aborted' });
  }
}

function goesOn(more: number): Verdict {
  return failed({
    seen: `${counted(more, 'further batch', 'further batches')} came after its signal had aborted.`,
    where: 'adapter.records',
    fix: 'Ask `signal.throwIfAborted()` before each page, and hand the signal on.',
  });
}
