/** A workspace whose list is gone through, patient by patient, with its cockpit open. */
import {
  memoryAdapter,
  type ClinicAdapter,
  type OverblikPopulation,
  type OverblikWorkspace,
  type PatientRecords,
  type RoundStatus,
  type RoundStore,
} from '../../src/define.ts';
import { faultyRounds } from '../../src/testing/index.ts';
import { cell, clickOn, ready, rows } from './list.ts';
import { allInside, clinic, demens, drawn, inside, place, until } from './stage.ts';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Alike but for their names, which put them in order. */
const madePatients = (count: number): readonly PatientRecords[] =>
  Array.from({ length: count }, (_, index) => ({
    patient: {
      id: `p${index + 1}`,
      name: `${letters[index % letters.length]}navn${index + 1} Prøve`,
      birthDate: '1942-01-01',
      sex: 'female',
      cpr: `010142${String(1000 + index)}`,
    },
    diagnoses: [{ code: 'P70', text: 'Demens', from: '2022-03-14' }],
    medications: [{ code: 'N05AH04', text: 'Quetiapin 25 mg', from: '2025-09-03' }],
  }));

export function adapterOf(count: number, rounds: RoundStore = faultyRounds([])): ClinicAdapter {
  const patients = [...madePatients(count)];
  return {
    ...memoryAdapter({ description: { ...clinic.description, patients: count }, patients }),
    openJournal: () => undefined,
    rounds,
  };
}

export interface Desk {
  readonly workspace: OverblikWorkspace;
  readonly list: OverblikPopulation;
}

/** A workspace with its rows and its round. */
export async function openDesk(
  given: Partial<OverblikWorkspace> = {},
  size = { width: 1366, height: 700 },
): Promise<Desk> {
  const workspace = place(
    'overblik-workspace',
    { adapter: adapterOf(5), profiles: [demens], ...given },
    size,
  );
  const list = await until('the list', () =>
    inside<OverblikPopulation>(workspace, 'overblik-population'),
  );
  await ready(list);
  await until('the round', () => list.round?.state.phase === 'ready');
  return { workspace, list };
}

export const cockpitOf = ({ workspace }: Pick<Desk, 'workspace'>) =>
  inside<HTMLElementTagNameMap['overblik-cockpit']>(workspace, 'overblik-cockpit');

/** The name over the cockpit. */
export const shownName = (desk: Pick<Desk, 'workspace'>): string => {
  const cockpit = cockpitOf(desk);
  return (cockpit && inside(cockpit, '.identity bdi')?.textContent) ?? '';
};

/** Waits until a patient is shown, with what can be set. */
export const shows = (desk: Desk, name: string) =>
  until(`${name} is shown`, () => shownName(desk).startsWith(name) && noteField(desk));

export const noteField = (desk: Pick<Desk, 'workspace'>) => {
  const cockpit = cockpitOf(desk);
  return cockpit && inside<HTMLTextAreaElement>(cockpit, 'textarea.note:read-write');
};

/** Opens the row at a place, counted from nought. */
export async function openRow(desk: Desk, index: number): Promise<void> {
  await clickOn(cell(desk.list, rows(desk.list)[index], 'Navn'));
  await until('the cockpit', () => noteField(desk) && shownName(desk));
  await drawn(cockpitOf(desk)!);
}

/** A button in the cockpit, by its words or its name. */
export function inFoot(desk: Desk, words: string | RegExp): HTMLButtonElement {
  const cockpit = cockpitOf(desk)!;
  const found = allInside(cockpit, '.foot button').find((each) => {
    const name = each.getAttribute('aria-label') ?? each.textContent.replaceAll(/\s+/g, ' ').trim();
    return typeof words === 'string' ? name === words : words.test(name);
  });
  if (!found) throw new Error(`No button "${String(words)}" in the foot.`);
  return found as HTMLButtonElement;
}

/** As it is seen, `2/5`. */
export const placeShown = (desk: Desk) =>
  inside(cockpitOf(desk)!, '.foot .place [aria-hidden]')?.textContent.trim();

/** What the foot tells screen readers. */
export const saidInFoot = (desk: Desk) =>
  inside(cockpitOf(desk)!, '.foot > [role=status]')?.textContent.trim() ?? '';

export const alertInFoot = (desk: Desk) =>
  inside(cockpitOf(desk)!, '.foot > [role=alert]')?.textContent.replaceAll(/\s+/g, ' ').trim() ??
  '';

export const statusOf = ({ list }: Desk, id: string): RoundStatus => list.round!.member(id).status;

/** The element with the focus, through all shadow trees. */
export function deepFocus(): Element | null {
  let { activeElement } = document;
  while (activeElement?.shadowRoot?.activeElement) ({ activeElement } = activeElement.shadowRoot);
  return activeElement;
}
