/** Answers that come late, out of order, or not at all: never one patient's data under another's name. */
import { expect } from '@open-wc/testing';
import { type ClinicAdapter, type PatientRecords } from '../../src/define.ts';
import { faultyAdapter } from '../../src/testing/index.ts';
import { clinic, inside, place, textOf, until } from './stage.ts';

/** Each with a diagnosis that names its patient, so that a mix-up shows. */
const patients = Array.from({ length: 6 }, (_, index): PatientRecords => {
  const id = `p${index}`;
  return {
    patient: { id, name: `Navn${index} Prøve`, birthDate: '1942-01-01', sex: 'female' },
    diagnoses: [{ code: 'P70', text: `Sygdom${index}`, from: '2022-03-14' }],
    medications: [{ code: 'N05AH04', text: `Middel${index}`, from: '2025-09-03' }],
  };
});

/** Answers when told to, in any order. */
class SlowClinic {
  readonly waiting: { readonly id: string; answer(): Promise<void>; fail(): Promise<void> }[] = [];
  readonly adapter: ClinicAdapter;

  constructor() {
    const ready = faultyAdapter({ description: clinic.description, patients });
    this.adapter = {
      ...ready,
      // It does not listen to the signal: an answer comes even when nobody wants it any more.
      patient: (id, request) =>
        new Promise((resolve, reject) => {
          this.waiting.push({
            id,
            answer: async () =>
              resolve(await ready.patient(id, request, new AbortController().signal)),
            fail: () => Promise.resolve(reject(new Error('away'))),
          });
        }),
    };
  }

  async asked(id: string) {
    return until(`asked for ${id}`, () => this.waiting.findLast((each) => each.id === id));
  }
}

/** Fails as soon as anything drawn belongs to another patient than the name in the heading. */
function guard(cockpit: Element, wanted: () => string | undefined): () => void {
  const check = () => {
    const text = textOf(cockpit);
    const names = new Set(
      [...text.matchAll(/(?:Navn|Sygdom|Middel)(\d)/g)].map(([, each]) => each),
    );
    if (names.size > 1) mixed.push(text);
    const id = wanted();
    if (names.size === 1 && id !== undefined && !names.has(id.slice(1)))
      mixed.push(`${id}: ${text}`);
  };
  const mixed: string[] = [];
  const watch = new MutationObserver(check);
  watch.observe(cockpit.shadowRoot!, { subtree: true, childList: true, characterData: true });
  return () => {
    watch.disconnect();
    check();
    expect(mixed).to.deep.equal([]);
  };
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 30));

it('another patient is opened while the first is under way: the late answer is dropped', async () => {
  const slow = new SlowClinic();
  const cockpit = place('overblik-cockpit', { adapter: slow.adapter, patientId: 'p0' });
  const first = await slow.asked('p0');
  const unmixed = guard(cockpit, () => cockpit.patientId);
  cockpit.patientId = 'p1';
  const second = await slow.asked('p1');
  await second.answer();
  await until('the second', () => textOf(cockpit).includes('Navn1 Prøve'));
  await first.answer();
  await settle();
  expect(textOf(cockpit)).to.contain('Navn1 Prøve').and.not.to.contain('Navn0');
  unmixed();
});

it('out of order, and a failure of the first after the second came: the second stays', async () => {
  const slow = new SlowClinic();
  const cockpit = place('overblik-cockpit', { adapter: slow.adapter, patientId: 'p2' });
  const first = await slow.asked('p2');
  cockpit.patientId = 'p3';
  const second = await slow.asked('p3');
  const unmixed = guard(cockpit, () => cockpit.patientId);
  await second.answer();
  await until('the second', () => textOf(cockpit).includes('Navn3 Prøve'));
  await first.fail();
  await settle();
  expect(textOf(cockpit)).to.contain('Navn3 Prøve').and.not.to.contain('kunne ikke hentes');
  unmixed();
});

it('the shown patient goes off the screen at once, and a failure shows nothing of it', async () => {
  const slow = new SlowClinic();
  const cockpit = place('overblik-cockpit', { adapter: slow.adapter, patientId: 'p0' });
  await (await slow.asked('p0')).answer();
  await until('the first', () => textOf(cockpit).includes('Sygdom0'));
  cockpit.patientId = 'p1';
  await cockpit.updateComplete;
  expect(textOf(cockpit)).not.to.match(/Navn0|Sygdom0|Middel0/);
  await (await slow.asked('p1')).fail();
  await until('failed', () => textOf(cockpit).includes('Patienten kunne ikke hentes'));
  expect(textOf(cockpit)).not.to.match(/Navn\d|Sygdom\d|Middel\d/);
});

it('flipped quickly twenty times, answered backwards: the last one stands', async () => {
  const slow = new SlowClinic();
  const cockpit = place('overblik-cockpit', { adapter: slow.adapter, patientId: 'p0' });
  await slow.asked('p0');
  const unmixed = guard(cockpit, () => cockpit.patientId);
  for (let flip = 1; flip <= 20; flip++) {
    cockpit.patientId = `p${flip % 6}`;
    // Some of the flips are drawn, some come within one turn.
    if (flip % 3) await cockpit.updateComplete;
    if (flip % 7 === 0) await slow.waiting[flip % slow.waiting.length]?.answer();
  }
  const asked = slow.waiting.length;
  await until('the last asked', () => slow.waiting.length > asked);
  expect(slow.waiting.at(-1)?.id).to.equal('p2');
  for (const each of [...slow.waiting].reverse()) {
    await each.answer();
    await settle();
  }
  expect(textOf(cockpit)).to.contain('Navn2 Prøve').and.to.contain('Sygdom2');
  unmixed();
});

it('another clinic with the same id: its own patient is shown', async () => {
  const slow = new SlowClinic();
  const cockpit = place('overblik-cockpit', { adapter: slow.adapter, patientId: 'p0' });
  const first = await slow.asked('p0');
  const other = { ...patients[1]!, patient: { ...patients[1]!.patient, id: 'p0' } };
  cockpit.adapter = faultyAdapter({ description: clinic.description, patients: [other] });
  await until('the other clinic’s', () => textOf(cockpit).includes('Navn1 Prøve'));
  await first.answer();
  await settle();
  expect(textOf(cockpit)).to.contain('Sygdom1').and.not.to.contain('Sygdom0');
});

it('rounds that answer late are not shown for the next patient', async () => {
  let answer: (() => void) | undefined;
  const ready = faultyAdapter(
    { description: clinic.description, patients },
    {
      rounds: [
        {
          id: 'r',
          revision: 1,
          profile: { id: 'dk.demens', version: '1.0.0' },
          asOf: '2026-05-01',
          members: [{ patientId: 'p0', status: 'reviewed', note: 'Note om Navn0' }],
        },
      ],
    },
  );
  const adapter: ClinicAdapter = {
    ...ready,
    rounds: {
      ...ready.rounds!,
      save: (...args) => ready.rounds!.save(...args),
      list: async (...args) => {
        await new Promise<void>((resolve) => {
          answer = resolve;
        });
        return ready.rounds!.list(...args);
      },
    },
  };
  const cockpit = place('overblik-cockpit', { adapter, patientId: 'p0' });
  await until('the first', () => textOf(cockpit).includes('Navn0 Prøve'));
  cockpit.patientId = 'p1';
  await until('the second', () => textOf(cockpit).includes('Navn1 Prøve'));
  answer?.();
  await until('rounds', () => !textOf(cockpit).includes('Henter runder'));
  const note = await until('note', () => inside<HTMLTextAreaElement>(cockpit, 'textarea.note'));
  expect(note.value).to.equal('');
  expect(
    inside<HTMLInputElement>(cockpit, '.pills :checked')?.parentElement?.textContent,
  ).to.contain('Ikke gennemgået');
});

it('an action’s late result is told under the patient it was done for', async () => {
  let answer: ((results: readonly { patientId: string; ok: boolean }[]) => void) | undefined;
  const adapter = faultyAdapter(
    { description: clinic.description, patients },
    {
      actions: [
        {
          id: 'queue',
          label: { da: 'Læg i kø' },
          scope: 'one',
          run: () =>
            new Promise((resolve) => {
              answer = resolve;
            }),
        },
      ],
    },
  );
  const cockpit = place('overblik-cockpit', { adapter, patientId: 'p0' });
  const queue = await until('action', () =>
    inside<HTMLButtonElement>(cockpit, '.deeds .button:not(.asks)'),
  );
  queue.click();
  await until('asked', () => answer);
  cockpit.patientId = 'p1';
  await until('the second', () => textOf(cockpit).includes('Navn1 Prøve'));
  answer?.([{ patientId: 'p0', ok: false }]);
  await settle();
  expect(textOf(cockpit)).not.to.contain('mislykkedes');
  cockpit.patientId = 'p0';
  await until('told', () => textOf(cockpit).includes('Læg i kø: mislykkedes'));
});
