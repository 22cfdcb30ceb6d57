/** Whatever is called something is called it in a line: what a host names without end is not drawn without end. */
import { describe, expect, it } from 'vitest';
import { demens } from '../../fixtures/profiles/index.ts';
import { readActions } from '../../src/adapter/actions.ts';
import { readDescription } from '../../src/adapter/description.ts';
import { listRounds } from '../../src/adapter/index.ts';
import { memoryRounds } from '../../src/adapter/rounds.ts';
import {
  drawnBeside,
  drawnName,
  drawnNote,
  nameAssignee,
  ProfileShelf,
  readRecipients,
} from '../../src/model/index.ts';
import { textsIn } from '../json/hostile-texts.ts';

const endless = 'ord '.repeat(100_000);
const longest = 1000 + ' […]'.length;

function expectShort(value: unknown): void {
  const lengths = textsIn(value).map(({ length }) => length);
  expect(Math.max(...lengths)).toBe(longest);
}

describe('a name without end is cut short, and ends with a mark', () => {
  it('of a clinic, its user and its sources', () => {
    const title = { da: endless.slice(0, 90_000), en: endless.slice(0, 90_000) };
    const source = { id: 'a', title, gives: title, types: ['medication'], available: true };
    const description = readDescription({
      ...{ name: endless, user: endless, coverage: {}, sources: [source] },
    })?.description;
    for (const part of Object.values({ ...description, coverage: endless.slice(0, 1004) }))
      expectShort(part);
    expect(description?.name.endsWith(' […]')).toBe(true);
  });

  it('of the team where it is drawn: whole it is stored with whoever is assigned to', () => {
    const team = [{ id: 'a', name: endless }];
    const read = readDescription({ name: 'K', coverage: {}, team })?.description.team;
    expect(read).toEqual(team);
    expectShort([nameAssignee({ id: 'a' }, read), nameAssignee(team[0]!)]);
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

  it('of who did something in a round, where it is drawn: what is stored goes back as it came', async () => {
    const exemptions = [{ marker: 'm', note: endless, by: endless }];
    const assignee = { id: 'a', name: endless };
    const member = { patientId: 'a', status: 'reviewed', note: endless, by: endless, assignee, exemptions } as const; // prettier-ignore
    const stored = { id: 'p#1', revision: 1, profile: { id: 'p', version: '1.0.0' }, asOf: '2026-11-01', members: [member] }; // prettier-ignore
    const store = memoryRounds([stored]);
    const { rounds } = await listRounds(store, 'p', { deadline: 1000 });
    expect(rounds[0]!.round.members).toEqual([member]);
    expectShort([nameAssignee(assignee, undefined), nameAssignee({ id: endless }, [])]);
    expectShort([drawnName(endless)]);
    expect(drawnNote(endless)).toHaveLength(4000 + ' […]'.length);
    expect(drawnNote(endless.slice(0, 4000))).toBe(endless.slice(0, 4000));
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

describe('two versions of a note, each as it is drawn beside the other', () => {
  const [most, mark] = [4000, ' […]'.length];
  const begun = 'a'.repeat(9000);

  it.each([
    ['differ at once', 'x', 'y'],
    ['differ where both are drawn', `${'a'.repeat(3999)}x`, `${'a'.repeat(3999)}y`],
    ['differ beyond what is drawn', `${begun}x`, `${begun}y${begun}`],
    ['differ right after it', `${'a'.repeat(4000)}x`, `${'a'.repeat(4000)}y`],
    ['are the beginning and more', begun, `${begun}y`],
    ['are one that is drawn whole, and more', 'a'.repeat(4000), 'a'.repeat(4001)],
    ['differ within a character', `${begun}😀`, `${begun}😁`],
    ['have a character where it begins', `${'a'.repeat(8799)}😀${'a'.repeat(199)}x`, `${'a'.repeat(8799)}😀${'a'.repeat(199)}y`], // prettier-ignore
    ['are nothing and very much', '', endless],
  ])('that %s are told apart', (_, mine, theirs) => {
    const drawn = [drawnBeside(mine, theirs), drawnBeside(theirs, mine)];
    expect(drawn[0]).not.toBe(drawn[1]);
    for (const each of drawn) {
      expect(each.length).toBeLessThanOrEqual(most + 2 * mark);
      // Half a character cannot be encoded.
      expect(() => encodeURIComponent(each)).not.toThrow();
    }
  });

  it('short or the same, they are drawn as any', () => {
    expect(drawnBeside('Ring', 'Ring i morgen')).toBe('Ring');
    expect(drawnBeside(endless, endless)).toBe(drawnNote(endless));
  });
});
