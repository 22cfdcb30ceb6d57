/** That nothing of a patient is written anywhere while the clinic is read. */
import type { Trial } from '../trial.ts';
import type { ConformanceFinding, Verdict } from '../types.ts';
import { counted, judged, omitted, shareOf } from '../verdicts.ts';
import type { Writing } from '../watch.ts';
import { shall, should, type Requirement } from './requirement.ts';

export const privacyRequirements: readonly Requirement[] = [
  shall(
    'PRI-01',
    {
      source: 'privacy',
      da: 'Konsollen nævner ingen patient',
      en: 'The console names no patient',
      text: 'Nothing of a patient’s SHALL be written on the console: it is kept in logs, and seen by whoever helps.',
    },
    async (trial) =>
      leaks(
        trial,
        trial.watch.writings.filter(({ where }) => where.startsWith('console')),
        'Write counts and kinds, never what came; take trials out before it is released.',
      ),
  ),
  shall(
    'PRI-02',
    {
      source: 'privacy',
      da: 'Browserens lager rummer ingen patient',
      en: 'The browser’s storage holds no patient',
      text: 'Nothing of a patient’s SHALL be left in `localStorage` or `sessionStorage`.',
    },
    async (trial) => {
      if (!trial.watch.hasStorage) return omitted('There is no storage here: run it in the page.');
      return leaks(trial, trial.watch.stored, 'Keep nothing in the browser beyond the session.');
    },
  ),
  shall(
    'PRI-03',
    {
      source: 'privacy',
      da: 'Adresser nævner ingen patient',
      en: 'Addresses name no patient',
      text: 'No CPR number or name SHALL stand in an address that is fetched: addresses are kept in logs on the way.',
    },
    async (trial) => {
      const { requests, writings } = trial.watch;
      const verdict = await leaks(
        trial,
        writings.filter(({ where }) => !where.startsWith('console')),
        'Ask by your own key, or by POST with the number in the body.',
      );
      return {
        ...verdict,
        figures: [
          { name: 'requests during calls', value: requests.during },
          { name: 'requests between calls', value: requests.outside },
        ],
      };
    },
  ),
  should(
    'PRI-04',
    {
      source: 'privacy',
      da: 'Et id er ikke CPR-nummeret',
      en: 'An id is not the CPR number',
      text: '`patient.id` SHOULD be a key of the system’s own and not the CPR number: ids stand in events, in rounds, and in what a host keeps.',
    },
    async (trial) => {
      const { people, patients } = await trial.survey();
      if (people.idIsCpr === 0) return judged([]);
      return judged([
        {
          seen: `${counted(people.idIsCpr, 'patient')} (${shareOf(people.idIsCpr, patients)}) have their CPR number as id.`,
          where: 'patient.id',
          fix: 'Give the key by which your system knows the patient.',
        },
      ]);
    },
  ),
];

/** Looks for what is known of patients in what was written. */
async function leaks(trial: Trial, writings: readonly Writing[], fix: string): Promise<Verdict> {
  const { secrets } = await trial.survey();
  const found = new Map<string, number>();
  for (const { where, text } of writings)
    if (names(text, secrets)) found.set(where, (found.get(where) ?? 0) + 1);
  return judged(
    [...found].map(([where, count]): ConformanceFinding => ({
      seen: `${counted(count, 'time')} a name or a CPR number was written.`,
      where,
      fix,
    })),
    [{ name: 'looked through', value: writings.length }],
  );
}

function names(text: string, secrets: ReadonlySet<string>): boolean {
  if (text === '') return false;
  // Numbers are looked up; names are looked for, of which a clinic has some thousands.
  for (const [number] of text.matchAll(/\b\d{6}-?\d{4}\b/g)) if (secrets.has(number)) return true;
  for (const secret of secrets) if (!isNumber(secret) && text.includes(secret)) return true;
  return false;
}

function isNumber(secret: string): boolean {
  return /^\d/.test(secret);
}
