/** The criteria of the rows *Inklusionskriterier* and *Eksklusionskriterier*. */
import { normalizeCode, normalizeSystem, type RecordType } from '../../record/index.ts';
import { isJoining, textOf, type Cell } from './blocks.ts';
import { readConditions, queryOf } from './conditions.ts';
import { saysNothing } from './labels.ts';
import type { Note } from './notes.ts';
import { codesOf, readRules, type Joining, type RuleLine } from './rules.ts';
import type { TableRow } from './tables.ts';

/** A part of a row's description, and what joins it to the part before. */
interface Part {
  readonly text: string;
  readonly joining: Joining | undefined;
}

interface Piece {
  readonly criterion: object;
  readonly joining: Joining | undefined;
  /** It asks of the patient alone. */
  readonly isPatient: boolean;
}

/** The criterion of the rows of one kind; undefined where they ask for nothing that can be read. */
export function criterionOf(
  rows: readonly TableRow[],
  note: (note: Note) => void,
): object | undefined {
  let carried: Joining | undefined;
  const pieces = rows.flatMap((row): readonly Piece[] => {
    const { parts, begins, ends } = partsOf(row.description);
    const own = piecesOf(row, parts, note);
    const joining = begins ?? carried;
    carried = ends ?? (own.length === 0 ? joining : undefined);
    const whole = joined(own, row, note);
    return whole
      ? [{ criterion: whole, joining, isPatient: own.every(({ isPatient }) => isPatient) }]
      : [];
  });
  return joined(pieces, rows[0]!, note);
}

/** The rows that exclude whoever is not included exclude nobody: that is no criterion. */
export function isComplement({ description, rules }: TableRow): boolean {
  return (
    rules.every(({ text }) => saysNothing(text)) &&
    /(?:uden|ikke|without|not)(?!\p{L}).*(?:inklusion|inclusion)/iu.test(textOf(description))
  );
}

/** What joins two parts inside a sentence: *og/eller* always, the others where a new demand begins. */
const inSentence =
  /[\s,;]*(?<![\p{L}/])(?:(?<either>og\s*\/\s*eller|and\s*\/\s*or)|(?:(?:og\s+)?(?<relative>som|der)(?=\s+(?:ikke|aldrig)(?!\p{L})))|(?<word>eller|og|samt|or|and)(?=\s+(?:får|har|er|have|has|are|is|modtager|behandles|registreret|uden|ikke|som|der)(?!\p{L})))(?!\p{L})\s*:?\s*/giu;

function partsOf(description: Cell) {
  const parts: Part[] = [];
  let next: Joining | undefined;
  let begins: Joining | undefined;
  const add = (text: string) => {
    const bare = text.replace(/^[\s,;:.]+|[\s,;]+$/gu, '');
    if (bare === '') return;
    if (parts.length === 0) begins = next;
    parts.push({ text: bare, joining: parts.length === 0 ? undefined : next });
    next = undefined;
  };
  let text = '';
  const flush = () => {
    let at = 0;
    for (const match of text.matchAll(inSentence)) {
      add(text.slice(at, match.index));
      next = joiningOf(match[0]);
      at = match.index + match[0].length;
    }
    add(text.slice(at));
    text = '';
  };
  for (const line of description) {
    if (isJoining(line.text)) {
      flush();
      next = joiningOf(line.text);
      continue;
    }
    const [, word, rest] =
      /^(og\s*\/\s*eller|eller|og|samt|and\s*\/\s*or|or|and)\s*:?\s+(.*)$/iu.exec(line.text) ?? [];
    if (word !== undefined) {
      flush();
      next = joiningOf(word);
    }
    text += ` ${rest ?? line.text}`;
  }
  flush();
  return { parts, begins, ends: next };
}

function joiningOf(word: string): Joining {
  return /\/|eller|(?<!\p{L})or(?!\p{L})/iu.test(word) ? 'any' : 'all';
}

/** Of which type the records are that a code of a system is of; of SKS only its diagnoses are certain. */
function typeOf(line: RuleLine, description = ''): RecordType | undefined {
  switch (normalizeSystem(line.system)) {
    case 'ICPC-2':
    case 'ICD-10':
      return 'diagnosis';
    case 'SKS':
      return line.include.every((each) => normalizeCode('SKS', each).startsWith('D'))
        ? 'diagnosis'
        : undefined;
    case 'ATC':
      return /vaccin/iu.test(description) ? 'vaccination' : 'medication';
    case 'YDELSE':
      return 'service';
    case 'NPU':
    case 'LOINC':
      return 'result';
    default:
      return undefined;
  }
}

const mentions: readonly (readonly [RecordType, RegExp])[] = [
  ['diagnosis', /diagnos|icpc|icd|sygdom|lidelse/iu],
  ['medication', /atc|præparat|medicin|lægemid|behandl/iu],
  ['result', /prøve|måling|analyse|test|result/iu],
  ['service', /ydelse|service/iu],
  ['vaccination', /vaccin/iu],
];

function piecesOf(row: TableRow, parts: readonly Part[], note: (note: Note) => void): Piece[] {
  const tell = (
    code: Note['code'],
    text: string,
    column: 'description' | 'rules' = 'description',
  ) => note({ code, text, place: { ...row.place, column } });
  const described = textOf(row.description);
  const own = row.rules.filter(({ text }) => !saysNothing(text));
  // A table of two columns names its codes where it describes them.
  const isInText = own.length === 0;
  const { lines, unread } = readRules(isInText ? row.description : own, undefined);
  for (const each of isInText ? [] : unread)
    note({ ...each, place: { ...row.place, column: 'rules' } });
  const typed = lines.flatMap((line) => {
    const type = typeOf(line, described);
    if (!type) tell('type-unsaid', line.include.join(', '), 'rules');
    return type ? [{ line, type }] : [];
  });
  const groups = groupsOf(typed);
  const placed = groups.map((group, index) => placeOf(group.type, index, groups.length, parts));
  const pieces: Piece[] = [];
  const all = parts.length > 0 ? parts : [{ text: '', joining: undefined }];
  for (const [at, part] of all.entries()) {
    const within = groups.filter((_, index) => placed[index] === at);
    const text = isInText ? withoutCodes(part.text, within.length > 0) : part.text;
    const isOfResults = within.length > 0 && within.every(({ type }) => type === 'result');
    const conditions = readConditions(text, within.length > 0, isOfResults);
    if (text !== '' && conditions.isUnread) tell('condition-not-read', part.text);
    if (conditions.doubtful !== undefined) tell('age-doubtful', conditions.doubtful);
    if (conditions.value && !conditions.value.isLatest) tell('value-of-any', part.text);
    const { patient, isNegated } = conditions;
    const queries = within.map(({ type, lines: of, joining }, index) => ({
      criterion: { [type]: queryOf(codesOf(of), conditions) },
      joining: index === 0 ? undefined : joining,
      isPatient: false,
    }));
    const asked = joined(queries, row, note);
    const found = asked && isNegated ? { not: asked } : asked;
    if (found && isNegated) tell('read-as-not', part.text);
    const both = [...(patient ? [{ patient }] : []), ...(found ? [found] : [])];
    const first = within[0];
    const joining = part.joining ?? (at > 0 ? first?.joining : undefined);
    if (both.length > 0)
      pieces.push({
        criterion: both.length === 1 ? both[0]! : { all: both },
        joining,
        isPatient: !found,
      });
  }
  return pieces;
}

/** What of a description that names its codes is no code: they ask for nothing more. */
function withoutCodes(text: string, hasCodes: boolean): string {
  return hasCodes
    ? text.replace(/(?<!\p{L})\p{Lu}{1,5}\d[\p{Lu}\d.]*|\bICPC-2\b|\bICD-10\b|\d{4}/gu, ' ')
    : text;
}

interface Group {
  readonly type: RecordType;
  readonly lines: readonly RuleLine[];
  readonly joining: Joining | undefined;
}

/** Lines that stand beside each other and ask of the same type are one question, unless a word joins them. */
function groupsOf(typed: readonly { readonly line: RuleLine; readonly type: RecordType }[]) {
  const groups: Group[] = [];
  for (const { line, type } of typed) {
    const last = groups.at(-1);
    if (last && last.type === type && !line.joining)
      groups[groups.length - 1] = { ...last, lines: [...last.lines, line] };
    else groups.push({ type, lines: [line], joining: line.joining });
  }
  return groups;
}

/** The part of the description that a group of codes belongs to. */
function placeOf(type: RecordType, index: number, groups: number, parts: readonly Part[]): number {
  if (parts.length < 2) return 0;
  const open = parts.flatMap(({ text }, at) => (asksOfPatientAlone(text) ? [] : [at]));
  if (open.length === groups) return open[index]!;
  const word = mentions.find(([each]) => each === type)?.[1];
  const named = open.filter((at) => word?.test(parts[at]!.text));
  return named[0] ?? open[Math.min(index, open.length - 1)] ?? 0;
}

function asksOfPatientAlone(text: string): boolean {
  const { patient, isUnread } = readConditions(text, false);
  return patient !== undefined && !isUnread;
}

/** Several criteria as one. Of *og* and *eller* beside each other, *og* holds together more closely. */
function joined(
  pieces: readonly Piece[],
  row: TableRow,
  note: (note: Note) => void,
): object | undefined {
  if (pieces.length < 2) return pieces[0]?.criterion;
  const place = { ...row.place, column: 'description' } as const;
  const text = row.label;
  const words = pieces.slice(1).map(({ joining }, index): Joining => {
    if (joining) return joining;
    const isOfPatient = pieces[index]!.isPatient || pieces[index + 1]!.isPatient;
    note({ code: isOfPatient ? 'read-as-all' : 'read-as-any', text, place });
    return isOfPatient ? 'all' : 'any';
  });
  if (new Set(words).size > 1) note({ code: 'and-or-mixed', text, place });
  const alternatives: object[][] = [[pieces[0]!.criterion]];
  for (const [index, word] of words.entries()) {
    const { criterion } = pieces[index + 1]!;
    if (word === 'all') alternatives.at(-1)!.push(criterion);
    else alternatives.push([criterion]);
  }
  const each = alternatives.map((all) =>
    all.length === 1 ? all[0]! : { all: all.flatMap(within('all')) },
  );
  return each.length === 1 ? each[0] : { any: each.flatMap(within('any')) };
}

/** A list within a list of the same kind is one list. */
function within(key: Joining) {
  return (criterion: object): readonly object[] =>
    key in criterion ? ((criterion as Record<Joining, readonly object[]>)[key] ?? []) : [criterion];
}
