/** Actions that ask what they are to say: written, filled in for each patient, sent once, and never lost without a word. */
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { ActionContext, ActionResult, HostAction } from '../../src/define.ts';
import { faultyAdapter } from '../../src/testing/index.ts';
import { isAccessible } from './in-depth.ts';
import { button, check, clickOn, placeList, press, rows } from './list.ts';
import {
  adapterWith,
  allInside,
  clinic,
  demens,
  drawn,
  inside,
  place,
  textOf,
  until,
} from './stage.ts';

const size = { width: 1500, height: 900 };
/** A profile that brings no messages. */
const { messages, ...plain } = demens;

/** An action that asks for a letter and a day, and tells what came to it. */
function letters(answer?: (ids: readonly string[]) => readonly ActionResult[] | Error) {
  const calls: ActionContext[] = [];
  const action: HostAction = {
    ...{ id: 'send', label: { da: 'Send brev', en: 'Send letter' }, scope: 'many' },
    fields: [
      {
        ...{
          id: 'letter',
          type: 'template',
          required: true,
          label: { da: 'Besked', en: 'Message' },
        },
        templates: [
          { id: 'a', title: { da: 'Hilsen' }, body: { da: 'Kære {fornavn}' } },
          { id: 'b', title: { da: 'Aftale' }, body: { da: 'Husk {næste aftale}' } },
        ],
      },
      { id: 'due', type: 'date', required: true, label: { da: 'Frist' }, min: 'P0D' },
    ],
    run(patients, context) {
      calls.push(context);
      const ids = patients.map(({ id }) => id);
      const said = answer?.(ids) ?? ids.map((patientId) => ({ patientId, ok: true }));
      return said instanceof Error ? Promise.reject(said) : Promise.resolve(said);
    },
  };
  return { action, calls };
}

type Form = ReturnType<typeof formOf>;
const formOf = (host: Element, dialog: string) => ({
  letter: inside<HTMLTextAreaElement>(host, `${dialog} textarea`)!,
  template: inside<HTMLSelectElement>(host, `${dialog} select`)!,
  due: inside<HTMLInputElement>(host, `${dialog} [type=date]`)!,
  go: () => inside(host, `${dialog} .primary`)!.click(),
});
const fill = (control: HTMLInputElement | HTMLTextAreaElement, value: string) => {
  control.value = value;
  control.dispatchEvent(new Event('input', { bubbles: true }));
};
const focused = (host: Element) => host.shadowRoot?.activeElement ?? null;
const words = (host: Element, selector: string) =>
  (inside(host, selector)?.innerText ?? '').replaceAll(/\s+/g, ' ');
const answer = async (host: Element, yes: string) => {
  const asked = await until('the question', () => inside(host, 'dialog.ask[open]'));
  [...asked.querySelectorAll('button')].find((each) => each.textContent.trim() === yes)!.click();
  await until('answered', () => !inside(host, 'dialog.ask'));
};

async function openList(
  action: HostAction,
  chosen: readonly number[] = [0, 1, 2],
  more: Record<string, unknown> = {},
) {
  const list = await placeList(
    { adapter: adapterWith({ actions: [action] }), profiles: [plain], ...more },
    size,
  );
  for (const index of chosen) await clickOn(check(rows(list)[index]));
  await clickOn(await until('the action', () => button(list, 'Send brev', '.footer')));
  await until('the form', () => inside(list, 'dialog.run[open] textarea'));
  return { list, form: formOf(list, 'dialog.run') };
}

const namesOf = (list: { readonly selectedIds: readonly string[] }) =>
  list.selectedIds.map(
    (id) => clinic.patients.find(({ patient }) => patient.id === id)!.patient.name,
  );

describe('the form over the list', () => {
  it('has the focus, tells what is wrong at its field, and sends each patient’s own', async () => {
    const { action, calls } = letters();
    const { list, form } = await openList(action);
    await until('the focus', () => focused(list) === form.template);
    await isAccessible(list);
    expect(form.letter.value, 'the only thing to begin with').to.equal('Kære {fornavn}');
    form.go();
    await until('the fault', () => form.due.getAttribute('aria-invalid') === 'true');
    expect(focused(list)).to.equal(form.due);
    const told = inside(list, `#${form.due.getAttribute('aria-describedby')}`);
    expect(told?.innerText).to.contain('Skal udfyldes.');
    await isAccessible(list);
    expect(calls).to.have.length(0);
    fill(form.due, '2026-12-01');
    form.go();
    await until('done', () => words(list, 'dialog.run').includes('3 af 3 lykkedes'));
    const firsts = namesOf(list).map((name) => name.split(' ')[0]);
    expect(list.selectedIds.map((id) => calls[0]?.content?.[id])).to.deep.equal(
      firsts.map((first) => ({ letter: `Kære ${first}`, due: '2026-12-01' })),
    );
  });

  it('previews the message to each in turn, and marks what is no placeholder', async () => {
    const { action } = letters();
    const { list, form } = await openList(action);
    const [first, second] = namesOf(list);
    const shown = () => words(list, '.preview');
    await until('the first', () => shown().includes(`${first} 1 af 3`));
    allInside(list, '.preview .turn')[1]!.click();
    await until('the second', () => shown().includes(`${second} 2 af 3`));
    expect(shown()).to.contain(`Kære ${second!.split(' ')[0]}`);
    fill(form.letter, '<b>Kære</b>\n{cpr}');
    form.letter.dispatchEvent(new Event('blur'));
    await until('the fault', () => words(list, '.fault').includes('Linje 2: {cpr}'));
    expect(inside(list, '.preview b'), 'text is text').to.equal(null);
  });

  it('tells whom something is missing for, leaves them out, and does not offer them again', async () => {
    const { action, calls } = letters();
    const { list, form } = await openList(action, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    fill(form.due, '2026-12-01');
    form.template.value = '1';
    form.template.dispatchEvent(new Event('change'));
    const gaps = await until('the gaps', () => inside(list, '.gaps'));
    const [, count] = /Næste aftale mangler for (\d+) patienter?/.exec(gaps.innerText)!;
    const rest = 10 - Number(count);
    expect(rest, 'some can be told').to.be.within(1, 9);
    expect(gaps.innerText).to.contain(`${rest} er tilbage`);
    await isAccessible(list);
    form.go();
    await until('done', () => words(list, 'dialog.run').includes(`${rest} af 10 lykkedes`));
    expect(words(list, 'dialog.run .results')).to.contain('ikke sendt: mangler næste aftale');
    expect(words(list, 'dialog.run .buttons')).not.to.contain('Prøv');
    const sent = calls.flatMap(({ content = {} }) => Object.values(content));
    expect(sent).to.have.length(rest);
    for (const { letter } of sent) expect(letter).to.match(/^Husk \d+\. \p{L}+ \d{4}/u);
  });

  it('is not lost by Escape, nor by Annullér, without a word', async () => {
    const { action } = letters();
    const { list, form } = await openList(action);
    form.letter.focus();
    await sendKeys({ type: ' x' });
    for (const close of [() => press('Escape'), () => press('Escape')]) {
      await close();
      await answer(list, 'Annullér');
      expect(inside(list, 'dialog.run[open]'), 'stays').to.not.equal(null);
      expect(form.letter.value).to.equal('Kære {fornavn} x');
      expect(focused(list)).to.equal(form.letter);
    }
    button(list, 'Annullér', 'dialog.run').click();
    await answer(list, 'Kassér');
    await until('closed', () => !inside(list, 'dialog.run[open]'));
    await until('the focus is not lost', () => focused(list));
    // What was discarded is gone, and nothing that is only as it began is asked about.
    await clickOn(button(list, 'Send brev', '.footer'));
    await until(
      'anew',
      () => inside<HTMLTextAreaElement>(list, 'dialog.run textarea')?.value === 'Kære {fornavn}',
    );
    await press('Escape');
    await until('closed at once', () => !inside(list, 'dialog.run[open]'));
  });

  it('begins with the profile’s own message, which is offered before the host’s', async () => {
    const { action } = letters();
    const { form } = await openList(action, [0], { profiles: [demens] });
    expect(form.letter.value).to.equal(messages[0]!.body.da);
    expect([...form.template.options].map(({ label }) => label)).to.deep.equal([
      ...['Indkald til demenskontrol', 'Hilsen', 'Aftale'],
    ]);
  });

  it('a template takes the place of what is written after a word alone', async () => {
    const { action } = letters();
    const { list, form } = await openList(action);
    fill(form.letter, 'Mine egne ord');
    await until('own', () => form.template.value === '');
    form.template.value = '1';
    form.template.dispatchEvent(new Event('change'));
    await answer(list, 'Annullér');
    expect(form.letter.value).to.equal('Mine egne ord');
    form.template.value = '1';
    form.template.dispatchEvent(new Event('change'));
    await answer(list, 'Erstat');
    await until('replaced', () => form.letter.value === 'Husk {næste aftale}');
  });

  it('puts a placeholder where the caret stands', async () => {
    const { action } = letters();
    const { list, form } = await openList(action);
    fill(form.letter, 'Kære , hej');
    form.letter.setSelectionRange(5, 5);
    button(list, 'fornavn', 'dialog.run').click();
    await until('inserted', () => form.letter.value === 'Kære {fornavn}, hej');
    expect(focused(list)).to.equal(form.letter);
  });

  it('asks before the page closes, and forgets at a logout and with another clinic', async () => {
    const { action } = letters();
    for (const leave of [undefined, adapterWith({ actions: [action] })]) {
      const { list, form } = await openList(action);
      const closes = () => dispatchEvent(new Event('beforeunload', { cancelable: true }));
      expect(closes(), 'nothing is written').to.equal(true);
      fill(form.letter, 'Hemmeligt');
      await until('asked', () => !closes());
      list.adapter = leave;
      await until('closed', () => !inside(list, 'dialog.run[open]'));
      await until('forgotten', () => closes());
      expect(textOf(list)).not.to.contain('Hemmeligt');
      list.parentElement!.remove();
    }
  });
});

describe('what came of it', () => {
  it('what is tried again says the same under the same key, whatever is unknown', async () => {
    let isDown = true;
    const { action, calls } = letters((ids) =>
      isDown ? new Error('lost') : ids.map((patientId) => ({ patientId, ok: true })),
    );
    const { list, form } = await openList(action);
    fill(form.due, '2026-12-01');
    fill(form.letter, 'Hej {fornavn}');
    form.go();
    await until('unknown', () => words(list, 'dialog.run').includes('3 ukendt'));
    isDown = false;
    button(list, 'Prøv de ukendte igen …', 'dialog.run').click();
    await answer(list, 'Gør det igen');
    await until('done', () => words(list, 'dialog.run').includes('3 af 3 lykkedes'));
    expect(calls[1]?.content).to.deep.equal(calls[0]?.content);
    expect(calls[1]?.patientKeys).to.deep.equal(calls[0]?.patientKeys);
  });

  it('what cannot succeed is told as such and not offered again; the rest is', async () => {
    const message = { da: 'Fritaget for Digital Post. Send brev i stedet.' };
    const { action, calls } = letters((ids) =>
      ids.map((patientId, at) =>
        at === 0
          ? { patientId, ok: false, permanent: true, message }
          : { patientId, ok: at !== 1 || calls.length > 1 },
      ),
    );
    const { list, form } = await openList(action);
    fill(form.due, '2026-12-01');
    form.go();
    await until('done', () =>
      words(list, 'dialog.run').includes('1 af 3 lykkedes · 1 mislykkedes · 1 ikke muligt'),
    );
    expect(words(list, 'dialog.run .results')).to.contain(`ikke muligt: ${message.da}`);
    button(list, 'Prøv de mislykkede igen', 'dialog.run').click();
    await until('again', () => calls.length === 2);
    expect(Object.keys(calls[1]!.content!)).to.deep.equal([list.selectedIds[1]]);
    await until('all that can be', () => words(list, 'dialog.run').includes('ikke muligt'));
    // The only one asked for again came first in that call.
    expect(words(list, 'dialog.run .buttons')).not.to.contain('Prøv');
  });
});

describe('the form in the cockpit', () => {
  const records = {
    patient: { id: 'p', name: 'Birthe Prøve', birthDate: '1942-01-01', sex: 'female' as const },
    diagnoses: [{ code: 'P70', text: 'Demens', from: '2022-03-14' }],
    medications: [{ code: 'N05AH04', text: 'Quetiapin 25 mg', from: '2025-09-03' }],
  };
  const openCockpit = async (action: HostAction) => {
    const adapter = faultyAdapter(
      { description: clinic.description, patients: [records] },
      { actions: [action] },
    );
    const cockpit = place('overblik-cockpit', { adapter, patientId: 'p', profiles: [plain] }, size);
    await until('ready', () => textOf(cockpit).includes('Birthe Prøve'));
    await drawn(cockpit);
    const open = async (): Promise<Form> => {
      const act = allInside(cockpit, '.advice .deeds button').find(({ textContent }) =>
        textContent.includes('Send brev'),
      );
      await clickOn(act);
      await until('the form', () => inside(cockpit, 'dialog.action[open] textarea'));
      return formOf(cockpit, 'dialog.action');
    };
    return { cockpit, open };
  };

  it('is for the one and because of the marker, and keeps what is written until a word', async () => {
    const { action, calls } = letters();
    const { cockpit, open } = await openCockpit(action);
    const form = await open();
    await until('the focus', () => focused(cockpit) === form.template);
    expect(words(cockpit, 'dialog.action')).to.contain('Send brev: Birthe Prøve');
    await isAccessible(cockpit);
    fill(form.letter, 'Kære {fornavn}: {årsag}');
    await until('the preview', () => words(cockpit, '.letter').startsWith('Kære Birthe: Antips'));
    await press('Escape');
    await answer(cockpit, 'Annullér');
    expect(inside(cockpit, 'dialog.action[open]')).to.not.equal(null);
    fill(form.due, '2026-12-01');
    form.go();
    await until('done', () => textOf(cockpit).includes('Send brev: udført'));
    await until('closed', () => !inside(cockpit, 'dialog.action[open]'));
    expect(focused(cockpit), 'the focus is where it was').to.not.equal(null);
    expect(calls[0]).to.deep.include({ from: 'cockpit', marker: 'antipsykotika' });
    expect(calls[0]?.content?.p?.letter).to.match(/^Kære Birthe: Antipsykotika ved demens/);
  });

  it('in a workspace it is there again when the cockpit was closed, until a word or a logout', async () => {
    const { action } = letters();
    const closes = () => dispatchEvent(new Event('beforeunload', { cancelable: true }));
    const adapter = faultyAdapter(
      { description: clinic.description, patients: [records] },
      { actions: [action] },
    );
    const workspace = place('overblik-workspace', { adapter, profiles: [plain] }, size);
    const cockpit = () => inside(workspace, 'overblik-cockpit')!;
    const open = async (): Promise<Form> => {
      workspace.patientId = 'p';
      const act = await until('what to do', () => {
        const found = inside(workspace, 'overblik-cockpit');
        const deeds = found ? allInside(found, '.advice .deeds button') : [];
        return deeds.find(({ textContent }) => textContent.includes('Send brev'));
      });
      await clickOn(act);
      await until('the form', () => inside(cockpit(), 'dialog.action[open] textarea'));
      return formOf(cockpit(), 'dialog.action');
    };
    const leave = async () => {
      workspace.patientId = undefined;
      await until('the cockpit is gone', () => !inside(workspace, 'overblik-cockpit'));
    };
    fill((await open()).letter, 'Hemmeligt');
    await until('asked', () => !closes());
    await leave();
    expect(closes(), 'it is still written').to.equal(false);
    expect((await open()).letter.value).to.equal('Hemmeligt');
    await press('Escape');
    await answer(cockpit(), 'Kassér');
    await until('nothing is written', () => closes());
    expect((await open()).letter.value, 'anew').to.equal('Kære {fornavn}');
    fill(formOf(cockpit(), 'dialog.action').letter, 'Hemmeligt');
    await leave();
    workspace.adapter = undefined;
    await until('forgotten', () => closes());
    workspace.adapter = adapter;
    expect((await open()).letter.value, 'after the logout').to.equal('Kære {fornavn}');
  });

  it('what failed is tried again as it was; what cannot succeed is not offered', async () => {
    let permanent = false;
    const { action, calls } = letters(([patientId = '']) => [{ patientId, ok: false, permanent }]);
    const { cockpit, open } = await openCockpit(action);
    const form = await open();
    fill(form.letter, 'Ordene');
    fill(form.due, '2026-12-01');
    form.go();
    await until('failed', () => textOf(cockpit).includes('Send brev: mislykkedes'));
    permanent = true;
    await clickOn(inside(cockpit, '.outcome button'));
    await until('again', () => calls.length === 2);
    expect(calls[1]?.content).to.deep.equal({ p: { letter: 'Ordene', due: '2026-12-01' } });
    expect(calls[1]?.patientKeys).to.deep.equal(calls[0]?.patientKeys);
    await until('told', () => textOf(cockpit).includes('Send brev: ikke muligt'));
    expect(inside(cockpit, '.outcome button')).to.equal(null);
  });
});
