/** `overblik report --exemptions`: why patients are exempt, by the rounds that the clinic keeps. */
import { listRounds } from '../adapter/index.ts';
import { failureOf } from '../model/load/load.ts';
import { countExempted } from '../model/rounds/exempted-members.ts';
import type { Profile } from '../profile/index.ts';
import type { CalendarDate } from '../record/index.ts';
import type { ExactExemptions } from '../report/index.ts';
import { Unreadable, UsageError, type Call } from './command.ts';
import type { Source } from './source.ts';

/** What the clinic's rounds say on the last of the dates; of a profile that has no round nothing is told. */
export async function readExemptions(
  call: Call,
  profiles: readonly Profile[],
  { adapter, deadline }: Source,
  asOf: CalendarDate,
) {
  if (!call.isOn('exemptions')) return {};
  const { rounds } = adapter;
  if (!rounds)
    throw new UsageError(
      '--exemptions asks the clinic’s rounds, and there are none: it goes with an --adapter that has rounds.',
    );
  const exemptions: Record<string, ExactExemptions | undefined> = {};
  for (const { id } of profiles) {
    try {
      const stored = await listRounds(rounds, id, { deadline });
      exemptions[id] = countExempted(stored.rounds, id, asOf);
    } catch (error) {
      const { message } = failureOf(error, 'rounds');
      throw new Unreadable(`the rounds of ${id} could not be fetched: ${message}`);
    }
    if (!exemptions[id])
      call.io.err(`overblik: ${id}: the clinic has no round, and tells of no exemptions.\n`);
  }
  return { exemptions };
}
