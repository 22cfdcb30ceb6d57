/** The page on events says what the elements send: each event, from where, with what, and whether it can be cancelled. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { filesIn } from '../files.ts';

const page = readFileSync('stories/docs/events.mdx', 'utf8');
const source = [
  'src/elements/shared/events.ts',
  'src/editor/element.ts',
  'src/editor/publish/panel.ts',
  'src/editor/archive/element.ts',
  'src/report-element/element.ts',
  'src/report-element/events.ts',
  'src/report-element/package/meeting.ts',
]
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');
const sections = new Map(
  page
    .split(/^## /m)
    .slice(1)
    .map((section) => [section.slice(0, section.indexOf('\n')), section]),
);

/** By event, the interface of its detail. */
const details = new Map(
  [...source.matchAll(/'(overblik-[\w-]+)': CustomEvent<(\w+)>/g)].map(
    ([, name = '', type = '']) => [name, type],
  ),
);

/** By event, the elements that say they send it. */
const senders = new Map<string, string[]>();
for (const [tag, file] of Object.entries({
  workspace: 'src/elements/workspace/workspace.ts',
  population: 'src/elements/population/element.ts',
  cockpit: 'src/elements/cockpit/element.ts',
  marker: 'src/elements/marker/marker.ts',
  profile: 'src/elements/profile/element.ts',
  'profile-editor': 'src/editor/element.ts',
  archive: 'src/editor/archive/element.ts',
  report: 'src/report-element/element.ts',
}))
  for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(
    /@fires \{[^}]*\} (overblik-[\w-]+)/g,
  ))
    senders.set(name, [...(senders.get(name) ?? []), tag]);

const cancelable = new Set(
  filesIn('src/elements').flatMap((file) =>
    [
      ...readFileSync(file, 'utf8').matchAll(/'(overblik-[\w-]+)',[^;]*?\{ cancelable: true \}/g),
    ].map(([, name]) => name),
  ),
);

it('has each event, and no other', () => {
  expect(details.size).toBeGreaterThan(10);
  expect([...sections.keys()].filter((name) => name.startsWith('overblik-')).sort()).toEqual(
    [...details.keys()].sort(),
  );
});

it.each([...details])('%s', (name, type) => {
  const section = sections.get(name) ?? '';
  const [, from = '', marks = ''] = /^From ((?:`[\w-]+`(?:, )?)+)(.*)$/m.exec(section) ?? [];
  expect([...from.matchAll(/[\w-]+/g)].map(([tag]) => tag)).toEqual(senders.get(name));
  expect(marks.includes('cancelable')).toBe(cancelable.has(name));
  expect([...section.matchAll(/^\| `(\w+)` /gm)].map(([, field]) => field)).toEqual(fieldsOf(type));
});

it('has the events of the grid', () => {
  const grid = readFileSync('src/elements/grid/grid.ts', 'utf8');
  for (const [, name = ''] of grid.matchAll(/@fires \{[^}]*\} (grid-\w+)/g))
    expect(page).toContain(`\`${name}\``);
});

/** The fields of a detail, in their order. */
function fieldsOf(type: string): readonly string[] {
  const own = type === 'ProblemDetail' ? readFileSync('src/adapter/reports.ts', 'utf8') : source;
  const name = type === 'ProblemDetail' ? 'ProblemReport' : type;
  const [, body = ''] = new RegExp(`interface ${name} \\{\\n([^]*?)\\n\\}`).exec(own) ?? [];
  return [...body.matchAll(/^ {2}readonly (\w+)\??:/gm)].map(([, field = '']) => field);
}
