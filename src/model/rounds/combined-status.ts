/** How far a patient has come in the rounds of several lists. */
import type { ContactAttempt, MarkerExemption } from '../../adapter/index.ts';
import { textIn, type CombinedPart, type Language } from '../../profile/index.ts';
import type { RowStatus } from '../list/types.ts';
import type { RoundModel } from './round.ts';
import { roundStatuses } from './statuses.ts';

/** The round of one of the lists. */
export interface RoundOfList {
  readonly part: CombinedPart;
  readonly round: RoundModel;
}

/** As far as on the list where the least is done; what is written on each is named by it. */
export function statusInAll(
  lists: readonly RoundOfList[],
  id: string,
  language: Language,
): RowStatus | undefined {
  const said = lists.map(({ part, round }) => {
    const status = round.statusOf(id);
    return { part, status, isUnknown: round.state.phase !== 'ready' && !status.pending };
  });
  if (said.length === 0) return undefined;
  const all = said.map(({ status }) => status);
  const least = Math.min(...all.map(({ status }) => roundStatuses.indexOf(status)));
  const status = roundStatuses[least]!;
  const dues = all.flatMap(({ due }) => due ?? []).sort();
  const contact = onceEach(all.flatMap((each) => each.contact ?? []));
  const conflict = all.find((each) => each.conflict)?.conflict;
  const reason = all.find((each) => each.exemptReason)?.exemptReason;
  const exemptions = said.flatMap(({ part, status: { exemptions: own = [] } }) =>
    own.flatMap((each): readonly MarkerExemption[] => {
      const marker = part.markers.get(each.marker);
      return marker === undefined ? [] : [{ ...each, marker }];
    }),
  );
  const written = (field: 'note' | 'earlier') =>
    said
      .flatMap(({ part: { title }, status: own }) =>
        own[field] === undefined
          ? []
          : said.length === 1
            ? [own[field]]
            : [`${textIn(title, language)}: ${own[field]}`],
      )
      .join(' · ');
  return {
    status,
    ...text('note', written('note')),
    ...text('earlier', written('earlier')),
    ...(dues[0] === undefined ? {} : { due: dues[0] }),
    ...(contact.length > 0 ? { contact } : {}),
    ...(status === 'exempt' && reason ? { exemptReason: reason } : {}),
    ...(exemptions.length > 0 ? { exemptions } : {}),
    ...(said.some(({ isUnknown }) => isUnknown) ? { isUnknown: true } : {}),
    pending: all.some(({ pending }) => pending),
    conflict,
    lists: said.map(({ part: { title }, status: own, isUnknown }) => ({
      ...{ title, isUnknown },
      status: own.status,
    })),
  };
}

/** One attempt that was logged on several lists at once is one. */
function onceEach(attempts: readonly ContactAttempt[]): readonly ContactAttempt[] {
  const keyOf = ({ outcome, by, at, nextTry }: ContactAttempt) =>
    JSON.stringify([outcome, by, at.slice(0, toTheMinute), nextTry]);
  return [...new Map(attempts.map((attempt) => [keyOf(attempt), attempt])).values()];
}

const toTheMinute = '2026-11-28T10:00'.length;

function text(field: 'note' | 'earlier', written: string): Pick<RowStatus, 'note' | 'earlier'> {
  return written === '' ? {} : { [field]: written };
}
