/** What the stories stand on: one made-up clinic, and adapters that behave in all the ways there are. */
import { render, type TemplateResult } from 'lit';
import { generateClinic } from '../fixtures/clinic/index.ts';
import { profiles } from '../fixtures/profiles/index.ts';
import {
  type ClinicAdapter,
  type HostAction,
  type Round,
  type RoundStatus,
  type TeamMember,
} from '../src/define.ts';
import { faultyAdapter, type FaultyOptions } from '../src/testing/index.ts';

export { profiles };
export const asOf = '2026-11-24';

/** Whom patients can be assigned to; the user is the first. */
const team: readonly TeamMember[] = [
  { id: 'AB', name: 'Anne Bendtsen', roles: ['laeger'] },
  { id: 'MK', name: 'Mette Kjær', roles: ['sygeplejersker'] },
  { id: 'laeger', name: 'Læger' },
  { id: 'sygeplejersker', name: 'Sygeplejersker' },
];

const made = generateClinic({ size: 1200 });
/** Those who are labelled, whom the stories show, and every fourth of the others: each story loads them anew. */
const kept = made.patients.filter(
  ({ patient, diagnoses = [], carePlans = [] }, index) =>
    index % 4 === 0 ||
    patient.id.startsWith('edge-') ||
    carePlans.length > 0 ||
    diagnoses.some(({ code }) => code.startsWith('P70')),
);
export const clinic = {
  ...made,
  patients: kept,
  description: { ...made.description, patients: kept.length, user: 'AB', team },
};

/** Makes an adapter over the clinic, with the faults that `options` name. */
export function adapterWith(options: FaultyOptions = {}): ClinicAdapter {
  return faultyAdapter(clinic, { openJournal: () => undefined, ...options });
}

/** A box of a size that a host might give. */
export function stage(content: TemplateResult, width = '100%', height = '100vh'): HTMLElement {
  const box = document.createElement('main');
  Object.assign(box.style, { inlineSize: width, maxInlineSize: '100%', blockSize: height });
  return fill(box, content);
}

/**
 * A frame as a host might give one, with all that a frame may do but for what `sandbox` and `allow` leave out. The
 * content is of this page, and is at home in the frame's document: what the frame may not do, the browser refuses.
 */
export function framed(
  content: TemplateResult,
  { sandbox, allow = '' }: { readonly sandbox: string; readonly allow?: string },
): HTMLElement {
  const frame = document.createElement('iframe');
  frame.title = 'Journalsystem';
  frame.setAttribute('sandbox', sandbox);
  frame.allow = allow;
  frame.addEventListener('load', () => {
    const { contentDocument: page } = frame;
    if (!page || page.body.firstElementChild) return;
    page.documentElement.lang = document.documentElement.lang;
    page.documentElement.style.background = 'Canvas';
    followTheme(page);
    page.title = frame.title;
    page.body.style.margin = '0';
    // The heading that a host's page has.
    const heading = page.createElement('h1');
    heading.textContent = frame.title;
    Object.assign(heading.style, { position: 'absolute', margin: '0', clipPath: 'inset(50%)' });
    const main = page.createElement('main');
    main.style.blockSize = '100vh';
    main.append(heading);
    page.body.append(fill(main, content));
  });
  const box = document.createElement('div');
  box.style.blockSize = '100vh';
  box.append(frame);
  Object.assign(frame.style, {
    display: 'block',
    inlineSize: '100%',
    blockSize: '100%',
    border: '0',
  });
  return box;
}

/** Keeps a frame's document as light or dark as the story's. */
function followTheme({ documentElement: inner }: Document): void {
  const { documentElement: outer } = document;
  const copy = () => (inner.style.colorScheme = outer.style.colorScheme);
  copy();
  new MutationObserver(copy).observe(outer, { attributeFilter: ['style'] });
}

/** What stands in the frame of a story, as soon as it is there. */
export function insideFrame(canvas: HTMLElement): Promise<HTMLElement> {
  return waitFor('the frame', () => {
    const body = canvas.querySelector('iframe')?.contentDocument?.body;
    return body?.firstElementChild && body;
  });
}

/** Ordinary patients to look at: on antipsychotics, and with nothing to say. */
export const patients = {
  medicated: idOf(
    ({ diagnoses = [], medications = [] }) =>
      diagnoses.some(({ code }) => code === 'P70') &&
      medications.some(({ code, to }) => code.startsWith('N05A') && to === undefined),
  ),
  planned: idOf(
    ({ carePlans = [], vaccinations = [], notes = [], correspondence = [] }) =>
      carePlans.length > 0 &&
      vaccinations.length > 1 &&
      notes.length > 0 &&
      correspondence.length > 0,
  ),
  young: idOf(({ patient }) => patient.birthDate > '2010'),
  undecided: 'edge-no-medication',
  dead: 'edge-dead',
  markup: 'edge-markup',
};

const withDementia = clinic.patients
  .filter(({ diagnoses = [] }) => diagnoses.some(({ code }) => code === 'P70'))
  .map(({ patient }) => patient.id);

/** A few who were in, and are no longer. */
const withoutDementia = clinic.patients
  .filter(({ patient, diagnoses = [] }) => !patient.deceased && diagnoses.length === 0)
  .slice(0, 3)
  .map(({ patient }) => patient.id);

/** A finished round of those with dementia, and one under way. */
export const startedRounds: readonly Round[] = [
  roundOf('earlier', '2026-05-12', 0, ['reviewed'], '2026-06-01'),
  roundOf('now', asOf, 3, ['reviewed', 'to-follow-up', 'new', 'exempt', 'new']),
];

/** The same, with every other patient assigned to somebody, and something due for some: yesterday, or later. */
export const plannedRounds: readonly Round[] = startedRounds.map((round) =>
  round.finished !== undefined
    ? round
    : {
        ...round,
        members: round.members.map((member, index) => {
          if (index % 2 === 0) return member;
          // One of them works there no longer.
          const { id, name } = [...team, { id: 'EH', name: 'Egon Holm' }][index % 5]!;
          const due = ['2026-11-23', '2026-12-08', '2027-03-01'][index % 3]!;
          return { ...member, assignee: { id, name }, ...(index % 4 === 1 ? { due } : {}) };
        }),
      },
);

const reasons = ['declined', 'done-elsewhere', 'not-relevant', 'wrong-data', 'disagree'] as const;

/** The same, with why somebody is exempt; of every third the marker alone, and once for a reason of a later version. */
export const exemptRounds: readonly Round[] = startedRounds.map((round) =>
  round.finished !== undefined
    ? round
    : {
        ...round,
        members: round.members.map((member, index) => {
          const reason =
            index === 9 ? 'moved-abroad' : reasons[Math.floor(index / 4) % reasons.length]!;
          if (member.status === 'exempt') return { ...member, exemptReason: reason };
          if (index % 3 !== 0) return member;
          const note = index % 2 === 0 ? 'Aftalt med plejehjemmet' : '';
          return { ...member, exemptions: [{ marker: 'antipsykotika', reason, note, by: 'AB' }] };
        }),
      },
);

const began = '2026-06-02';

/**
 * The same, with what the round is to reach: to be evaluated on the day that is looked from, or later; who came since it
 * began, who left, and of whom nobody can say it.
 *
 * @param tells Whether that was written: earlier it was not.
 */
export const aimedRounds = (evaluation: string, tells = true): readonly Round[] =>
  startedRounds.map((round) =>
    round.finished !== undefined
      ? round
      : {
          ...round,
          asOf: began,
          aim: {
            goal: 'Halvér antallet i antipsykotisk behandling. Alle har en psykometrisk test fra det seneste år.',
            ...{ evaluation, owner: { id: 'MK', name: 'Mette Kjær' } },
          },
          members: [
            ...round.members.map((member, index) => ({
              ...member,
              ...(tells && index !== 9 ? { joined: index % 7 === 5 ? '2026-08-10' : began } : {}),
              markers: [
                ...(index % 6 === 0 ? ['antipsykotika'] : []),
                ...(index % 2 === 0 ? ['ingen-test'] : []),
              ],
            })),
            ...(tells ? withoutDementia : []).map((patientId) => ({
              ...{ patientId, status: 'reviewed' as const, left: true, joined: began },
              markers: ['ingen-test'],
            })),
          ],
        },
  );

/** The round before had a goal, and the one under way has none yet. */
export const aimedBefore: readonly Round[] = aimedRounds('2026-11-20').flatMap((round) =>
  round.finished !== undefined
    ? []
    : [
        { ...round, id: 'aimed', finished: '2026-11-21' },
        ...startedRounds.filter(({ finished }) => finished === undefined),
      ],
);

const outcomes = ['sent', 'no-answer', 'called', 'booked', 'declined', 'unreachable'] as const;

/** The same, with attempts to reach some of them. */
export const contactedRounds: readonly Round[] = plannedRounds.map((round) =>
  round.finished !== undefined
    ? round
    : {
        ...round,
        members: round.members.map((member, index) => {
          if (index % 3 === 2) return member;
          const latest = { outcome: outcomes[index % outcomes.length]!, by: 'CD' };
          const first = { outcome: 'sent', at: '2026-10-12T09:30:00+02:00', by: 'AB' } as const;
          const next = latest.outcome === 'no-answer' ? { nextTry: '2026-12-01' } : {};
          const contact = [{ ...latest, ...next, at: '2026-11-19T14:05:00+01:00' }];
          return { ...member, contact: index % 2 === 0 ? contact : [first, ...contact] };
        }),
      },
);

function roundOf(
  id: string,
  began: string,
  without: number,
  statuses: readonly RoundStatus[],
  finished?: string,
): Round {
  return {
    id,
    revision: 1,
    profile: { id: 'dk.demens', version: '1.0.0' },
    asOf: began,
    ...(finished === undefined ? {} : { finished }),
    members: withDementia.slice(without).map((patientId, index) => ({
      patientId,
      status: statuses[index % statuses.length]!,
      ...(index % 4 === 1 ? { note: 'Ringet til pårørende' } : {}),
      by: 'AB',
      at: `${began}T10:00:00+01:00`,
    })),
  };
}

/** What the made-up host can do. It does nothing. */
export const hostActions: readonly HostAction[] = [
  { id: 'queue', label: { da: 'Læg i kø', en: 'Add to queue' }, scope: 'many', run: done },
  { id: 'message', label: { da: 'Send besked', en: 'Send message' }, scope: 'many', run: done },
];

/** An action that asks for a message, and one that asks what, by when and how urgent. */
export const askingActions: readonly HostAction[] = [
  {
    ...{ id: 'message', label: { da: 'Send besked', en: 'Send message' }, scope: 'many' },
    fields: [
      {
        ...{ id: 'body', type: 'template', required: true, maxLength: 2000 },
        label: { da: 'Besked', en: 'Message' },
        templates: [
          {
            id: 'reminder',
            title: { da: 'Husk din aftale', en: 'Remember your appointment' },
            body: {
              da: 'Kære {fornavn}\n\nHusk din aftale hos os {næste aftale}.\n\nVenlig hilsen\n{klinik}',
              en: 'Dear {first name}\n\nPlease remember your appointment with us on {next appointment}.\n\nKind regards\n{clinic}',
            },
          },
        ],
      },
    ],
    run: (those) =>
      Promise.resolve(
        those.map(({ id }, index) =>
          index === 0
            ? {
                ...{ patientId: id, ok: false, permanent: true },
                message: {
                  da: 'Fritaget for Digital Post. Send brev i stedet.',
                  en: 'Exempt from digital post. Send a letter instead.',
                },
              }
            : { patientId: id, ok: true },
        ),
      ),
  },
  {
    ...{ id: 'task', label: { da: 'Opret opgave', en: 'Create task' }, scope: 'many' },
    fields: [
      {
        ...{ id: 'what', type: 'text', required: true, maxLength: 120 },
        label: { da: 'Opgave', en: 'Task' },
      },
      {
        ...{ id: 'due', type: 'date', required: true, default: 'P14D', min: 'P0D' },
        label: { da: 'Frist', en: 'Due' },
      },
      { id: 'priority', type: 'priority', label: { da: 'Prioritet', en: 'Priority' } },
    ],
    run: done,
  },
];

function done(those: readonly { readonly id: string }[]) {
  return Promise.resolve(those.map(({ id }) => ({ patientId: id, ok: true })));
}

/** Clicks on things inside an element's shadow tree, each as soon as it is there and takes it. */
export async function clickIn(
  canvas: HTMLElement,
  tag: string,
  ...selectors: readonly string[]
): Promise<void> {
  for (const selector of selectors) (await findIn(canvas, tag, selector, takesClicks)).click();
}

/** Something inside an element's shadow tree, as soon as it is there, and is as it is asked. */
export function findIn(
  canvas: HTMLElement,
  tag: string,
  selector: string,
  isReady: (found: HTMLElement) => boolean = () => true,
): Promise<HTMLElement> {
  return waitFor(selector, () => {
    const found = deepFind(canvas, tag)?.shadowRoot?.querySelector<HTMLElement>(selector);
    return found && isReady(found) ? found : undefined;
  });
}

/**
 * What is looked for, as soon as it is found. A machine may be busy.
 *
 * @throws {Error} Where it is not found in a minute: a story that never ends would take those after it along.
 */
export async function waitFor<T>(
  what: string,
  find: () => T | null | undefined | false,
): Promise<T> {
  const end = performance.now() + 60_000;
  while (performance.now() < end) {
    const found = find();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  throw new Error(`Not there: ${what}`);
}

/**
 * Neither it nor, of a label, what it names is off, as a round's statuses are until the round is here; and a cockpit is
 * drawn whole: what is pressed for a patient who is still to come is refused.
 */
function takesClicks(element: HTMLElement): boolean {
  const control = element instanceof HTMLLabelElement ? element.control : element;
  if (element.closest('article.frame[aria-busy="true"]')) return false;
  return !control?.matches(':disabled, [aria-disabled="true"]');
}

function deepFind(root: ParentNode, tag: string): Element | undefined {
  const own = root.querySelector(tag);
  if (own) return own;
  for (const { shadowRoot } of root.querySelectorAll('*')) {
    const inner = shadowRoot && deepFind(shadowRoot, tag);
    if (inner) return inner;
  }
  return undefined;
}

function idOf(holds: (records: (typeof clinic.patients)[number]) => boolean): string {
  const found = clinic.patients.find((each) => !each.patient.id.startsWith('edge-') && holds(each));
  if (!found) throw new Error('The clinic has no such patient.');
  return found.patient.id;
}

function fill(box: HTMLElement, content: TemplateResult): HTMLElement {
  render(content, box);
  return box;
}
