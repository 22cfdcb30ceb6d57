/** That the contract's page has every field of the types, and no other. */
import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { recordKinds, recordTypes } from '../../src/record/index.ts';
import { recordFields } from '../../src/record/check.ts';

const page = readFileSync('stories/docs/contract.mdx', 'utf8');
const sources = [
  'src/adapter/types.ts',
  'src/adapter/action-types.ts',
  'src/adapter/contact.ts',
  'src/record/request.ts',
  'src/record/types.ts',
];

/** Fields by interface, those that are needed in bold as the page has them. */
const declared = new Map<string, readonly string[]>(sources.flatMap(interfacesIn));
const drawn = new Map<string, readonly string[]>(
  [...page.matchAll(/^\*\*`(\w+)`\*\*\n\n((?:\|.*\n)+)/gm)].map(([, name = '', table = '']) => [
    name,
    rowsOf(table),
  ]),
);

/** What the page tells in its table of records, or in a sentence. */
const elsewhere =
  /^Supplied(?!Patient$)|Base$|^(CheckedPatient|Patient|Period|Rejection|Hint)|Record$|^RecordByType$|^(RecordKind|Strength)$/;

describe('the page of the contract', () => {
  it.each([...drawn])('%s has the fields that the type has', (name, fields) => {
    expect(fields).toEqual(declared.get(name));
  });

  it('has every type that an adapter hands over or is given', () => {
    const missing = [...declared.keys()].filter(
      (name) => !drawn.has(name) && !elsewhere.test(name),
    );
    expect(missing).toEqual([]);
  });

  it('has the fields of every record type', () => {
    const rows = new Map(
      [...page.matchAll(/^\| `(\w+)` +\| ([\w-]+) +\| (.*) \|$/gm)].map(
        ([, list = '', , fields = '']) => [list, fieldsIn(fields)],
      ),
    );
    for (const type of recordTypes) {
      const own = recordFields(type).filter(
        (field) => !['code', 'system', 'text', 'source'].includes(field),
      );
      expect([...new Set(rows.get(recordKinds[type].list))].sort(), type).toEqual([...own].sort());
    }
  });
});

function interfacesIn(file: string): readonly (readonly [string, readonly string[]])[] {
  const found: [string, readonly string[]][] = [];
  ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true).forEachChild(
    (node) => {
      if (!ts.isInterfaceDeclaration(node)) return;
      const fields = node.members.flatMap((member) => {
        if (!member.name || !ts.isIdentifier(member.name)) return [];
        const { text } = member.name;
        return [member.questionToken ? `\`${text}\`` : `**\`${text}\`**`];
      });
      found.push([node.name.text, fields]);
    },
  );
  return found;
}

function rowsOf(table: string): readonly string[] {
  return [...table.matchAll(/^\| ((?:\*\*)?`\w+`(?:\*\*)?) +\|/gm)].map(([, field = '']) => field);
}

function fieldsIn(cell: string): readonly string[] {
  return [...cell.matchAll(/`(\w+)`/g)].map(([, field = '']) => field);
}
