/** What is pressed in the foot of the cockpit stands still from patient to patient, and a press meets who is shown. */
import { expect } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import type { ClinicAdapter } from '../../src/define.ts';
import { faultyRounds } from '../../src/testing/index.ts';
import { isDeep } from '../depth.ts';
import { clickOn, press } from './list.ts';
import { allInside, demens, inside, textOf, until } from './stage.ts';
import {
  adapterOf,
  alertInFoot,
  cockpitOf,
  deepFocus,
  inFoot,
  noteField,
  openDesk,
  openRow,
  placeShown,
  shownName,
  shows,
  statusOf,
  type Desk,
} from './worklist.ts';

const count = isDeep ? 12 : 6;

const long = 'Ringet til datteren, som vil ringe tilbage. Hjemmeplejen er spurgt om tryksår. ';

/** An earlier round, so that notes are suggested; every third is followed up with a note as long as they get. */
const worked = () =>
  faultyRounds([
    {
      id: 'r1',
      revision: 1,
      profile: { id: demens.id, version: demens.version },
      asOf: '2026-11-01',
      members: Array.from({ length: count }, (_, index) => ({
        patientId: `p${index + 1}`,
        status: index % 3 === 0 ? ('to-follow-up' as const) : ('new' as const),
        ...(index % 3 === 0 ? { note: long.repeat(index % 2 ? 1 : 3) } : {}),
        ...(index % 4 === 0 ? { by: 'Læge Bent Hansen', at: '2026-11-02T08:00:00Z' } : {}),
      })),
    },
  ]);

/** Each patient takes a moment, and longer while they are held back. */
function slow(adapter: ClinicAdapter) {
  let held: Promise<void> | undefined;
  return {
    adapter: {
      ...adapter,
      patient: async (...args: Parameters<typeof adapter.patient>) => {
        await (held ?? new Promise((resolve) => setTimeout(resolve, 20)));
        return adapter.patient(...args);
      },
    },
    /** Holds patients back until what it answers is called. */
    hold(): () => void {
      let release!: () => void;
      held = new Promise((resolve) => (release = resolve));
      return () => {
        held = undefined;
        release();
      };
    },
  };
}

const targets = (desk: Desk) =>
  allInside(cockpitOf(desk)!, '.foot .pills label, .foot .step, .foot .save');

const pill = (desk: Desk, words: string) =>
  allInside(cockpitOf(desk)!, '.foot .pills label').find(({ textContent }) =>
    textContent.includes(words),
  )!;

const centre = (element: Element): [number, number] => {
  const { left, top, width, height } = element.getBoundingClientRect();
  return [Math.round(left + width / 2), Math.round(top + height / 2)];
};

/** Looks at every frame where the targets stand, and whether they are the same elements. */
function watchFoot(desk: Desk) {
  const first = targets(desk);
  const placeOf = (element: Element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return [x, y, width, height].map(Math.round).join(' ');
  };
  const places = first.map(placeOf);
  const moved = new Set<string>();
  let isOver = false;
  const look = () => {
    if (isOver) return;
    const now = targets(desk);
    if (now.length !== first.length) moved.add(`${now.length} of ${first.length} are there`);
    now.forEach((each, at) => {
      const what = each.textContent.replaceAll(/\s+/g, ' ').trim();
      if (each !== first[at]) moved.add(`${what} is another element`);
      if (placeOf(each) !== places[at])
        moved.add(`${what}: ${places[at]} to ${placeOf(each)} at ${placeShown(desk)}`);
    });
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  return () => {
    isOver = true;
    return [...moved];
  };
}

/** Presses *Undtaget*, and says why. */
async function exempt(desk: Desk): Promise<void> {
  await clickOn(pill(desk, 'Undtaget'));
  const dialog = await until('asked why', () => inside(cockpitOf(desk)!, 'dialog.ask[open]'));
  await clickOn(dialog.querySelector('[value=declined]'));
  await clickOn(dialog.querySelector('.primary'));
}

const frames = async (number: number) => {
  for (let at = 0; at < number; at++)
    await new Promise((resolve) => requestAnimationFrame(resolve));
};

for (const size of [
  { width: 1366, height: 700 },
  { width: 400, height: 800 },
])
  it(`stands still through ${count} patients, whatever they have, at ${size.width} px`, async () => {
    const { adapter } = slow(adapterOf(count, worked()));
    const desk = await openDesk({ adapter }, size);
    await openRow(desk, 0);
    await frames(3);
    const stop = watchFoot(desk);
    for (let at = 0; at < count; at++) {
      await until(
        'the patient',
        () => placeShown(desk) === `${at + 1}/${count}` && noteField(desk),
      );
      if (at % 5 === 1) await clickOn(pill(desk, 'Til opfølgning'));
      if (at % 5 === 2) await exempt(desk);
      if (at % 5 === 3) {
        noteField(desk)!.focus();
        await sendKeys({ type: 'Ringes op' });
      }
      await frames(2);
      if (at % 2) inFoot(desk, /og næste|Markér gennemgået|^Gem$/).click();
      else inFoot(desk, 'Næste patient').click();
    }
    await until('the end', () => textOf(cockpitOf(desk)!).includes('Sidste på listen'));
    await frames(3);
    expect(stop()).to.deep.equal([]);
  });

describe('a press', () => {
  it('that goes down upon one patient and comes up upon the next changes neither, and says so', async () => {
    const desk = await openDesk();
    await openRow(desk, 0);
    await sendMouse({ type: 'move', position: centre(pill(desk, 'Til opfølgning')) });
    await sendMouse({ type: 'down' });
    desk.workspace.patientId = 'p2';
    await shows(desk, 'Bnavn');
    await sendMouse({ type: 'up' });
    await until('it is said', () => alertInFoot(desk).includes('Intet er ændret'));
    expect([statusOf(desk, 'p1'), statusOf(desk, 'p2')]).to.deep.equal(['new', 'new']);
    // And once more, for the one who is there.
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'up' });
    await until('set', () => statusOf(desk, 'p2') === 'to-follow-up');
    expect(statusOf(desk, 'p1')).to.equal('new');
    await until('no longer said', () => alertInFoot(desk) === '');
  });

  it('while the next patient is on the way is said to have met nobody, by pointer and by key', async () => {
    const { adapter, hold } = slow(adapterOf(5));
    const desk = await openDesk({ adapter });
    await openRow(desk, 0);
    const follow = pill(desk, 'Til opfølgning');
    for (const act of [
      () => clickOn(follow),
      () => press('f'),
      () => clickOn(inFoot(desk, /og næste/)),
    ]) {
      const before = desk.workspace.patientId!;
      const release = hold();
      inFoot(desk, 'Næste patient').click();
      await until('on the way', () => shownName(desk) === '');
      expect(pill(desk, 'Til opfølgning')).to.equal(follow);
      await act();
      await until('it is said', () => alertInFoot(desk).includes('Intet er ændret'));
      release();
      await until('the next', () => shownName(desk) && noteField(desk));
      const now = desk.workspace.patientId!;
      expect(now).to.not.equal(before);
      expect([statusOf(desk, before), statusOf(desk, now)]).to.deep.equal(['new', 'new']);
      expect(alertInFoot(desk)).to.contain('Intet er ændret');
      expect(allInside(cockpitOf(desk)!, '.foot .pills input:checked')).to.have.length(1);
    }
  });

  it('on a note that cannot be written yet is seen and heard to be so, under its name', async () => {
    const { adapter, hold } = slow(adapterOf(5));
    const desk = await openDesk({ adapter });
    await openRow(desk, 0);
    const look = (field: HTMLTextAreaElement) => {
      const { borderTopStyle, backgroundColor, cursor } = getComputedStyle(field);
      return { borderTopStyle, backgroundColor, cursor };
    };
    const writable = look(noteField(desk)!);
    const release = hold();
    inFoot(desk, 'Næste patient').click();
    await until('on the way', () => shownName(desk) === '');
    const field = inside<HTMLTextAreaElement>(cockpitOf(desk)!, '.foot textarea')!;
    expect(field.readOnly).to.equal(true);
    expect(field.labels[0]!.textContent.trim()).to.equal('Note');
    expect(field.placeholder).to.equal('Henter patienten');
    for (const [of, value] of Object.entries(look(field)))
      expect(value, of).to.not.equal(writable[of as keyof typeof writable]);
    release();
    await shows(desk, 'Bnavn');
    expect(look(noteField(desk)!)).to.deep.equal(writable);
    expect(noteField(desk)!.labels[0]!.textContent.trim()).to.equal('Note');
  });

  it('on the note of one who is on the way is in the note when they are there, letters and all', async () => {
    const { adapter, hold } = slow(adapterOf(5));
    const desk = await openDesk({ adapter });
    await openRow(desk, 0);
    const release = hold();
    inFoot(desk, 'Næste patient').click();
    await until('on the way', () => shownName(desk) === '');
    await clickOn(inside(cockpitOf(desk)!, '.foot textarea'));
    release();
    await shows(desk, 'Bnavn');
    await until('in the note', () => deepFocus() === noteField(desk));
    await sendKeys({ type: 'frj' });
    expect(noteField(desk)!.value).to.equal('frj');
    expect(statusOf(desk, 'p2')).to.equal('new');
    expect(shownName(desk)).to.contain('Bnavn');
  });
});
