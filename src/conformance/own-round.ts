/** The round that the kit saves: with everything that a round may hold, and more, for nothing may be lost. */
import type { Round, RoundMember } from '../adapter/index.ts';
import type { CalendarDate } from '../record/types.ts';
import { ownRoundProfile } from './own-profiles.ts';

/** Members of the round: more than a page of anything. */
const mostMembers = 1500;

/** Nobody's ids: no patient of the clinic's is in it. */
function memberId(number: number): string {
  return `overblik-conformance-${number}`;
}

/** Signs that get lost on the way to a database and back, and a text as long as the fields take. */
const difficult =
  'Æblegrød på Østerbrogade, 5 % <b>ikke fed</b> & "citat" \'apostrof\' \\ \u{1f642}\nNy linje\n\n\tOg tabulator; DROP TABLE rounds; --';
const long = 'Lang tekst. '.repeat(333).trimEnd();

/** What stands in a round of a later version of the library, or of the store's own. */
const unknown = { later: { of: ['a later', { version: 2 }] } };

/**
 * Makes a round with a member for each thing that one may hold.
 *
 * @param id Another for each run: nothing that a run before it has left is touched.
 */
export function ownRound(id: string, asOf: CalendarDate): Round {
  const by = 'OK';
  const at = `${asOf}T10:00:00+01:00`;
  const first: RoundMember = {
    patientId: memberId(0),
    status: 'to-follow-up',
    note: difficult,
    earlier: long,
    exemptions: [
      {
        ...{
          marker: 'a',
          reason: 'declined',
          note: 'Ønsker det ikke',
          until: '2099-02-28',
          by,
          at,
        },
        ...unknown,
      },
    ],
    assignee: { id: 'role/1', name: 'Sekretærer', ...unknown },
    due: '2028-02-29',
    contact: [{ outcome: 'no-answer', at, by, nextTry: '2027-01-01' }],
    markers: ['a', 'b'],
    markersBefore: ['b'],
    joined: asOf,
    by,
    at,
    ...unknown,
  };
  return {
    id,
    revision: 0,
    profile: { ...ownRoundProfile },
    asOf,
    aim: {
      ...{ goal: 'Alle set', evaluation: '2028-02-29', owner: { id: 'OK' }, by, at },
      ...unknown,
    },
    undecided: [memberId(1)],
    members: [
      first,
      {
        patientId: memberId(1),
        status: 'exempt',
        exemptReason: 'a code of a later version',
        exemptUntil: '2030-12-31',
        left: true,
      },
      ...Array.from({ length: mostMembers - 2 }, (_, index): RoundMember => ({
        patientId: memberId(index + 2),
        status: index % 2 === 0 ? 'new' : 'reviewed',
      })),
    ],
    ...unknown,
  };
}
