/** How much of the cockpit is seen at once, beside a list and as a whole page, and what that leaves in sight. */
import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import elderly from '../../fixtures/profiles/aeldre-medicinsk.json' with { type: 'json' };
import type { ClinicAdapter } from '../../src/define.ts';
import { clickOn } from './list.ts';
import { allInside, clinic, demens, drawn, inside, until } from './stage.ts';
import { adapterOf, cockpitOf, deepFocus, openDesk, openRow, type Desk } from './worklist.ts';

/** Under the bar of a journal, 34 px high, in a window of 1366 × 768. */
const beside = { width: 1366, height: 734 };
const page = { width: 1600, height: 966 };

/** One source is behind and another cannot be reached; what can be done is all that there is. */
function worn(): ClinicAdapter {
  const adapter = adapterOf(5);
  const coverage = {
    ...clinic.description.coverage,
    referral: { available: false, source: 'Kommune' },
    letter: { available: true, source: 'LPR3', updated: '2026-11-10', staleAfter: 'P3D' },
  };
  return {
    ...adapter,
    describe: async (signal) => ({ ...(await adapter.describe(signal)), coverage }),
    actions: [
      {
        id: 'queue',
        label: { da: 'Læg i kø' },
        scope: 'many',
        run: () => Promise.resolve([]),
      },
    ],
  };
}

async function opened(size: typeof beside): Promise<Desk> {
  const desk = await openDesk(
    {
      adapter: worn(),
      profiles: [demens, elderly],
      profileId: demens.id,
      sharer: { recipients: [], share: () => Promise.resolve() },
    },
    size,
  );
  await openRow(desk, 1);
  return desk;
}

const cards = (desk: Desk) =>
  allInside(cockpitOf(desk)!, '.advice > li').map((each) => each.getBoundingClientRect());

const topOf = ({ workspace }: Desk) => workspace.getBoundingClientRect().top;

describe('the room in a cockpit', () => {
  afterEach(() => document.documentElement.style.removeProperty('font-size'));
  after(() => setViewport({ width: 1600, height: 1500 }));

  // The journal of the demo sets 14 px; whoever sets nothing has 16.
  for (const [root, most] of [
    [14, 136],
    [16, 158],
  ] as const)
    it(`beside a list at 1366 × 768, type of ${root} px: advice begins at once, and two are seen whole`, async () => {
      document.documentElement.style.setProperty('font-size', `${root}px`);
      const desk = await opened(beside);
      const all = cards(desk);
      expect(all.length).to.be.at.least(2);
      expect(all[0]!.top - topOf(desk)).to.be.at.most(most);
      const foot = inside(cockpitOf(desk)!, '.foot')!.getBoundingClientRect();
      expect(all[1]!.bottom).to.be.at.most(foot.top);
    });

  it('beside a list: who it is, how grave, the tools and what is wrong with sources are seen; the rest is one step away', async () => {
    const desk = await opened(beside);
    const cockpit = cockpitOf(desk)!;
    const seen = (selector: string) =>
      allInside(cockpit, selector).filter((each) => each.checkVisibility());
    expect(seen('.commands .button').length).to.equal(5);
    for (const each of seen('.commands .button')) {
      const { width, height } = each.getBoundingClientRect();
      expect(Math.min(width, height), each.title).to.be.at.least(24);
      expect(each.title).to.not.equal('');
    }
    expect(seen('.levels .chip').length).to.be.at.least(1);
    expect(seen('.identity .cpr').length).to.equal(1);
    const wrong = seen('.about > .sources li').map(({ textContent }) => textContent);
    expect(wrong.some((each) => each.includes('Kommune'))).to.equal(true);
    expect(seen('.facts')).to.deep.equal([]);
    const more = inside(cockpit, '.all-sources > summary')!;
    const { top } = more.getBoundingClientRect();
    await clickOn(more);
    await until('the address', () => seen('.facts').length === 1);
    expect(seen('.all-sources > .sources li').length).to.be.above(0);
    expect(more.getBoundingClientRect().top, 'it stays where it was pressed').to.equal(top);
    expect(inside(cockpit, '.frame')!.scrollWidth).to.be.at.most(cockpit.clientWidth);
  });

  it('beside a list Tab goes through the head in the order that is seen', async () => {
    const desk = await opened(beside);
    const cockpit = cockpitOf(desk)!;
    cockpit.focus();
    const seen: (readonly [number, number, string])[] = [];
    for (let at = 0; at < 6; at++) {
      await sendKeys({ press: 'Tab' });
      const focused = deepFocus()!;
      const { top, left } = focused.getBoundingClientRect();
      seen.push([Math.round(top), Math.round(left), focused.outerHTML.slice(0, 60)]);
    }
    const sorted = [...seen].sort((one, other) => one[0] - other[0] || one[1] - other[1]);
    expect(seen).to.deep.equal(sorted);
  });

  it('a whole page at 1600 × 1000: the content begins at once, and the foot is two lines', async () => {
    document.documentElement.style.setProperty('font-size', '14px');
    const desk = await opened(page);
    await clickOn(inside(desk.workspace, '.wide'));
    const cockpit = cockpitOf(desk)!;
    await until('the whole page', () => cockpit.getBoundingClientRect().width > 1500);
    await drawn(cockpit);
    const parts = inside(cockpit, '.parts')!.getBoundingClientRect();
    expect(parts.top - topOf(desk)).to.be.at.most(126);
    const places = ['.assignee', '.due', '.contact-log > summary']
      .map((each) => inside(cockpit, `.foot ${each}`)?.getBoundingClientRect())
      .filter((each) => each !== undefined);
    expect(places.length).to.be.at.least(2);
    const [first] = places;
    for (const each of places) {
      expect(each.top).to.be.below(first!.bottom);
      expect(each.width).to.be.below(300);
    }
    expect(inside(cockpit, '.foot')!.getBoundingClientRect().height).to.be.at.most(80);
  });

  // The journal of the demo has 14 px; where the cockpit is beside the list there is no room for twice of it.
  for (const [where, size, root] of [
    ['beside a list', beside, 22],
    ['in a large window', page, 28],
    ['as a whole page', beside, 28],
    ['on a phone', { width: 400, height: 860 }, 28],
    ['in a very low window', { width: 1366, height: 400 }, 28],
  ] as const)
    it(`in large text, ${root} px, ${where}: what stays in sight leaves most for what is read`, async () => {
      document.documentElement.style.setProperty('font-size', '14px');
      await setViewport(size);
      const desk = await opened(size);
      const cockpit = cockpitOf(desk)!;
      document.documentElement.style.setProperty('font-size', `${root}px`);
      await drawn(cockpit);
      const side = inside(desk.workspace, '.side')!;
      const place = side.getBoundingClientRect();
      const inSight = (selector: string) => {
        const { top, bottom } = inside(cockpit, selector)!.getBoundingClientRect();
        return Math.max(0, Math.min(bottom, place.bottom) - Math.max(top, place.top));
      };
      // In the middle of what is scrolled both are in sight where they stick.
      side.scrollTop = (side.scrollHeight - side.clientHeight) / 2;
      expect(side.scrollTop).to.be.above(0);
      const taken = ['.identity', '.foot'].map(inSight);
      expect(Math.max(...taken)).to.be.at.most(place.height * 0.34);
      expect(taken[0]! + taken[1]!).to.be.at.most(place.height / 2);
      const save = inside(cockpit, '.foot .save')!;
      const button = save.getBoundingClientRect();
      expect(save.scrollWidth, 'its words are within it').to.be.at.most(save.clientWidth);
      expect(save.scrollHeight).to.be.at.most(save.clientHeight);
      expect(button.right).to.be.at.most(cockpit.getBoundingClientRect().right);
    });
});
