/** Dialogs under texts of any length, wide and narrow: nothing is pushed out of reach. */
import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { check, clickOn, placeList, rows } from './list.ts';
import { adapterWith, allInside, clinic, demens, inside, place, until } from './stage.ts';

const spaced = 'Et langt navn med mange ord '.repeat(40).trim();
const unspaced = 'Ubrudt'.repeat(120);
const texts = [
  ['spaced', spaced],
  ['unspaced', unspaced],
] as const;
const widths = [1366, 400] as const;
const patientId = clinic.patients[0]!.patient.id;
const profileOf = (title: string) => ({
  ...demens,
  title: { da: title.slice(0, 200) },
  purpose: [{ da: title }],
});

/** What is wider than its place, or stands outside the window sideways. */
function pushedOut(root: Element): readonly string[] {
  const { clientWidth } = document.documentElement;
  const wide = root.scrollWidth > root.clientWidth + 1 ? ['scrolls sideways'] : [];
  const outside = [...root.querySelectorAll('*')].flatMap((each) => {
    const { left, right, width } = each.getBoundingClientRect();
    return width > 0 && (right > clientWidth + 1 || left < -1)
      ? [`${each.localName}.${each.className}: ${Math.round(left)}–${Math.round(right)}`]
      : [];
  });
  return [...wide, ...outside.slice(0, 3)];
}

/** A button in reach: within its dialog's scrolling, and no wider than the window. */
function inReach(dialog: Element, wanted: HTMLElement): boolean {
  wanted.scrollIntoView();
  const { top, bottom, left, right } = wanted.getBoundingClientRect();
  const box = dialog.getBoundingClientRect();
  return (
    top >= box.top - 1 &&
    bottom <= Math.min(box.bottom, innerHeight) + 1 &&
    left >= -1 &&
    right <= innerWidth + 1
  );
}

for (const width of widths)
  for (const [kind, text] of texts)
    describe(`${kind} texts at ${width} px`, () => {
      before(() => setViewport({ width, height: 700 }));
      after(() => setViewport({ width: 1600, height: 1500 }));
      const size = { width, height: 700 };

      it('the dialog that shares', async () => {
        const sharer = {
          recipients: [1, 2, 3].map((each) => ({ name: `${each} ${text}`, organisation: text })),
          share: () => Promise.resolve(),
        };
        const properties = { patientId, sharer, profiles: [profileOf(text)] };
        const cockpit = place('overblik-cockpit', properties, size);
        const open = await until('button', () =>
          allInside(cockpit, '.commands button').find((each) => each.title === 'Del kiggeadgang'),
        );
        open.click();
        const dialog = inside(cockpit, 'dialog.share')!;
        await until('form', () => dialog.querySelector('[name=recipient]'));
        expect(pushedOut(dialog)).to.deep.equal([]);
        expect(dialog.getBoundingClientRect().bottom).to.be.at.most(innerHeight + 1);
        expect(inReach(dialog, dialog.querySelector('.primary')!)).to.equal(true);
      });

      // The list keeps its width; the dialog has the window’s.
      it('the dialog of an action, and its results', async () => {
        const actions = [
          {
            id: 'a',
            label: { da: text },
            scope: 'many' as const,
            run: (patients: readonly { readonly id: string }[]) =>
              Promise.resolve(
                patients.map(({ id }) => ({ patientId: id, ok: false, message: { da: text } })),
              ),
          },
        ];
        const profiles = [profileOf(text)];
        const list = await placeList(
          { adapter: adapterWith({ actions }), profiles },
          { width: 1366, height: 700 },
        );
        await clickOn(check(rows(list)[0]));
        const act = await until(
          'action',
          () =>
            allInside(list, '.footer button').find(({ textContent }) =>
              textContent.includes(text.slice(0, 20)),
            ) ??
            allInside(list, '.footer button').find(({ textContent }) => /Mere/.test(textContent)),
        );
        act.click();
        const dialog = await until('dialog', () => {
          allInside(list, '[popover] button, .panel button')
            .find(({ textContent }) => textContent.includes(text.slice(0, 20)))
            ?.click();
          return inside<HTMLDialogElement>(list, 'dialog.run[open]');
        });
        const go = await until('begin', () => dialog.querySelector<HTMLElement>('.primary'));
        expect(pushedOut(dialog)).to.deep.equal([]);
        expect(inReach(dialog, go)).to.equal(true);
        go.click();
        await until('results', () => dialog.querySelector('.virtual-list, li, .outcome'));
        expect(pushedOut(dialog)).to.deep.equal([]);
        expect(dialog.getBoundingClientRect().bottom).to.be.at.most(innerHeight + 1);
      });
    });
