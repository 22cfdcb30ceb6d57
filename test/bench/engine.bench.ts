/**
 * The engine beside its peers: load, load to first answer, every rule, and memory; each contestant with
 * each size in a process of its own. Nothing is timed before all give the same members.
 */
import { runChild } from './engine/children.ts';
import { contestants } from './engine/contestants/index.ts';
import type { AnswerSummary, Budget } from './engine/messages.ts';
import { rules, ruleIds } from './engine/rules.ts';
import { tablesOf, type Entry } from './engine/tables.ts';
import type { Frame, Suite } from './suite.ts';

const suite: Suite = {
  name: 'engine',
  help: [
    '--sizes 10000,100000,1000000   patients, of 60 records each',
    `--contestants ${Object.keys(contestants).join(',')}`,
    '--limit 120                    seconds for one load or one rule, then it is given up',
    '--heap 4096                    MiB of JavaScript heap for each contestant: what a page has',
  ],
  async run(frame) {
    const { options } = frame;
    const sizes = (options.sizes ?? '10000,100000,1000000').split(',').map(Number);
    const names = options.contestants?.split(',') ?? Object.keys(contestants);
    const strangers = names.filter((name) => !contestants[name]);
    if (strangers.length > 0 || sizes.some((size) => !(size > 0)))
      throw new Error(`Not understood: ${[...strangers, ...sizes].join(', ')}. See --help.`);
    await frame.bundle('test/bench/engine/columns-worker.ts');
    const child = await frame.bundle('test/bench/engine/child.ts');
    const run = {
      child,
      limit: Number(options.limit ?? 120) * 1000,
      heap: Number(options.heap ?? 4096),
    };
    await agreeFirst(names, run, frame);
    const entries: Entry[] = [];
    for (const patients of sizes) {
      const ofSize: Entry[] = [];
      for (const contestant of names) ofSize.push(await measure(contestant, patients, run, frame));
      compare(
        ofSize.map(({ contestant, outcome }) => [contestant, outcome?.answers ?? []] as const),
        `with ${patients} patients`,
      );
      for (const table of tablesOf(patients, ofSize)) frame.show(table);
      entries.push(...ofSize);
    }
    return {
      rules: Object.fromEntries(ruleIds.map((id) => [id, rules[id].title])),
      contestants: Object.fromEntries(
        Object.entries(contestants).map(([name, { title, note }]) => [name, { title, note }]),
      ),
      entries,
    };
  },
};
export default suite;

interface Run {
  readonly child: string;
  readonly limit: number;
  readonly heap: number;
}

const agreeing = 3000;

/** All contestants answer all rules on several dates before any is timed. */
async function agreeFirst(names: readonly string[], run: Run, { say }: Frame): Promise<void> {
  const answered: (readonly [string, readonly AnswerSummary[]])[] = [];
  for (const contestant of new Set(['reference', ...names])) {
    if (contestants[contestant]?.missing) continue;
    const { answers, failure } = await runChild(run, {
      contestant,
      patients: agreeing,
      purpose: 'agree',
      budget: { loads: 1, load: 0, rule: 0 },
    });
    if (failure) throw new Error(`${contestant} could not answer: ${failure.why}`);
    answered.push([contestant, answers]);
  }
  compare(answered, `with ${agreeing} patients`);
  say(`${answered.length} contestants give the same members with ${agreeing} patients on 6 dates.`);
}

/** Fails loudly where two contestants differ: figures for different answers mean nothing. */
function compare(
  answered: readonly (readonly [string, readonly AnswerSummary[]])[],
  where: string,
): void {
  const first = new Map<string, readonly [string, AnswerSummary]>();
  const faults: string[] = [];
  for (const [contestant, answers] of answered)
    for (const answer of answers) {
      const key = `${answer.rule} on ${answer.asOf}`;
      const [judge, expected] = first.get(key) ?? [contestant, answer];
      first.set(key, [judge, expected]);
      if (answer.digest !== expected.digest || answer.hits !== expected.hits)
        faults.push(
          `${key}: ${judge} finds ${expected.members} members and ${expected.hits} markers, ` +
            `${contestant} ${answer.members} and ${answer.hits}`,
        );
    }
  if (faults.length > 0)
    throw new Error(`The contestants do not agree ${where}:\n  ${faults.join('\n  ')}`);
}

async function measure(
  contestant: string,
  patients: number,
  run: Run,
  { say }: Frame,
): Promise<Entry> {
  const { title, missing, most } = contestants[contestant] ?? {};
  if (missing) return { contestant, patients, skipped: missing };
  if (most && patients > most.patients) return { contestant, patients, skipped: most.because };
  const start = performance.now();
  const outcome = await runChild(run, {
    contestant,
    patients,
    purpose: 'measure',
    budget: budgetFor(patients),
  });
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  say(
    `${patients} patients, ${title}: ${seconds} s${outcome.failure ? `, ${outcome.failure.why} at ${outcome.failure.task}` : ''}`,
  );
  return { contestant, patients, outcome };
}

/** The larger the clinic, the less often the same is asked. */
function budgetFor(patients: number): Budget {
  if (patients <= 10_000) return { loads: 7, load: 8000, rule: 400 };
  return { loads: 5, load: 10_000, rule: patients <= 100_000 ? 600 : 1000 };
}
