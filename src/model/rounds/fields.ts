/**
 * What is said of a patient in a round, field by field. What is compared, merged, taken back and taken in from another
 * round follows from this table: a further field is a further entry.
 */
import { parseISO } from 'date-fns/parseISO';
import {
  codeOfReason,
  mostAttempts,
  type ContactAttempt,
  type ExemptionReason,
  type MarkerExemption,
  type RoundMember,
} from '../../adapter/index.ts';
import type { CalendarDate } from '../../record/index.ts';

/** A patient of whom nothing has been said. */
export function newMember(patientId: string): RoundMember {
  return { patientId, status: 'new' };
}

/** What is said of a patient, each part of which is changed and taken back on its own. */
export type RoundField = 'status' | 'note' | 'exemption' | 'assignee' | 'due' | 'contact';

export interface MemberField {
  readonly name: RoundField;
  /**
   * Whether it stands for itself. Status, note and exemptions do not: a note tells why a status is as it is, so that of
   * two users who changed one each both versions are shown.
   */
  readonly standsAlone: boolean;
  readonly isSaid: (member: RoundMember) => boolean;
  readonly isSame: (a: RoundMember, b: RoundMember) => boolean;
  /** The one, with what the other says. */
  readonly put: (into: RoundMember, from: RoundMember) => RoundMember;
}

const status: MemberField = {
  name: 'status',
  standsAlone: false,
  isSaid: (member) => member.status !== 'new',
  isSame: (a, b) =>
    a.status === b.status &&
    (a.status !== 'exempt' ||
      (a.exemptUntil === b.exemptUntil && isSameReason(a.exemptReason, b.exemptReason))),
  put: withStatus,
};

/** The member, as far in the round as another, and exempt for the same reason until the same day. */
export function withStatus(
  { exemptUntil: _, exemptReason: __, ...into }: RoundMember,
  { status, exemptUntil, exemptReason }: RoundMember,
): RoundMember {
  return {
    ...into,
    status,
    ...(exemptReason ? { exemptReason } : {}),
    ...(exemptUntil === undefined ? {} : { exemptUntil }),
  };
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

/** No reason is none, however that is written. */
function isSameReason(a: ExemptionReason | undefined, b: ExemptionReason | undefined): boolean {
  return codeOfReason(a) === codeOfReason(b);
}

const note = optionalField('note', false, (a, b) => (a?.trim() ?? '') === (b?.trim() ?? ''));

/** Whoever is meant: a name that is written otherwise says nothing else. */
const assignee = optionalField('assignee', true, (a, b) => a?.id === b?.id);

const due = optionalField('due', true, (a, b) => a === b);

const plainFields: readonly MemberField[] = [status, note, assignee, due];

/** Whether a field stands for itself in a dispute, of which no note tells why it is as it is. */
export function standsAlone(field: RoundField): boolean {
  return field === 'contact' || plainFields.some((each) => each.name === field && each.standsAlone);
}

/** A part of a member that is there or not. */
function optionalField<Name extends 'note' | 'assignee' | 'due'>(
  name: Name,
  standsAlone: boolean,
  isSame: (a: RoundMember[Name] | undefined, b: RoundMember[Name] | undefined) => boolean,
): MemberField {
  return {
    name,
    standsAlone,
    isSaid: (member) => !isSame(member[name], undefined),
    isSame: (a, b) => isSame(a[name], b[name]),
    put({ [name]: _, ...into }, { [name]: value }) {
      return { ...(into as RoundMember), ...(value === undefined ? {} : { [name]: value }) };
    },
  };
}

/** The exemption of one marker: of others somebody else may have decided meanwhile. */
function exemptionOf(marker: string): MemberField {
  const of = ({ exemptions }: RoundMember) => exemptions && byMarker(exemptions).get(marker);
  return {
    name: 'exemption',
    standsAlone: false,
    isSaid: (member) => of(member) !== undefined,
    isSame: (a, b) => isSameExemption(of(a), of(b)),
    put: (into, from) => {
      const others = (into.exemptions ?? []).filter((each) => each.marker !== marker);
      const own = of(from);
      return withExemptions(into, own ? [...others, own] : others);
    },
  };
}

const decided = new WeakMap<readonly MarkerExemption[], ReadonlyMap<string, MarkerExemption>>();

/** Exemptions by their marker, of two of one the first; each list is looked through once. */
function byMarker(exemptions: readonly MarkerExemption[]): ReadonlyMap<string, MarkerExemption> {
  let known = decided.get(exemptions);
  if (!known) {
    const latestFirst = exemptions.toReversed().map((each) => [each.marker, each] as const);
    decided.set(exemptions, (known = new Map(latestFirst)));
  }
  return known;
}

function isSameExemption(a: MarkerExemption | undefined, b: MarkerExemption | undefined): boolean {
  if (!a || !b) return a === b;
  return a.note.trim() === b.note.trim() && a.until === b.until && isSameReason(a.reason, b.reason);
}

/** The member with other exempted markers. */
export function withExemptions(
  { exemptions: _, ...member }: RoundMember,
  exemptions: readonly MarkerExemption[],
): RoundMember {
  return exemptions.length > 0 ? { ...member, exemptions } : member;
}

/** One attempt to reach the patient: others that somebody else has made meanwhile stay. */
function contactOf(key: string): MemberField {
  const of = ({ contact }: RoundMember) => contact && byKey(contact).get(key);
  return {
    name: 'contact',
    standsAlone: true,
    isSaid: (member) => of(member) !== undefined,
    isSame: (a, b) => of(a)?.nextTry === of(b)?.nextTry && !of(a) === !of(b),
    put: (into, from) => {
      const log = into.contact ?? [];
      const had = log.findLastIndex((each) => contactKey(each) === key);
      const others = had < 0 ? log : log.toSpliced(had, 1);
      const own = of(from);
      return withContact(into, own ? [...others, own] : others);
    },
  };
}

const logs = new WeakMap<readonly ContactAttempt[], ReadonlyMap<string, ContactAttempt>>();

/** A log by what tells its attempts apart; each log is looked through once. */
function byKey(contact: readonly ContactAttempt[]): ReadonlyMap<string, ContactAttempt> {
  let known = logs.get(contact);
  if (!known) logs.set(contact, (known = new Map(contact.map((each) => [contactKey(each), each]))));
  return known;
}

/** Whether an attempt is among those that are logged of a member. */
export function hasAttempt({ contact }: RoundMember, attempt: ContactAttempt): boolean {
  return contact !== undefined && byKey(contact).has(contactKey(attempt));
}

const keys = new WeakMap<ContactAttempt, string>();

/** What tells an attempt from all others of a patient. */
function contactKey(attempt: ContactAttempt): string {
  let key = keys.get(attempt);
  if (key === undefined) {
    const { outcome, at, by } = attempt;
    keys.set(attempt, (key = JSON.stringify([outcome, at, by])));
  }
  return key;
}

/** The member with other attempts to reach the patient. */
export function withContact(
  { contact: _, ...member }: RoundMember,
  contact: readonly ContactAttempt[],
): RoundMember {
  return contact.length > 0 ? { ...member, contact } : member;
}

/** The member with as many attempts as are read, the latest: with one more it would not be read at all. */
export function asKept(member: RoundMember): RoundMember {
  const { contact = [] } = member;
  if (contact.length <= mostAttempts) return member;
  const moments = new Map(contact.map((each) => [each, parseISO(each.at).getTime() || 0]));
  const inTime = contact.toSorted((a, b) => moments.get(a)! - moments.get(b)!);
  const kept = new Set(inTime.slice(-mostAttempts));
  return { ...member, contact: contact.filter((each) => kept.has(each)) };
}

/** All that any of some versions says. */
export function fieldsOf(...versions: readonly RoundMember[]): readonly MemberField[] {
  const markers = new Set(
    versions.flatMap(({ exemptions = [] }) => exemptions.map(({ marker }) => marker)),
  );
  const contacts = new Set(
    versions.flatMap(({ contact }) => (contact ? [...byKey(contact).keys()] : [])),
  );
  if (markers.size + contacts.size === 0) return plainFields;
  return [...plainFields, ...[...markers].map(exemptionOf), ...[...contacts].map(contactOf)];
}

/** Whether two say the same, whoever said it and when. */
export function sayTheSame(a: RoundMember, b: RoundMember): boolean {
  return a === b || fieldsOf(a, b).every(({ isSame }) => isSame(a, b));
}

/** What two versions of a member say otherwise. */
export function differingFields(a: RoundMember, b: RoundMember): readonly RoundField[] {
  return fieldsOf(a, b).flatMap(({ name, isSame }) => (isSame(a, b) ? [] : [name]));
}

/** What has become of a member that two users have changed. */
export interface MergedMember {
  /** The stored one, with all that the user has changed. */
  readonly member: RoundMember;
  /** What both have changed, to different ends. */
  readonly disputed: readonly RoundField[];
}

/**
 * Merges what the user has said with what is stored: of each field that one of them alone has changed, that version is
 * taken.
 *
 * @param base What the user saw and changed.
 * @param disputes Whose version stands in what both have changed.
 */
export function mergeMembers(
  base: RoundMember,
  mine: RoundMember,
  theirs: RoundMember,
  disputes: 'mine' | 'theirs' = 'mine',
): MergedMember {
  let member = theirs;
  const disputed: RoundField[] = [];
  const fields = fieldsOf(base, mine, theirs);
  const together = fields.filter(({ standsAlone }) => !standsAlone);
  const alone = fields.filter(({ standsAlone }) => standsAlone);
  for (const unit of [together, ...alone.map((each) => [each])]) {
    const isSame = (a: RoundMember, b: RoundMember) => unit.every((each) => each.isSame(a, b));
    if (isSame(mine, base) || isSame(mine, theirs)) continue;
    if (!isSame(theirs, base)) {
      disputed.push(...unit.flatMap((each) => (each.isSame(mine, theirs) ? [] : [each.name])));
      if (disputes === 'theirs') continue;
    }
    for (const { put } of unit) member = put(member, mine);
  }
  return { member: signedAs(asKept(member), mine), disputed: [...new Set(disputed)] };
}

/** The member as if it had been changed by whoever has changed another, and then. */
function signedAs({ by: _, at: __, ...member }: RoundMember, { by, at }: RoundMember): RoundMember {
  return { ...member, ...(by ? { by } : {}), ...(at ? { at } : {}) };
}
