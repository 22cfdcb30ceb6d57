/** What is said about a patient in a round, and what of it goes on into the next one. */
import type { MarkerExemption, Round, RoundMember } from '../../adapter/index.ts';
import type { CalendarDate } from '../../record/index.ts';

/** A patient of whom nothing has been said. */
export function newMember(patientId: string): RoundMember {
  return { patientId, status: 'new' };
}

/** Whether an exemption, of a patient or of one marker, holds on a day, its last day included. */
export function isInForce(until: CalendarDate | undefined, asOf: CalendarDate): boolean {
  return !until || until >= asOf;
}

/**
 * The member on a day: an exemption that has ended is something to follow up, its note kept. Whoever set
 * an end wanted the patient looked at again then; *new* would hide that the patient is known.
 */
export function memberOn(member: RoundMember, asOf: CalendarDate): RoundMember {
  if (member.status !== 'exempt' || isInForce(member.exemptUntil, asOf)) return member;
  return { ...member, status: 'to-follow-up' };
}

/** Whether two say the same: status, note and exemptions, whoever said it and when. */
export function sayTheSame(a: RoundMember, b: RoundMember): boolean {
  return said(a) === said(b);
}

function said({ status, note, exemptUntil, exemptions = [] }: RoundMember): string {
  const markers = exemptions.map(({ marker, note, until }) => [marker, note.trim(), until ?? null]);
  const end = status === 'exempt' ? (exemptUntil ?? null) : null;
  return JSON.stringify([status, note?.trim() ?? '', end, markers.sort()]);
}

/** Mine, with the note and the exempted markers of the other one too. */
export function joinMembers(mine: RoundMember, theirs: RoundMember): RoundMember {
  const notes = [theirs.note?.trim() ?? '', mine.note?.trim() ?? ''];
  const note = notes.filter((text, index) => text && !notes[1 - index]?.includes(text));
  const own = new Set(mine.exemptions?.map(({ marker }) => marker));
  return withExemptions({ ...mine, note: note.length > 0 ? note.join('\n') : (notes[0] ?? '') }, [
    ...(theirs.exemptions ?? []).filter(({ marker }) => !own.has(marker)),
    ...(mine.exemptions ?? []),
  ]);
}

/** The member with other exempted markers. */
export function withExemptions(
  { exemptions: _, ...member }: RoundMember,
  exemptions: readonly MarkerExemption[],
): RoundMember {
  return exemptions.length > 0 ? { ...member, exemptions } : member;
}

/**
 * What is said of a patient, with what a round that was open beside it says: both notes and all exempted markers stay,
 * and who is to be followed up in either still is. Answers `now` itself where nothing is added.
 */
export function takeIn(now: RoundMember, other: RoundMember): RoundMember {
  const { note, ...joined } = joinMembers(now, other);
  const isOthers =
    now.status === 'new' || (now.status === 'reviewed' && other.status === 'to-follow-up');
  const { status, exemptUntil } = isOthers ? other : now;
  const { by, at } = sayTheSame(now, newMember(now.patientId)) ? other : now;
  const { exemptUntil: _, by: __, at: ___, ...rest } = joined;
  const earlier = now.earlier ?? other.earlier;
  const taken = {
    ...rest,
    status,
    ...(note ? { note } : {}),
    ...(earlier ? { earlier } : {}),
    ...(exemptUntil ? { exemptUntil } : {}),
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

/** What goes on of one patient into the next round. */
export function carryOver(before: RoundMember): RoundMember {
  const { markers: _, ...member } = before;
  if (member.status !== 'reviewed') return member;
  const { patientId, left, note, exemptions = [] } = member;
  const earlier = note ?? member.earlier;
  return withExemptions(
    { ...newMember(patientId), ...(earlier ? { earlier } : {}), ...(left ? { left } : {}) },
    exemptions,
  );
}
