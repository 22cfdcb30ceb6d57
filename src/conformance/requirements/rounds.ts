/** The storage of rounds: nothing that two people write may be lost, nor anything that one of them has written. */
import { nextTurn, type Round, type RoundStore } from '../../adapter/index.ts';
import { isObject } from '../../json/values.ts';
import type { Answer } from '../calls.ts';
import { ownRoundProfile } from '../own-profiles.ts';
import { RoundTrial, sameRound, type Saved } from '../round-trial.ts';
import { valueAt } from '../places.ts';
import { kindOf } from '../traits.ts';
import { Omitted, type Trial } from '../trial.ts';
import type { Verdict } from '../types.ts';
import { counted, failed, grouped, ofFailure, passed, skipped, Unjudged } from '../verdicts.ts';
import { shall, type Requirement } from './requirement.ts';

export const roundRequirements: readonly Requirement[] = [
  shall(
    'ROU-01',
    {
      source: 'rounds',
      da: 'Runder kan hentes',
      en: 'Rounds can be listed',
      text: '`rounds.list(profileId)` SHALL answer the rounds of that profile, and an empty list where there are none.',
    },
    async (trial) => {
      const store = requireStore(trial);
      const ids = [ownRoundProfile.id, ...trial.profiles.map(({ id }) => id)];
      for (const id of ids) {
        const answer = await listed(trial, store, id);
        if (!answer.ok) return failed(ofFailure(answer.failure, trial.adapter));
        if (!Array.isArray(answer.value))
          return failed({
            seen: `It answered ${kindOf(answer.value)}, and no list.`,
            where: 'adapter.rounds.list',
            fix: 'Answer a list of rounds, an empty one where there are none.',
          });
        const others = answer.value.filter(
          (each) => !isObject(each) || !isObject(each.profile) || each.profile.id !== id,
        ).length;
        if (others > 0)
          return failed({
            seen: `${counted(others, 'round')} of another profile came, or what is none.`,
            where: 'adapter.rounds.list',
            fix: 'Answer the rounds whose `profile.id` is the one that was asked.',
          });
      }
      return passed();
    },
  ),
  shall(
    'ROU-02',
    {
      source: 'rounds',
      da: 'En ny runde gemmes, og dens revision vokser',
      en: 'A new round is saved, and its revision grows',
      text: '`rounds.save()` of a round of revision 0 that nobody has saved SHALL answer `{ saved: true, round }`, with the same id and profile and a revision that has grown.',
    },
    async (trial) => {
      const { first, wish } = await rounds(trial);
      return isSaved(trial, first, wish);
    },
  ),
  shall(
    'ROU-03',
    {
      source: 'rounds',
      da: 'Det, der er gemt, kan hentes igen',
      en: 'What was saved can be listed',
      text: 'A round that was saved SHALL be listed, once, as it was answered.',
    },
    async (trial) => {
      const { first, wish, listed } = await saved(trial);
      const own = listed.filter(({ id }) => id === wish.id);
      if (own.length === 1 && own[0]!.revision === first.round?.revision) return passed();
      return failed({
        seen:
          own.length === 1
            ? 'It was listed with another revision than it was answered with.'
            : `It was listed ${counted(own.length, 'time')}.`,
        where: 'adapter.rounds.list',
        fix: 'List what is stored, each round once, as soon as the save is answered.',
      });
    },
  ),
  shall(
    'ROU-04',
    {
      source: 'rounds',
      da: 'Intet af runden går tabt',
      en: 'Nothing of a round is lost',
      text: 'Everything in a round SHALL come back as it was saved: every field, every member, long texts, line ends and signs of any kind.',
    },
    async (trial) => {
      const { wish, listed } = await saved(trial);
      const own = listed.find(({ id }) => id === wish.id);
      if (!own) return skipped('The round was not listed (ROU-03).');
      const lost = sameRound(known(wish), known(own));
      if (lost === undefined) return passed([{ name: 'members', value: wish.members.length }]);
      return failed({
        seen: `It came back otherwise at ${lost}${lengthsAt(lost, wish, own)}.`,
        where: `round${lost}`,
        fix: 'Store the round as JSON, whole and in Unicode, without a limit to notes or members.',
      });
    },
  ),
  shall(
    'ROU-05',
    {
      source: 'rounds',
      da: 'Felter, som systemet ikke kender, bevares',
      en: 'Fields that the store does not know are kept',
      text: 'Whatever else is in a round, its members and their parts SHALL come back: it is of a later version of the library.',
    },
    async (trial) => {
      const { wish, listed } = await saved(trial);
      const own = listed.find(({ id }) => id === wish.id);
      if (!own) return skipped('The round was not listed (ROU-03).');
      if (sameRound(known(wish), known(own)) !== undefined)
        return skipped('Something of the round is lost (ROU-04).');
      const lost = sameRound(wish, own);
      if (lost === undefined) return passed();
      return failed({
        seen: `An unknown field was lost at ${lost}.`,
        where: `round${lost}`,
        fix: 'Store the round as JSON, whole, and not the fields that you know.',
      });
    },
  ),
  shall(
    'ROU-06',
    {
      source: 'rounds',
      da: 'En forældet gemning er en konflikt',
      en: 'A save against an old revision is a conflict',
      text: 'A save against another revision than the stored one SHALL change nothing, and be answered with `{ saved: false, conflict }`: the round as it is stored.',
    },
    async (trial) => {
      const { stale, afterStale, second } = await changed(trial);
      const why =
        'Save where `revision` is the stored one, and nowhere else, in one step (`UPDATE … WHERE id = ? AND revision = ?`); answer the stored round where nothing was updated.';
      if (!stale.answer.ok)
        return failed({
          seen: `Saved against an old revision, ${stale.answer.failure.kind === 'deadline' ? 'it did not answer' : 'it threw'}: a conflict is no error, but an answer.`,
          where: 'adapter.rounds.save',
          fix: why,
        });
      if (stale.isSaved)
        return failed({
          seen: 'It was saved over what another had written.',
          where: 'adapter.rounds.save',
          fix: why,
        });
      if (stale.conflict?.revision !== second.round?.revision)
        return failed({
          seen: 'The conflict was told without the round as it is stored.',
          where: 'adapter.rounds.save',
          fix: why,
        });
      if (afterStale?.revision !== second.round?.revision)
        return failed({
          seen: 'It was told as a conflict, and what is stored was changed nevertheless.',
          where: 'adapter.rounds.save',
          fix: why,
        });
      return passed();
    },
  ),
  shall(
    'ROU-07',
    {
      source: 'rounds',
      da: 'Et gentaget forsøg laver ikke en runde til',
      en: 'A save that is tried again makes no second round',
      text: 'The same save again, as after an answer that was lost, SHALL leave one round of that id: it is a conflict, or the same save.',
    },
    async (trial) => {
      const { wish, afterRetry } = await changed(trial);
      const own = afterRetry.filter(({ id }) => id === wish.id).length;
      if (own === 1) return passed();
      return failed({
        seen: `After the same save had been tried again ${counted(own, 'round')} of its id ${own === 1 ? 'was' : 'were'} listed, and not one.`,
        where: 'adapter.rounds.save',
        fix: 'Let `id` be the key of the round, and a new round one whose id is not stored.',
      });
    },
  ),
  shall(
    'ROU-08',
    {
      source: 'rounds',
      da: 'To, der gemmer samtidig, taber intet',
      en: 'Two who save at once lose nothing',
      text: 'Of two saves against the same revision at the same time one SHALL be saved, and the other be a conflict.',
    },
    async (trial) => {
      const { atOnce } = await raced(trial);
      const won = atOnce.filter(({ isSaved }) => isSaved).length;
      if (won === 1) return passed();
      return failed({
        seen: `Of two saves at once against the same revision ${won} were told as saved, and not one.`,
        where: 'adapter.rounds.save',
        fix: 'Compare the revision and save in one step of the database’s, not one after the other.',
      });
    },
  ),
  shall(
    'ROU-09',
    {
      source: 'rounds',
      da: 'Flere runder af samme profil holdes adskilt',
      en: 'Several rounds of one profile are kept apart',
      text: 'A second round of a profile SHALL be stored beside the first, and leave it as it is.',
    },
    async (trial) => {
      const { wish, other, afterOther, before } = await raced(trial);
      const first = afterOther.find(({ id }) => id === wish.id);
      const second = afterOther.find(({ id }) => id === other.wish.id);
      if (first && second && first.revision === before?.revision) return passed();
      return failed({
        seen: second
          ? 'The first round was gone, or another, when the second had been saved.'
          : 'The second round was not listed.',
        where: 'adapter.rounds.save',
        fix: 'Let `id` be the key of the round, not `profile.id`: rounds are compared with one another.',
      });
    },
  ),
  shall(
    'ROU-10',
    {
      source: 'no-shared-objects',
      da: 'En gemt runde ændres kun ved at blive gemt',
      en: 'A stored round changes by being saved, and in no other way',
      text: 'A round that was saved or listed SHALL NOT change in the store when the object is changed that was handed over.',
    },
    async (trial) => {
      const { isShared } = await raced(trial);
      if (!isShared) return passed();
      return failed({
        seen: 'What is stored was another when an object that was handed over had been changed.',
        where: 'adapter.rounds',
        fix: 'Copy what comes in and what goes out (`structuredClone`), as a database does.',
      });
    },
  ),
];

function requireStore(trial: Trial): RoundStore {
  const store = trial.part('rounds');
  if (!store) throw new Omitted('the adapter keeps no rounds');
  if (typeof store.list !== 'function' || typeof store.save !== 'function')
    throw new Unjudged('the store is not whole (ADP-05)');
  return store;
}

function listed(trial: Trial, store: RoundStore, id: string): Promise<Answer<unknown>> {
  return trial.calls.ask({
    call: 'rounds',
    asked: 'list, one profile',
    run: (signal) => store.list(id, signal) as Promise<unknown>,
    tell: (value) => (Array.isArray(value) ? counted(value.length, 'round') : typeof value),
  });
}

const trials = new WeakMap<Trial, RoundTrial>();

/** The saves of a run, where it may save. @throws {Unjudged} */
async function rounds(trial: Trial) {
  const store = requireStore(trial);
  if (!trial.options.writes)
    throw new Unjudged('saving rounds was not allowed: give `writes: true` (`--writes`)');
  let own = trials.get(trial);
  if (!own) {
    const made = new RoundTrial(trial, store);
    trials.set(trial, (own = made));
    trial.cleanups.push(() => made.end());
  }
  await own.begin();
  return own;
}

async function saved(trial: Trial) {
  const own = await rounds(trial);
  if (isSaved(trial, own.first, own.wish).result !== 'pass')
    throw new Unjudged('a new round was not saved (ROU-02)');
  return own;
}

async function changed(trial: Trial) {
  const own = await saved(trial);
  const { wish, first, listed } = own;
  const found = listed.filter(({ id }) => id === wish.id);
  if (found.length !== 1 || found[0]!.revision !== first.round?.revision)
    throw new Unjudged('a round that was saved was not listed (ROU-03)');
  await own.change();
  return own;
}

async function raced(trial: Trial) {
  const own = await changed(trial);
  const { wish, afterRetry, stale } = own;
  if (afterRetry.filter(({ id }) => id === wish.id).length !== 1)
    throw new Unjudged('a save that was tried again made a second round (ROU-07)');
  if (stale.isSaved) throw new Unjudged('an old revision is no conflict (ROU-06)');
  await own.race();
  await nextTurn();
  return own;
}

function isSaved(trial: Trial, { answer, isSaved, round }: Saved, wish: Round): Verdict {
  if (!answer.ok) return failed(ofFailure(answer.failure, trial.adapter));
  const is = isSaved && round?.id === wish.id && round.profile.id === wish.profile.id;
  if (is && round.revision > wish.revision) return passed();
  return failed({
    seen: !isSaved
      ? `It was answered with ${answer.value === undefined ? 'nothing' : kindOf(answer.value)}, and without \`saved: true\`.`
      : is
        ? `Its revision did not grow: it was ${wish.revision}, and is ${round.revision}.`
        : 'It was answered without the round as it is stored.',
    where: 'adapter.rounds.save',
    fix: 'Answer { saved: true, round } with the stored round: its revision one higher.',
  });
}

/** How much of a text or a list of the kit’s own round came back. */
function lengthsAt(place: string, before: unknown, after: unknown): string {
  const path = place.split('/').slice(1);
  const [one, other] = [valueAt(before, path), valueAt(after, path)];
  if (other === undefined) return ': it is gone';
  const [what, many] = Array.isArray(one) ? ['entry', 'entries'] : ['character', 'characters'];
  if (typeof one !== typeof other || !hasLength(one) || !hasLength(other))
    return `: as ${kindOf(other)}`;
  return one.length === other.length
    ? ''
    : `: ${grouped(other.length)} of ${counted(one.length, what, many)}`;
}

function hasLength(value: unknown): value is { readonly length: number } {
  return typeof value === 'string' || Array.isArray(value);
}

/** A round without what no version of the library knows. */
function known(round: Round): unknown {
  return JSON.parse(
    JSON.stringify(round, (key: string, value: unknown) => (key === 'later' ? undefined : value)),
  );
}
