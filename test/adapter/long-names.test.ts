/** Whatever is called something is called it in a line: what a host names without end is not drawn without end. */
import { describe, expect, it } from 'vitest';
import { demens } from '../../fixtures/profiles/index.ts';
import { readActions } from '../../src/adapter/actions.ts';
import { readDescription } from '../../src/adapter/description.ts';
import { listRounds } from '../../src/adapter/index.ts';
import { ProfileShelf, readRecipients } from '../../src/model/index.ts';
import { textsIn } from '../json/hostile-texts.ts';

const endless = 'ord '.repeat(100_000);
const longest = 1000 + ' […]'.length;

function expectShort(value: unknown): void {
  const lengths = textsIn(value).map(({ length }) => length);
  expect(Math.max(...lengths)).toBe(longest);
}

describe('a name without end is cut short, and ends with a mark', () => {
  it('of a clinic, its user, its team and its sources', () => {
    const title = { da: endless.slice(0, 90_000), en: endless.slice(0, 90_000) };
    const source = { id: 'a', title, gives: title, types: ['medication'], available: true };
    const description = readDescription({
      ...{ name: endless, user: endless, coverage: {}, sources: [source] },
      team: [{ id: 'a', name: endless }],
    })?.description;
    for (const part of Object.values({ ...description, coverage: endless.slice(0, 1004) }))
      expectShort(part);
    expect(description?.name.endsWith(' […]')).toBe(true);
  });

  it('of an action, as a text or in two languages', () => {
    const run = () => Promise.resolve([]);
    const labels = [endless, { da: endless, en: endless }];
    const { actions } = readActions(
      labels.map((label, at) => ({ id: `${at}`, label, scope: 'one', run })),
    );
    for (const { label } of actions) expectShort(label);
    expect(actions).toHaveLength(2);
  });

  it('of who did something in a round; a note stays whole', async () => {
    const member = { patientId: 'a', status: 'reviewed', note: endless, by: endless };
    const named = { ...member, assignee: { id: 'a', name: endless } };
    const round = { id: 'r', revision: 1, profile: { id: 'p', version: '1.0.0' }, asOf: '2026-11-01', members: [named] }; // prettier-ignore
    const store = { list: () => Promise.resolve([round]), save: () => Promise.reject(new Error()) };
    const { rounds } = await listRounds(store as never, 'p', { deadline: 1000 });
    const { note, by, assignee } = rounds[0]!.round.members[0]!;
    expect(note).toBe(endless);
    expectShort([by]);
    expectShort(assignee);
  });

  it('of a recipient, and of a profile that cannot be used', () => {
    const recipients = [{ name: endless, organisation: endless }];
    const { name, organisation } = readRecipients({ recipients } as never)[0]!;
    expectShort([name, organisation]);
    const [refused] = new ProfileShelf().check([{ ...demens, title: { da: endless } }]);
    expectShort([(refused as { title?: string }).title]);
  });
});

it('of recipients no more are read than anybody chooses among, whatever length their list claims', () => {
  let asked = 0;
  const count = <Answer>(answer: Answer): Answer => {
    asked++;
    return answer;
  };
  const given = new Array<object>(4_000_000).fill({ name: 'Bo', organisation: 'S' }, 0, 3);
  const recipients = new Proxy(given, {
    get: (list, key) => count(Reflect.get(list, key)),
    has: (list, key) => count(Reflect.has(list, key)),
  });
  expect(readRecipients({ recipients } as never)).toHaveLength(3);
  expect(asked).toBeLessThan(5000);
});
