/** The archive of profiles, where the adapter has one. */
import { parseProfile } from '../../profile/index.ts';
import { isObject } from '../../json/values.ts';
import type { ProfileStore } from '../../adapter/index.ts';
import type { Answer } from '../calls.ts';
import { kindOf } from '../traits.ts';
import { Omitted, type Trial } from '../trial.ts';
import type { ConformanceFinding } from '../types.ts';
import { counted, failed, grouped, judged, ofFailure, passed, Unjudged } from '../verdicts.ts';
import { shall, type Requirement } from './requirement.ts';

export const profileRequirements: readonly Requirement[] = [
  shall(
    'ARC-01',
    {
      source: 'profiles',
      da: 'Arkivets profiler kan vises',
      en: 'The archive’s profiles can be listed',
      text: '`profiles.list()` SHALL answer a list of `{ id, version, title }`.',
    },
    async (trial) => {
      const answer = await listed(trial);
      if (!answer.ok) return failed(ofFailure(answer.failure, trial.adapter));
      const { value } = answer;
      if (!Array.isArray(value))
        return failed({
          seen: `It answered ${kindOf(value)}, and no list.`,
          where: 'adapter.profiles.list',
          fix: 'Answer a list of { id, version, title: { da } }.',
        });
      const wrong = value.filter((each) => !isEntry(each)).length;
      if (wrong === 0) return passed([{ name: 'profiles', value: value.length }]);
      return failed({
        seen: `${grouped(wrong)} of ${counted(value.length, 'entry', 'entries')} cannot be read.`,
        where: 'adapter.profiles.list',
        fix: 'Each has `id`, `version` and `title: { da }`, texts all.',
      });
    },
  ),
  shall(
    'ARC-02',
    {
      source: 'profiles',
      da: 'Hver profil kan hentes, som den er opført',
      en: 'Each profile can be loaded as it is listed',
      text: '`profiles.load(id, version)` SHALL answer the document of that id and version, which can be used.',
    },
    async (trial) => {
      const store = requireStore(trial);
      const entries = await requireEntries(trial);
      const findings: ConformanceFinding[] = [];
      for (const { id, version } of entries.slice(0, mostLoaded)) {
        const answer = await loaded(trial, store, id, version);
        if (!answer.ok) {
          findings.push(ofFailure(answer.failure, trial.adapter));
          continue;
        }
        const parsed = parseProfile(answer.value);
        if (!parsed.ok)
          findings.push({
            seen: `Profile \`${id}\` ${version}, which is listed, cannot be used: ${counted(parsed.errors.length, 'error')}, the first at ${parsed.errors[0]?.path || 'the whole document'}.`,
            where: 'adapter.profiles.load',
            fix: 'Answer the document itself, as JSON or text. `npx overblik check` tells what is wrong with one.',
          });
        else if (parsed.profile.id !== id || parsed.profile.version !== version)
          findings.push({
            seen: `\`${id}\` ${version} was asked for, and \`${parsed.profile.id}\` ${parsed.profile.version} came.`,
            where: 'adapter.profiles.load',
            fix: 'Answer the very version that is asked: rounds are held against it.',
          });
      }
      return judged(findings.slice(0, 1), [{ name: 'profiles', value: entries.length }]);
    },
  ),
  shall(
    'ARC-03',
    {
      source: 'profiles',
      da: 'En ukendt profil afvises',
      en: 'An unknown profile is refused',
      text: '`profiles.load()` SHALL reject for an id that the archive does not have.',
    },
    async (trial) => {
      const store = requireStore(trial);
      const answer = await loaded(trial, store, unknownProfile, undefined);
      if (!answer.ok)
        return answer.failure.kind === 'deadline'
          ? failed(ofFailure(answer.failure, trial.adapter))
          : passed();
      return failed({
        seen: `Asked for a profile that nobody has (\`${unknownProfile}\`), it answered ${kindOf(answer.value)}.`,
        where: 'adapter.profiles.load',
        fix: 'Reject: a profile that is not there is told, and no other takes its place.',
      });
    },
  ),
];

const mostLoaded = 50;
const unknownProfile = 'overblik.conformance.unknown';

function requireStore(trial: Trial): ProfileStore {
  const store = trial.part('profiles');
  if (!store) throw new Omitted('the adapter has no archive of profiles');
  if (typeof store.list !== 'function' || typeof store.load !== 'function')
    throw new Unjudged('the archive is not whole (ADP-05)');
  return store;
}

function listed(trial: Trial): Promise<Answer<unknown>> {
  const store = requireStore(trial);
  return trial.calls.ask({
    call: 'profiles',
    asked: 'the list',
    run: (signal) => store.list(signal) as Promise<unknown>,
  });
}

function loaded(
  trial: Trial,
  store: ProfileStore,
  id: string,
  version: string | undefined,
): Promise<Answer<unknown>> {
  return trial.calls.ask({
    call: 'profiles',
    asked: version === undefined ? 'an unknown profile' : 'one profile',
    run: (signal) => store.load(id, version, signal),
  });
}

interface Entry {
  readonly id: string;
  readonly version: string;
}

function isEntry(entry: unknown): entry is Entry {
  return (
    isObject(entry) &&
    typeof entry.id === 'string' &&
    typeof entry.version === 'string' &&
    isObject(entry.title) &&
    typeof entry.title.da === 'string'
  );
}

async function requireEntries(trial: Trial): Promise<readonly Entry[]> {
  const answer = await listed(trial);
  if (!answer.ok || !Array.isArray(answer.value) || !answer.value.every(isEntry))
    throw new Unjudged('the archive could not be listed (ARC-01)');
  return answer.value;
}
