/**
 * The engine beside its peers: load, load to first answer, every rule, and memory; each subject with
 * each size in a process of its own. Nothing is timed before all give the same members.
 */
import { runChild } from './engine/children.ts';
import { participantsOf, type Participant } from './engine/participants.ts';
import { subjects } from './engine/subjects/index.ts';
import type { AnswerSummary, Budget } from './engine/messages.ts';
import { rules, ruleIds, sayable, type RuleId } from './engine/rules.ts';
import { tablesOf, type Entry } from './engine/tables.ts';
import type { Frame, Suite } from './suite.ts';

const suite: Suite = {
  name: 'engine',
  help: [
    '--sizes 10000,100000,1000000   patients, of 60 records each',
    `--subjects ${Object.keys(subjects).join(',')}`,
    '--rules diagnosis,count        all; what was asked before makes V8 compile a rule otherwise',
    '--limit 120                    seconds for one load or one rule, then it is given up',
    '--heap 4096                    MiB of JavaScript heap for each subject: what a page has',
  ],
  async run(frame) {
    const { options } = frame;
    const sizes = (options.sizes ?? '10000,100000,1000000').split(',').map(Number);
    const names = options.subjects?.split(',') ?? Object.keys(subjects);
    const asked = options.rules?.split(',') ?? ruleIds;
    const strangers = [
      ...names.filter((name) => !subjects[name]),
      ...asked.filter((rule) => !ruleIds.some((id) => id === rule)),
    ];
    if (strangers.length > 0 || sizes.some((size) => !(size > 0)))
      throw new Error(`Not understood: ${[...strangers, ...sizes].join(', ')}. See --help.`);
    const unreadable = ruleIds.filter((id) => !sayable.includes(id));
    if (unreadable.length > 0)
      throw new Error(`Rules that are no profiles here: ${unreadable.join(', ')}.`);
    const participants = await participantsOf(names, frame);
    const run = {
      rules: ruleIds.filter((id) => asked.includes(id)),
      limit: Number(options.limit ?? 120) * 1000,
      heap: Number(options.heap ?? 4096),
    };
    await agreeFirst(
      await participantsOf([...new Set(['reference', ...names])], frame),
      run,
      frame,
    );
    const entries: Entry[] = [];
    for (const patients of sizes) {
      const ofSize: Entry[] = [];
      for (const participant of participants)
        ofSize.push(await measure(participant, patients, run, frame));
      compare(
        ofSize.map(({ title, outcome }) => [title, outcome?.answers ?? []] as const),
        `with ${patients} patients`,
      );
      for (const table of tablesOf(patients, run.rules, ofSize)) frame.show(table);
      entries.push(...ofSize);
    }
    return {
      rules: Object.fromEntries(ruleIds.map((id) => [id, rules[id].title])),
      entries,
    };
  },
};
export default suite;

interface Run {
  readonly rules: readonly RuleId[];
  readonly limit: number;
  readonly heap: number;
}

const agreeing = 3000;

/** All subjects answer all rules on several dates before any is timed. */
async function agreeFirst(
  participants: readonly Participant[],
  run: Run,
  { say }: Frame,
): Promise<void> {
  const answered: (readonly [string, readonly AnswerSummary[]])[] = [];
  for (const { name, title, child, missing } of participants) {
    if (missing) continue;
    const { answers, failure } = await runChild(child, run, {
      subject: name,
      patients: agreeing,
      purpose: 'agree',
      rules: run.rules,
      budget: { loads: 1, load: 0, rule: 0 },
    });
    if (failure) throw new Error(`${title} could not answer: ${failure.why}`);
    answered.push([title, answers]);
  }
  compare(answered, `with ${agreeing} patients`);
  say(`${answered.length} subjects give the same members with ${agreeing} patients on 6 dates.`);
}

/** Fails loudly where two subjects differ: figures for different answers mean nothing. */
function compare(
  answered: readonly (readonly [string, readonly AnswerSummary[]])[],
  where: string,
): void {
  const first = new Map<string, readonly [string, AnswerSummary]>();
  const faults: string[] = [];
  for (const [subject, answers] of answered)
    for (const answer of answers) {
      const key = `${answer.rule} on ${answer.asOf}`;
      const [judge, expected] = first.get(key) ?? [subject, answer];
      first.set(key, [judge, expected]);
      if (answer.digest !== expected.digest || answer.hits !== expected.hits)
        faults.push(
          `${key}: ${judge} finds ${expected.members} members and ${expected.hits} markers, ` +
            `${subject} ${answer.members} and ${answer.hits}`,
        );
    }
  if (faults.length > 0)
    throw new Error(`The subjects do not agree ${where}:\n  ${faults.join('\n  ')}`);
}

async function measure(
  { name, title, note, child, missing, most, rules }: Participant,
  patients: number,
  run: Run,
  { say }: Frame,
): Promise<Entry> {
  const entry = { title, note, rules: rules ?? ruleIds, patients };
  if (missing) return { ...entry, skipped: missing, missing };
  if (most && patients > most.patients) return { ...entry, skipped: most.because };
  const start = performance.now();
  const outcome = await runChild(child, run, {
    subject: name,
    patients,
    purpose: 'measure',
    rules: run.rules,
    budget: budgetFor(patients),
  });
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  say(
    `${patients} patients, ${title}: ${seconds} s${outcome.failure ? `, ${outcome.failure.why} at ${outcome.failure.task}` : ''}`,
  );
  return { ...entry, outcome };
}

/** The larger the clinic, the less often the same is asked. */
function budgetFor(patients: number): Budget {
  if (patients <= 10_000) return { loads: 7, load: 8000, rule: 400 };
  return { loads: 5, load: 10_000, rule: patients <= 100_000 ? 600 : 1000 };
}
