/** A clinic, a profile, and keys that are struck in it: how long until every number of every rule is there again. */
import { generateBatches, generateClinic } from '../../../fixtures/clinic/index.ts';
import { parseProfile, type Criterion, type Profile } from '../../../src/profile/index.ts';
import { Attrition } from '../../../src/authoring/attrition/attrition.ts';
import { profileAsItStands } from '../../../src/authoring/attrition/as-it-stands.ts';
import { ruleTrees, rulesWithin } from '../../../src/authoring/attrition/rules.ts';
import { Clinic, compile, evaluate } from '../../../src/engine/index.ts';

const asOf = '2026-11-24';

export interface Timed {
  /** Milliseconds, one for each edit. */
  readonly times: readonly number[];
  /** The longest step of any of them. */
  readonly longest: number;
}

export interface Measured {
  readonly patients: number;
  readonly rules: number;
  readonly members: number;
  readonly undecided: number;
  /** The first numbers of a clinic of which nothing has been asked. */
  readonly first: Timed;
  /** One rule is another than before: a question that nobody has asked yet. */
  readonly edit: Timed;
  /** The same, and the document is read anew. */
  readonly editRead: Timed;
  /** One rule is left out, or takes part again. */
  readonly toggle: Timed;
  /** As without any of this: the profile is evaluated once, and once for each rule without it. */
  readonly oneByOne: Timed;
  /** Bytes kept after all this. */
  readonly kept: number;
}

export function clinicOf(size: number): Clinic {
  const clinic = new Clinic(generateClinic({ size: 50 }).description.coverage);
  for (const batch of generateBatches({ size, asOf })) clinic.add(batch);
  return clinic;
}

export function measure(clinic: Clinic, document: unknown, edits: number): Measured {
  let longest = 0;
  const attrition = new Attrition((steps) => {
    for (;;) {
      const start = performance.now();
      const { done } = steps.next();
      longest = Math.max(longest, performance.now() - start);
      if (done) return true;
    }
  });
  const timed = (deeds: readonly (() => void)[]): Timed => {
    longest = 0;
    const times = deeds.map((deed) => {
      const start = performance.now();
      deed();
      return performance.now() - start;
    });
    return { times, longest };
  };
  const show = (profile: Profile, leftOut: ReadonlySet<string> = new Set()) =>
    attrition.update({ clinic, asOf, document: profile, profile, leftOut });
  const [whole, ...others] = [0, ...Array.from({ length: 2 * edits }, (_, at) => at + 1)].map(
    (number) => withEdit(document, number),
  );
  const first = timed([() => show(parsed(whole))]);
  const edited = others.slice(0, edits).map(parsed);
  const edit = timed(edited.map((profile) => () => show(profile)));
  const editRead = timed(
    others.slice(edits).map((text) => () => attrition.update({ clinic, asOf, document: text })),
  );
  const profile = parsed(whole);
  show(profile);
  const numbers = attrition.state;
  const places = [...numbers.rules.keys()].filter((place) => place.startsWith('/population'));
  const toggle = timed(places.map((place) => () => show(profile, new Set([place]))));
  show(profile);
  const oneByOne = timed([
    () => {
      const { members, undecided } = evaluate(compile(profile), clinic, asOf);
      if (members.length !== numbers.population?.yes) throw new Error('Other members.');
      if (undecided.length !== numbers.population.unknown) throw new Error('Other undecided.');
      const possible = new Set([...members, ...undecided]);
      for (const place of places) {
        if (place.split('/').length < 4) continue;
        const without = profileAsItStands(profile, (other) => other === place);
        const now = evaluate(compile(JSON.parse(JSON.stringify(without)) as Profile), clinic, asOf);
        const left = new Set(now.members);
        const adds = members.filter((id) => !left.has(id)).length;
        const removes = [...now.members, ...now.undecided].filter((id) => !possible.has(id)).length;
        const only = numbers.rules.get(place)?.only;
        if (only?.adds !== adds || only.removes !== removes)
          throw new Error(
            `${place}: adds ${only?.adds} and removes ${only?.removes}, one by one ${adds} and ${removes}.`,
          );
      }
    },
  ]);
  return {
    patients: clinic.size,
    rules: numbers.rules.size,
    members: numbers.population?.yes ?? 0,
    undecided: numbers.population?.unknown ?? 0,
    ...{ first, edit, editRead, toggle, oneByOne },
    kept: attrition.keptBytes,
  };
}

/** How many rules a profile has. */
export function rulesOf(document: unknown): number {
  return ruleTrees(parsed(document)).flatMap(({ root }) => rulesWithin(root)).length;
}

function parsed(document: unknown): Profile {
  const outcome = parseProfile(document);
  if (!outcome.ok) throw new Error(outcome.errors[0].message.en ?? '');
  return outcome.profile;
}

/** The document with one criterion of its population in other words: another window each time. */
function withEdit(document: unknown, number: number): object {
  const copy = structuredClone(document) as { population: { include: Criterion } };
  const query = firstQuery(copy.population.include);
  if (!query) throw new Error('The profile asks nothing.');
  if (number > 0) query.when = { last: `P${3000 + number}D` };
  return copy;
}

function firstQuery(value: unknown): { when?: unknown } | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, each] of Object.entries(value)) {
    if (['diagnosis', 'medication', 'result', 'service'].includes(key))
      return each as { when?: unknown };
    const found = firstQuery(each);
    if (found) return found;
  }
  return undefined;
}
