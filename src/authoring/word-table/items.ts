/** The items of the table *Datatyper*: what one would like to know of each member. */
import { wordTableDraft } from '../../i18n/phrases/word-table-words.ts';
import type { RecordType } from '../../record/index.ts';
import { textOf, type Line } from './blocks.ts';
import { readConditions } from './conditions.ts';
import { kindOf, patientFieldOf, saysNothing } from './labels.ts';
import type { Note } from './notes.ts';
import { codesOf, readRules, type RuleLine } from './rules.ts';
import type { TableRow } from './tables.ts';

/** An item before it has an id. */
export interface ItemDraft {
  readonly title: string;
  readonly rest: Readonly<Record<string, unknown>>;
}

export function itemsOf(row: TableRow, note: (note: Note) => void): readonly ItemDraft[] {
  const { kind } = row;
  if (kind === 'patient') return patientItems(row, note);
  return kind === undefined || kind === 'include' || kind === 'exclude'
    ? []
    : recordItems(row, kind, note);
}

function patientItems({ description, place }: TableRow, note: (note: Note) => void) {
  return partsOf(description).flatMap((text): readonly ItemDraft[] => {
    const field = patientFieldOf(text);
    if (field) return [{ title: raised(text), rest: { type: 'patient', field } }];
    note({ code: 'unknown-field', text, place: { ...place, column: 'description' } });
    return [];
  });
}

/** What is listed in lines, and between commas. */
function partsOf(lines: readonly Line[]): readonly string[] {
  return lines
    .flatMap(({ text }) => text.split(/\s*[,;]\s*|\s+(?:og|samt|and)\s+/iu))
    .map((text) => text.replace(/[\s.:]+$/u, ''))
    .filter((text) => text !== '' && !saysNothing(text));
}

function recordItems(
  row: TableRow,
  type: RecordType,
  note: (note: Note) => void,
): readonly ItemDraft[] {
  const tell = (code: Note['code'], text: string, column: 'description' | 'rules') =>
    note({ code, text, place: { ...row.place, column } });
  const given = row.rules.filter(({ text }) => !saysNothing(text));
  const { lines, unread } = readRules(given, type);
  for (const each of unread) note({ ...each, place: { ...row.place, column: 'rules' } });
  const labels = labelsOf(row.description, lines);
  if (labels.length === 0 && lines.length === 0) {
    tell('nothing-asked', row.label, 'description');
    return [];
  }
  const make = (title: string, codes: readonly RuleLine[]): ItemDraft => {
    const { when, isUnread } = readConditions(title, true);
    if (isUnread && when === undefined && asksDays.test(title))
      tell('condition-not-read', title, 'description');
    const asked = when === undefined ? {} : { when };
    if (codes.length > 0) return { title, rest: { type, codes: codesOf(codes), ...asked } };
    if (isWholeType(title, type)) return { title, rest: { type, ...asked } };
    tell('uncoded', title, 'description');
    return { title, rest: { type, uncoded: wordTableDraft.uncoded(title) } };
  };
  const named = lines.filter(({ label }) => label !== undefined);
  if (lines.length > 0 && named.length === lines.length) return byName(labels, named, make);
  if (lines.length === 0) return labels.map((label) => make(label, []));
  const singles = lines.flatMap((line) =>
    line.include.map((code): RuleLine => ({ ...line, include: [code] })),
  );
  const pairs = [lines, singles].find((each) => each.length === labels.length);
  if (pairs) return labels.map((label, index) => make(label, [pairs[index]!]));
  if (labels.length > 1) tell('labels-not-paired', textOf(row.description), 'description');
  return [make(labels.length > 0 ? labels.join(', ') : row.label, lines)];
}

const asksDays = /inden for|indenfor|tidligere|within/iu;

/** Lines that say what their codes are called; a label that none of them has is without codes. */
function byName(
  labels: readonly string[],
  named: readonly RuleLine[],
  make: (title: string, codes: readonly RuleLine[]) => ItemDraft,
): readonly ItemDraft[] {
  const key = (text: string) => text.toLowerCase().replace(/[^\p{L}\d]/gu, '');
  const titles = [...new Map(named.map(({ label = '' }) => [key(label), label])).values()];
  const found = titles.map((title) =>
    make(
      labels.find((label) => key(label) === key(title)) ?? raised(title),
      named.filter(({ label = '' }) => key(label) === key(title)),
    ),
  );
  const without = labels.filter((label) => !titles.some((title) => key(title) === key(label)));
  return [...found, ...without.map((label) => make(label, []))];
}

/** The names of what is asked, one a line: what stands between parentheses alone belongs to the line before. */
function labelsOf(description: readonly Line[], lines: readonly RuleLine[]): readonly string[] {
  const labels: string[] = [];
  let head = '';
  let isHeadAlone = false;
  for (const { text } of description) {
    if (saysNothing(text)) continue;
    const isInner = /^\([^()]+\)$/u.test(text);
    if (!isInner) {
      head = text.replace(/\s*\([^()]*\)$/u, '');
      isHeadAlone = head === text;
      labels.push(raised(text));
      continue;
    }
    if (isHeadAlone) labels.pop();
    isHeadAlone = false;
    labels.push(raised(head === '' ? text.slice(1, -1) : `${head} ${text}`));
  }
  const [only] = labels;
  if (labels.length !== 1 || only === undefined) return labels;
  // One line that lists as many as there are codes.
  const parts = only.split(/\s*[,;]\s*/u).filter((part) => part !== '');
  const codes = lines.flatMap(({ include }) => include).length;
  const isList =
    parts.length > 1 && (parts.length === codes || parts.length === lines.length || codes === 0);
  return isList ? parts.map(raised) : labels;
}

/** *Fremtidige aftaler*, *alle henvisninger*: every record of the type, as the format asks for them. */
function isWholeType(title: string, type: RecordType): boolean {
  const [, word = '', rest = title] =
    /^(alle|samtlige|fremtidige|kommende|næste|all|future|next)\s+(.*)$/iu.exec(title) ?? [];
  const isAhead = /^(?:fremtidige|kommende|næste|future|next)$/iu.test(word);
  return kindOf(rest) === type && (!isAhead || type === 'appointment');
}

function raised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
