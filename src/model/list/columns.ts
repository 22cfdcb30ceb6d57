import type { InformationItem, Profile, RecordItem } from '../../profile/index.ts';
import type { DataType } from '../../record/index.ts';
import { showOf } from '../cells.ts';
import type { ColumnView, ListTab, ListView } from './types.ts';

/** The header that stands over columns that belong together. */
export type ColumnGroup = DataType | 'attention';

export type ColumnKind =
  | 'cpr'
  | 'name'
  | 'age'
  | 'sex'
  | 'markers'
  | 'why'
  | 'priority'
  | 'control'
  | 'indicator'
  | 'status'
  | 'note'
  | 'since'
  | 'item';

/** What kind of filter fits a column; `codes` also offers what occurs, `number` a range. */
export type FilterKind = 'codes' | 'number' | 'date' | 'text' | 'choice' | 'marker' | 'status';

/** A column of the list: the fixed ones, whose id is their kind, and one per information item. */
export interface Column {
  /** Of an item `item:` and the item's id. */
  readonly id: string;
  readonly group: ColumnGroup;
  readonly kind: ColumnKind;
  /** Absent where there is nothing to filter by. */
  readonly filter?: FilterKind;
  /** `kind: "item"` only. */
  readonly item?: InformationItem;
  /** Width in CSS pixels at normal density. */
  readonly width: number;
  /** How it is before the user says otherwise. */
  readonly hidden?: boolean;
  readonly pinned?: boolean;
}

export interface ColumnOptions {
  /** Whether there is a round, with statuses and notes. */
  readonly round?: boolean;
  /** Whether it is known who came since the last round. */
  readonly since?: boolean;
}

/** The columns of a profile: who, what needs attention, why here, then its items by data type. */
export function columnsOf(
  profile: Profile,
  tab: ListTab,
  { round = false, since = false }: ColumnOptions = {},
): readonly Column[] {
  const isMembers = tab === 'members';
  const attention = (
    id: ColumnKind,
    filter: FilterKind | undefined,
    width: number,
    hidden = false,
  ) =>
    ({ id, group: 'attention', kind: id, width, hidden, ...(filter ? { filter } : {}) }) as const;
  const items = profile.information
    .filter((item) => !(item.type === 'patient' && shownAlready.has(item.field)))
    .map((item): Column => ({
      id: `item:${item.id}`,
      group: item.type,
      kind: 'item',
      filter: filterKindOf(item),
      item,
      width: narrowest,
    }));
  const inGroup = (group: DataType) => items.filter((column) => column.group === group);
  const rest = items.filter((column) => column.group !== 'patient');
  const groups = [...new Set(rest.map((column) => column.group))] as DataType[];
  return [
    ...(round
      ? [{ ...attention('status', 'status', 76), group: 'patient', pinned: true } as const]
      : []),
    { id: 'cpr', group: 'patient', kind: 'cpr', filter: 'text', width: 118, pinned: true },
    { id: 'name', group: 'patient', kind: 'name', filter: 'text', width: 176, pinned: true },
    { id: 'age', group: 'patient', kind: 'age', filter: 'number', width: 82 },
    { id: 'sex', group: 'patient', kind: 'sex', filter: 'choice', width: 76, hidden: true },
    ...inGroup('patient'),
    // Markers, and so what follows from them, are asked of members only (R22).
    ...(isMembers ? [attention('markers', 'marker', 270)] : []),
    ...(isMembers && controlsOf(profile).length > 0
      ? [attention('control', 'marker', 190, true)]
      : []),
    ...(isMembers && profile.indicators ? [attention('indicator', 'marker', 190, true)] : []),
    ...(isMembers ? [attention('priority', undefined, 220)] : []),
    attention('why', isMembers ? 'codes' : undefined, isMembers ? 170 : 460),
    ...(since ? [attention('since', 'choice', 110, true)] : []),
    ...groups.flatMap(inGroup),
    ...(round ? [attention('note', 'text', 220)] : []),
  ];
}

const shownAlready: ReadonlySet<string> = new Set(['cpr', 'name', 'age', 'sex']);

function filterKindOf(item: InformationItem): FilterKind {
  if (item.type === 'patient') {
    if (item.field === 'birthDate') return 'date';
    return ['insuranceGroup', 'municipality', 'practitioner'].includes(item.field)
      ? 'choice'
      : 'text';
  }
  if (item.show === 'count' || item.type === 'result') return 'number';
  return item.type === 'diagnosis' || item.type === 'medication' ? 'codes' : 'date';
}

/**
 * The services that are controls: those of which the profile shows the latest, or asks in a window. Who
 * has had none in the last 12 months misses it.
 */
export function controlsOf({ information }: Profile): readonly RecordItem[] {
  return information.filter(
    (item): item is RecordItem =>
      item.type === 'service' &&
      !item.uncoded &&
      (showOf(item) === 'latest' || item.when !== undefined),
  );
}

/** The columns as a view has them: in its order, with its widths, the pinned ones first. */
export function arrangeColumns(columns: readonly Column[], view: ListView): readonly Column[] {
  const views = new Map(view.columns.map((each) => [each.id, each]));
  const named = columns.filter(({ id }) => views.has(id));
  const order = [...views.keys()];
  named.sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
  // The columns that are named change places among themselves only.
  const placed = columns.map((column) => (views.has(column.id) ? named.shift()! : column));
  const arranged = placed.map((column) => ({ ...column, ...withoutId(views.get(column.id)) }));
  return [...arranged.filter(({ pinned }) => pinned), ...arranged.filter(({ pinned }) => !pinned)];
}

function withoutId(view: ColumnView | undefined): Omit<ColumnView, 'id'> {
  if (!view) return {};
  const { id: _, ...rest } = view;
  return rest;
}

/** Narrowest and widest of a column that is fitted to its texts, in CSS pixels. */
const narrowest = 84;
const widest = 250;
/** About one character of the base font, and what a cell adds around its text. */
const characterWidth = 7.2;
const cellPadding = 24;

/**
 * The width of an item's column: as its head and most of its texts need, so that what matters fits in view.
 * The longest of the texts may be cut: they are whole in the tooltip and the cockpit.
 *
 * @param lengths Characters in each cell of a sample.
 */
export function fitWidth(item: InformationItem, title: string, lengths: readonly number[]): number {
  const ascending = [...lengths].sort((a, b) => a - b);
  const most = ascending[Math.floor(ascending.length * 0.95)] ?? 0;
  const isTrend = item.type === 'result' && item.show === 'trend';
  const content = most + (isTrend ? sparklineCharacters : 0);
  const width = Math.max(Math.min(title.length + 1, 16), content) * characterWidth + cellPadding;
  // An address is there to be looked up, not compared.
  const limit = item.type === 'patient' ? 150 : widest;
  return Math.round(Math.min(limit, Math.max(narrowest, width)));
}

/** The line has its size in pixels, whatever the font; a bold number beside it is wider than its characters. */
const sparklineCharacters = 10;
