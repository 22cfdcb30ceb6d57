/**
 * Whatever a host answers to what the user does (an action, a status that is saved, the journal, a share), in whatever
 * way it fails: the console, `window.onerror` and rejected promises hear nothing of it, and the user is told in words.
 */
import { expect } from '@open-wc/testing';
import {
  memoryAdapter,
  type ClinicAdapter,
  type PatientRecords,
  type Sharer,
} from '../../src/define.ts';
import { someOf } from '../depth.ts';
import { ready, rows } from './list.ts';
import { allInside, clinic, inside, place, textOf, until } from './stage.ts';
import { fail, listenAnew, secret, throwingAtAll, told } from './unheard.ts';

/** Has a marker that an action is done because of. */
const member: PatientRecords = {
  patient: {
    id: '1',
    name: 'Anna Prøve',
    birthDate: '1942-01-01',
    sex: 'female',
    cpr: '0101420000',
  },
  diagnoses: [{ code: 'P70', text: 'Demens', from: '2022-03-14' }],
  medications: [{ code: 'N05AH04', text: 'Quetiapin 25 mg', from: '2025-09-03' }],
};
const { id } = member.patient;

// ── What a host answers ──────────────────────────────────────────────────────────────────────────

const thrower = () => throwingAtAll({});
const throwingPart = (part: string) =>
  Object.defineProperty({ patientId: id, ok: true }, part, { enumerable: true, get: fail });
function endless(): object {
  const ring: Record<string, unknown> = { secret };
  return Object.assign(ring, { ring, list: [ring] });
}
const never = () => new Promise<never>(() => undefined);

/** Every kind of answer, by what it is; each is made anew for each call. */
const answers: Readonly<Record<string, () => unknown>> = {
  throws: fail,
  rejects: () => Promise.reject(new Error(secret)),
  // What is no error can be thrown as well.
  'throws a text': () => { throw secret as unknown as Error; },
  'rejects with a text': () => Promise.reject(secret),
  'rejects with nothing': () => Promise.reject(undefined),
  'throws what throws': () => { throw thrower() as Error; },
  'rejects with what throws': () => Promise.reject(thrower()),
  'never answers': never,
  nothing: () => undefined,
  'a text': () => secret,
  'an error': () => new Error(secret),
  'what throws at all': thrower,
  'a promise of what throws': () => Promise.resolve({ then: undefined, get saved() { return fail(); } }),
  'what throws when it is awaited': () => Object.defineProperty({}, 'then', { get: fail }),
  'what throws while it is awaited': () => ({ then: fail }),
  'what rejects twice': () => ({ then: (_: unknown, no: (why: unknown) => void) => { no(new Error(secret)); no(secret); fail(); } }),
  'a list of what throws': () => Promise.resolve([thrower(), throwingPart('patientId')]),
  'a part that throws': () => Promise.resolve([throwingPart('message'), throwingPart('ok')]),
  'a ring': () => Promise.resolve(endless()),
  'its own words': () => Promise.resolve([{ patientId: id, ok: false, message: { da: secret, en: secret } }]),
  'a list of any length': () => Promise.resolve(new Array(4e9).fill(secret, 0, 3)),
}; // prettier-ignore

// ── What the user does ───────────────────────────────────────────────────────────────────────────

type Answer = () => unknown;

function clinicThat(more: Partial<ClinicAdapter>): ClinicAdapter {
  const description = { ...clinic.description, patients: 1 };
  return { ...memoryAdapter({ description, patients: [member] }), ...more };
}
const actionThat = (answer: Answer): Partial<ClinicAdapter> => ({
  actions: [{ id: 'a', label: { da: 'Læg i kø' }, scope: 'many', run: answer as never }],
});

const deadline = 1000;

async function list(adapter: Partial<ClinicAdapter>) {
  const element = place('overblik-population', { adapter: clinicThat(adapter), deadline });
  await ready(element);
  return element;
}

async function press(element: Element, selector: string, words: string): Promise<void> {
  const button = await until(words, () =>
    allInside(element, selector).find(({ textContent, title }) =>
      `${textContent} ${title}`.includes(words),
    ),
  );
  button.click();
}

/** Does something, with the host answering as it does; answers the element, and what it says of the outcome. */
const deeds: Readonly<
  Record<string, (answer: Answer) => Promise<readonly [Element, readonly string[]]>>
> = {
  'an action, from the list': async (answer) => {
    const element = await list(actionThat(answer));
    rows(element)[0]!.querySelector<HTMLElement>('[role=checkbox]')!.click();
    await press(element, '.footer button', 'Læg i kø');
    await press(element, 'dialog.run .primary', 'Læg i kø');
    return [element, ['ukendt', 'mislykkedes']];
  },
  'an action, from the cockpit': async (answer) => {
    const adapter = clinicThat(actionThat(answer));
    const element = place('overblik-cockpit', { adapter, patientId: id, deadline });
    await press(element, '.deeds button', 'Læg i kø');
    return [element, ['Prøv igen']];
  },
  'a status that is saved': async (answer) => {
    const save = answer as never;
    const element = await list({ rounds: { list: () => Promise.resolve([]), save } });
    await until('the round', () => element.round?.state.phase === 'ready');
    element.round!.setStatus([id], 'reviewed');
    return [element, ['gemt']];
  },
  'what the store holds, after a save': async (answer) => {
    let saved = false;
    const save = () => {
      saved = true;
      return Promise.reject(new Error(secret));
    };
    const held = () => (saved ? answer() : Promise.resolve([]));
    const element = await list({ rounds: { list: held as never, save } });
    await until('the round', () => element.round?.state.phase === 'ready');
    element.round!.setStatus([id], 'reviewed');
    return [element, ['gemt']];
  },
  'the journal, from a row': async (answer) => {
    const element = await list({ openJournal: answer as never });
    rows(element)[0]!.querySelector<HTMLElement>('.link')!.click();
    return [element, ['Journalen']];
  },
  'the journal, from the cockpit': async (answer) => {
    const adapter = clinicThat({ openJournal: answer as never });
    const element = place('overblik-cockpit', { adapter, patientId: id, deadline });
    await press(element, '.identity button', member.patient.cpr!.slice(0, 6));
    return [element, ['Journalen']];
  },
  'a share': async (answer) => {
    const sharer: Sharer = { recipients: [{ name: 'B', organisation: 'S' }], share: answer as never };
    const adapter = clinicThat({});
    const element = place('overblik-cockpit', { adapter, patientId: id, sharer, deadline });
    await press(element, '.commands button', 'Giv kiggeadgang');
    (await until('form', () => inside<HTMLInputElement>(element, '[name=recipient]'))).click();
    inside<HTMLTextAreaElement>(element, '[name=purpose]')!.value = 'Prøve';
    await press(element, 'dialog.share .primary', '');
    return [element, ['Det vides ikke', 'Delt med']];
  },
}; // prettier-ignore

/** The journal tells of no outcome: whatever it answers in peace is taken for well. */
const isWell = (deed: string, how: string) =>
  deed.startsWith('the journal') && !/^(throws|rejects|never)|at all|awaited|twice/.test(how);

type Case = readonly [how: string, answer: Answer];

/** Has some hosts answer at once, each to its own element; answers what was told. The user must be told. */
async function tried(deed: string, cases: readonly Case[]): Promise<readonly string[]> {
  listenAnew();
  const boxes = await Promise.all(
    cases.map(async ([how, answer]) => {
      const [element, words] = await deeds[deed]!(answer);
      const isSaid = () => words.some((word) => textOf(element).includes(word));
      if (!isWell(deed, how)) await until(`${how}: ${words.join(' or ')}`, isSaid);
      return element.parentElement!;
    }),
  );
  await new Promise((resolve) => setTimeout(resolve, 20));
  for (const each of boxes) each.remove();
  await new Promise((resolve) => setTimeout(resolve, 20));
  return told();
}

/** The more elements stand on a page, the longer each takes. */
const atOnce = 7;

for (const [place, deed] of Object.keys(deeds).entries()) {
  // Everyday every third answer, and of each deed others.
  const all = someOf(Object.entries(answers), 3, place);
  it(`${deed}: ${all.length} answers that are none`, async () => {
    const found: string[] = [];
    for (let at = 0; at < all.length; at += atOnce) {
      const cases = all.slice(at, at + atOnce);
      if ((await tried(deed, cases)).length === 0) continue;
      for (const each of cases)
        found.push(...(await tried(deed, [each])).map((words) => `${each[0]}: ${words}`));
    }
    expect(found.join('\n')).to.equal('');
  });
}
