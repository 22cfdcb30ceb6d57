/** R1, R2: code sets as CQL: where a system has a tree or ranges, as patterns of its codes. */
import type { CodeSet } from '../../profile/index.ts';
import {
  isHierarchical,
  normalizeSystem,
  parseCodeEntry,
  systemOf,
  type CodeEntry,
} from '../../record/index.ts';
import { addressesOf } from './addresses.ts';
import { comment, listOf, text } from './text.ts';

/** What a host calls its own systems: addresses, and the names that profiles have. */
export type OwnSystems = Readonly<Record<string, string>>;

/** A set as a tuple. */
export function codeSetTuple(set: CodeSet, own: OwnSystems): string {
  const system = normalizeSystem(set.system);
  const rules = systemOf(system);
  const named = Object.entries(own).flatMap(([address, of]) =>
    normalizeSystem(of) === system ? [address] : [],
  );
  const addresses = [
    ...new Set([...named, ...(rules?.aliases ?? [set.system]).flatMap(addressesOf)]),
  ];
  const excluded = set.exclude ?? [];
  return [
    `  ${comment(entriesOf(set))}`,
    '  Tuple {',
    `    system: ${text(system)},`,
    `    addresses: ${addresses.length > 0 ? listOf(addresses, 6) : `{ ${text(set.system)} }`},`,
    `    include: ${text(patternOf(system, set.include))},`,
    `    exclude: ${excluded.length > 0 ? text(patternOf(system, excluded)) : 'null as String'},`,
    `    dropsDots: ${rules?.dropsDots === true}, digits: ${rules?.digits ?? 'null as Integer'}`,
    '  }',
  ].join('\n');
}

/** Whether a system has an address that FHIR's codings can have: one that a host has named, or a published one. */
export function hasAddress(system: string, own: OwnSystems): boolean {
  const name = normalizeSystem(system);
  return (
    Object.values(own).some((of) => normalizeSystem(of) === name) ||
    (systemOf(name)?.aliases.flatMap(addressesOf).length ?? 0) > 0 ||
    /^(?:https?:|urn:)/i.test(system)
  );
}

function entriesOf({ system, include, exclude, names = {} }: CodeSet): string {
  const written = include.map((code) => {
    const title = Object.hasOwn(names, code) ? (names[code]?.en ?? names[code]?.da) : undefined;
    return title === undefined ? code : `${code} ${title}`;
  });
  const shown = written.slice(0, mostShown).join(', ');
  const more = written.length > mostShown ? `, and ${written.length - mostShown} more` : '';
  return `${system}: ${shown}${more}${exclude ? `; not ${exclude.join(', ')}` : ''}`;
}

const mostShown = 20;

/** All codes of entries, as one pattern that a whole code is held against. */
function patternOf(system: string, entries: readonly string[]): string {
  const isTree = isHierarchical(system);
  const alternatives = entries.flatMap((entry): readonly string[] => {
    const parsed: CodeEntry | undefined = parseCodeEntry(system, entry);
    if (!parsed) return [];
    if ('code' in parsed) return [`${literal(parsed.code)}${isTree ? '.*' : ''}`];
    return [`(${rangeOf(Array.from(parsed.from), Array.from(parsed.to))}).*`];
  });
  // Of one that can match nothing, for no profile that parses has such an entry.
  return alternatives.length === 0 ? '(?!)' : `(${alternatives.join('|')})`;
}

function literal(code: string): string {
  return code.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

/** All texts of one length between two of it, both included, in the order of code points. */
function rangeOf(from: readonly string[], to: readonly string[]): string {
  const [first = '', ...restFrom] = from;
  const [last = '', ...restTo] = to;
  if (restFrom.length === 0) return signs(first, last);
  if (first === last) return `${literal(first)}(${rangeOf(restFrom, restTo)})`;
  const any = '.'.repeat(restFrom.length);
  const between =
    code(last) - code(first) > 1 ? [`${signs(moved(first, 1), moved(last, -1))}${any}`] : [];
  return [
    `${literal(first)}(${rangeOf(
      restFrom,
      restFrom.map(() => highest),
    )})`,
    ...between,
    `${literal(last)}(${rangeOf(
      restTo.map(() => lowest),
      restTo,
    )})`,
  ].join('|');
}

const lowest = '0';
const highest = '\uffff';

function signs(first: string, last: string): string {
  if (first === last) return literal(first);
  return `[${literal(first)}-${literal(last)}]`;
}

function code(sign: string): number {
  return sign.codePointAt(0)!;
}

function moved(sign: string, by: number): string {
  return String.fromCodePoint(code(sign) + by);
}
