/** What becomes of what is said about a patient: together with what another has said, and in the next round. */
import type { Round, RoundMember } from '../../adapter/index.ts';
import type { CalendarDate } from '../../record/index.ts';
import { asKept, fieldsOf, newMember, sayTheSame, withExemptions, withStatus } from './fields.ts';

/** Mine, with the note and the exempted markers of the other one too, and with what mine leaves open. */
export function joinMembers(mine: RoundMember, theirs: RoundMember): RoundMember {
  const notes = [theirs.note?.trim() ?? '', mine.note?.trim() ?? ''];
  const note = notes.filter((text, index) => text && !notes[1 - index]?.includes(text));
  let joined = mine;
  for (const { name, isSaid, put } of fieldsOf(theirs))
    if (name !== 'status' && !isSaid(mine)) joined = put(joined, theirs);
  return { ...asKept(joined), note: note.length > 0 ? note.join('\n') : (notes[0] ?? '') };
}

/**
 * What is said of a patient, with what a round that was open beside it says: both notes and all exempted markers stay,
 * and who is to be followed up in either still is. Answers `now` itself where nothing is added.
 */
export function takeIn(now: RoundMember, other: RoundMember): RoundMember {
  const { note, ...joined } = joinMembers(now, other);
  const isOthers =
    now.status === 'new' || (now.status === 'reviewed' && other.status === 'to-follow-up');
  const { by, at } = sayTheSame(now, newMember(now.patientId)) ? other : now;
  const { by: _, at: __, ...rest } = withStatus(joined, isOthers ? other : now);
  const earlier = now.earlier ?? other.earlier;
  const taken = {
    ...rest,
    ...(note ? { note } : {}),
    ...(earlier ? { earlier } : {}),
    ...(by ? { by } : {}),
    ...(at ? { at } : {}),
  };
  return sayTheSame(now, taken) && now.earlier === taken.earlier ? now : taken;
}

/**
 * A round that has not begun: what goes on from the one before it. Exempt stays exempt and to follow up stays, both with
 * note, who and when. Who was reviewed is new again, with the note as `earlier`; who was never reached stays new, note and
 * all. Exempted markers stay. An exemption that has ended goes along too: on which day that is, each reader's date says,
 * and the date of the one who begins the round may be wrong. Of those who left, only those of whom something is said.
 */
export function nextRound(
  id: string,
  profile: Round['profile'],
  asOf: CalendarDate,
  before: Round | undefined,
): Round {
  const members = before?.members.flatMap((each) => {
    const next = carryOver(each);
    const isSilent = sayTheSame(next, newMember(next.patientId)) && !next.earlier;
    return each.left && isSilent ? [] : next;
  });
  return { id, revision: 0, profile, asOf, members: members ?? [] };
}

/** What is said of each patient when the round after another has just begun. */
export function membersAfter(before: Round | undefined): ReadonlyMap<string, RoundMember> {
  if (!before) return new Map();
  const { id, profile, asOf } = before;
  const { members } = nextRound(id, profile, asOf, before);
  return new Map(members.map((each) => [each.patientId, each]));
}

/** Whoever has said something in a round since it began. */
export function speakerSince(
  begun: ReadonlyMap<string, RoundMember>,
  { members }: Round,
): RoundMember | undefined {
  return members.find(
    (each) => !sayTheSame(each, begun.get(each.patientId) ?? newMember(each.patientId)),
  );
}

/** What goes on of one patient into the next round. */
export function carryOver(before: RoundMember): RoundMember {
  const { markers: _, markersBefore: __, joined: ___, ...member } = before;
  if (member.status !== 'reviewed') return member;
  const { patientId, left, note, assignee, exemptions = [] } = member;
  const earlier = note ?? member.earlier;
  return withExemptions(
    {
      ...newMember(patientId),
      ...(earlier ? { earlier } : {}),
      ...(assignee ? { assignee } : {}),
      ...(left ? { left } : {}),
    },
    exemptions,
  );
}
