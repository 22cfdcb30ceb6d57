import { combinationOf, type Profile } from '../../../profile/index.ts';
import type { DataType } from '../../../record/index.ts';
import type { ListRound, ListTab, OtherList } from '../types.ts';
import { controlsOf } from '../../controls.ts';
import { dearItems, nextAppointment } from './dear-items.ts';
import { columnKinds } from './kinds.ts';
import { filterKindOf } from './kinds/item.ts';
import { itemColumnId, type Column, type ColumnKind } from './types.ts';

export interface ColumnOptions {
  /** Whether there is a round, with statuses and notes. */
  readonly round?: boolean;
  /** Whether it is known who came since the last round. */
  readonly since?: boolean;
  /** Whether patients can be assigned to somebody, and whether anybody is: as long as nobody is, the column is hidden. */
  readonly assignee?: Use | undefined;
  /** Whether anything is due by a day. */
  readonly due?: Use | undefined;
  /** Whether anybody was contacted. */
  readonly contact?: Use | undefined;
  /** Whether it is known what other lists there are. */
  readonly others?: boolean;
}

type Use = 'offered' | 'used';

/** What a list's columns are, by what is known of its round. */
export function columnOptionsOf(
  round: ListRound | undefined,
  others: readonly OtherList[] = [],
): Required<ColumnOptions> {
  const { since, team = [], planned } = round ?? {};
  return {
    round: round !== undefined,
    since: since !== undefined,
    assignee: planned?.assignee ? 'used' : team.length > 0 ? 'offered' : undefined,
    due: planned?.due ? 'used' : round && 'offered',
    contact: planned?.contact ? 'used' : round && 'offered',
    others: others.length > 0,
  };
}

/** The columns of a profile: who, what needs attention, why here, then its items by data type. */
export function columnsOf(
  profile: Profile,
  tab: ListTab,
  { round = false, since = false, assignee, due, contact, others = false }: ColumnOptions = {},
): readonly Column[] {
  const isMembers = tab === 'members';
  const dear = dearItems(profile, assignee === 'used' && due === 'used');
  const next = nextAppointment(profile);
  const items = profile.information
    .filter((item) => !(item.type === 'patient' && shownAlready.has(item.field)))
    .map((item): Column => ({
      ...columnKinds.item.column,
      id: itemColumnId(item.id),
      kind: 'item',
      group: item.type,
      filter: filterKindOf(item),
      item,
      ...(dear.has(item.id) ? {} : { hidden: true }),
      ...(item === next ? { stays: true } : {}),
    }));
  const inGroup = (group: DataType) => items.filter((column) => column.group === group);
  const asked = new Set(
    profile.information.flatMap((item) => (item.type === 'patient' ? [item.field as string] : [])),
  );
  const rest = items.filter((column) => column.group !== 'patient');
  const groups = [...new Set(rest.map((column) => column.group))] as DataType[];
  const isCombined = combinationOf(profile) !== undefined;
  const columns: readonly Column[] = [
    ...(round ? [fixed('status')] : []),
    ...(['cpr', 'name', 'age', 'sex'] as const).map(fixed),
    ...inGroup('patient'),
    // Who looks after the patient, and where the patient lives, can always be asked for.
    ...(['practitioner', 'municipality'] as const).filter((field) => !asked.has(field)).map(fixed),
    // Markers, and so what follows from them, are asked of members only (R22).
    ...(isMembers ? [fixed('reasons')] : []),
    ...(isMembers && profile.markers ? [fixed('severity')] : []),
    ...(isCombined ? [fixed('lists')] : others ? [otherLists()] : []),
    ...planned('assignee', assignee),
    ...planned('due', due),
    ...planned('contact', contact),
    ...(round ? [fixed('exemption')] : []),
    ...(isMembers && controlsOf(profile).length > 0 ? [fixed('control')] : []),
    ...(isMembers && profile.indicators ? [fixed('indicator')] : []),
    isMembers ? { ...fixed('why'), hidden: true } : undecidedWhy(),
    ...(since ? [fixed('since')] : []),
    ...groups.flatMap((group) => [
      ...(group === 'diagnosis' ? [fixed('diagnoses')] : []),
      ...inGroup(group),
    ]),
    ...(round ? [fixed('note')] : []),
  ];
  // What a round says is set on each of the lists.
  return isCombined ? columns.map(withoutRound) : columns;
}

function withoutRound(column: Column): Column {
  return column.activation === 'status' ? { ...column, activation: 'row' } : column;
}

/** What else a patient is on: one step away, and filtered by. */
function otherLists(): Column {
  const { stays: _, ...column } = fixed('lists');
  return { ...column, hidden: true };
}

/** A column that is in the way as long as it is empty. */
function planned(kind: 'assignee' | 'due' | 'contact', use: Use | undefined): readonly Column[] {
  if (!use) return [];
  return [use === 'used' ? fixed(kind) : { ...fixed(kind), hidden: true }];
}

function fixed(kind: ColumnKind): Column {
  return { id: kind, kind, ...columnKinds[kind].column };
}

/** What is missing is a sentence or two, and of many kinds: wider, and without a filter. */
function undecidedWhy(): Column {
  const { filter: _, ...column } = fixed('why');
  return { ...column, width: 460, stays: true };
}

const shownAlready: ReadonlySet<string> = new Set(['cpr', 'name', 'age', 'sex']);
