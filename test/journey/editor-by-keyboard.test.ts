/**
 * The programme's dementia table becomes a profile in the editor by keyboard alone: as a clinical group would write it,
 * from nothing to a profile that finds whom the published one finds. The page has the strictest policy a host may set.
 */
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { generateClinic } from '../../fixtures/clinic/index.ts';
import { demens } from '../../fixtures/profiles/index.ts';
import type { OverblikProfileEditor } from '../../src/editor.ts';
import { Clinic, compile, evaluate } from '../../src/engine/index.ts';
import { parseProfile, resolveCodes, type Profile } from '../../src/profile/index.ts';
import { workedJournal } from './browser.ts';

const journal = workedJournal({ width: 1366, height: 768 }, 'file');
const asOf = '2026-11-24';
/** So many presses of a key find anything that is there. */
const patience = 150;

describe('the dementia table, by keyboard', () => {
  let page: Page;
  let keys: Keys;

  beforeAll(async () => {
    ({ page } = journal);
    keys = new Keys(page);
    await page.goto(`${journal.url}?size=300#profileditor`);
    await page.locator('overblik-profile-editor').getByText('Hvad vil du skrive?').waitFor();
  });

  it('begins: its name and its purpose', async () => {
    await keys.tabTo('Ny profil');
    await keys.press('Enter');
    await keys.isAt('Navn og formål');
    await keys.press('Enter');
    await keys.isAt('Titel på dansk');
    await keys.type('Patienter med demens');
    await keys.tabTo('Titel på engelsk');
    await keys.type('Patients with dementia');
    for (const { da } of (demens as unknown as Profile).purpose) {
      await keys.tabTo('Tilføj formål');
      await keys.press('Enter');
      await keys.isAt(/^Formål \d på dansk/);
      await keys.type(da);
    }
    await keys.tabTo('Profilens id');
    await keys.type('dk.demens-tabel');
    await keys.press('F6');
    await keys.isAt('Navn og formål');
  });

  it('the population: diagnoses and/or medicine', async () => {
    await keys.press('i');
    await keys.isAt('Inklusion');
    for (const [kind, codes] of [
      ['Diagnose', ['P70', 'P20', 'P15']],
      ['Medicin', ['N06DA02', 'N06DA03', 'N06DA04', 'N06DX01']],
    ] as const) {
      await keys.add(kind);
      await keys.isAt('Søg efter kode');
      await keys.codes(codes);
      await keys.press('F6');
      await keys.isAt(new RegExp(`^${kind} `));
    }
  });

  it('what one wants to know: seven types of data', async () => {
    await keys.press('o');
    await keys.isAt('Oplysninger');
    for (const [type, title, choice, ...codes] of items) {
      await keys.add(type);
      await keys.isAt('Titel på dansk');
      await keys.type(title);
      if (choice === 'uncoded') {
        await keys.tabTo('Fjern sættet herfra');
        await keys.press('Enter');
        await keys.tabTo('Tilføj uden koder');
        await keys.press('Enter');
        await keys.isAt(/Uden koder, fordi på dansk|dansk/);
        await keys.type('Kilden nævner ingen kode');
      } else if (choice) {
        await keys.tabTo('Oplysning');
        await keys.type(choice);
      }
      if (codes.length > 0) {
        await keys.tabTo('Søg efter kode');
        await keys.codes(codes);
      }
      await keys.press('F6');
      await keys.isAt(new RegExp(`^${title}`));
    }
  });

  it('is a profile that finds whom the published one finds, and asks what the table asks', async () => {
    const [document, errors] = await page.locator('overblik-profile-editor').evaluate((element) => {
      const { state } = (element as OverblikProfileEditor).draft;
      return [state.document, state.errors.map(({ path }) => path)];
    });
    expect(errors).toEqual([]);
    const outcome = parseProfile(document);
    if (!outcome.ok) throw new Error('It is no profile.');
    const { profile } = outcome;
    expect(profile.purpose.map(({ da }) => da)).toEqual(demens.purpose.map(({ da }) => da));
    expect(asked(profile)).toEqual(asked(demens as unknown as Profile));
    const { description, patients } = generateClinic({ size: 400 });
    const clinic = new Clinic(description.coverage);
    clinic.add(patients);
    const found = (each: Profile) =>
      evaluate(compile(each), clinic, asOf).members.map(({ patientId }) => patientId);
    expect(found(profile)).toEqual(found(demens as unknown as Profile));
    expect(found(profile).length).toBeGreaterThan(5);
  });

  it('and every step of it can be taken back', async () => {
    await keys.press('Home');
    const undone = () =>
      page
        .locator('overblik-profile-editor')
        .evaluate((element) => (element as OverblikProfileEditor).draft.state.canUndo);
    for (let step = 0; step < 300 && (await undone()); step++) await keys.press('Control+z');
    expect(await undone()).toBe(false);
  });
});

/** Type, title, the field of the patient or why there are no codes, codes. */
const items: readonly (readonly [string, string, string, ...string[]])[] = [
  ['Patientoplysninger', 'Cpr', 'CPR'],
  ['Patientoplysninger', 'Navn', 'Navn'],
  ['Patientoplysninger', 'Adresse', 'Adresse'],
  ['Diagnoser', 'Maniodepressiv psykose', '', 'P73'],
  ['Diagnoser', 'Skizofreni', '', 'P72'],
  ['Diagnoser', 'Depression', '', 'P76'],
  ['Medicin', 'Antipsykotika', '', 'N05A'],
  ['Medicin', 'Antidepressiva', '', 'N06A'],
  ['Medicin', 'Benzodiazepiner', '', 'N05CD', 'N05BA', 'N03AE'],
  ['Medicin', 'Øvrige risikopræparater', '', 'N05CF'],
  ['Prøver', 'MMSE', '', 'MCS88042'],
  ['Prøver', 'BASIC', '', 'MCS88198'],
  ['Ydelser', 'EKG', 'uncoded'],
  ['Aftaler', 'Fremtidige aftaler', ''],
];

/** What a profile asks of each member: the type, and the codes or the field. */
function asked(profile: Profile): readonly string[] {
  return profile.information.map((item) =>
    item.type === 'patient'
      ? `patient ${item.field}`
      : `${item.type} ${item.codes ? resolveCodes(profile, item.codes).flatMap(({ include }) => include) : ''}`,
  );
}

/** The keyboard, and what has the focus. */
class Keys {
  constructor(private readonly page: Page) {}

  async press(...all: readonly string[]): Promise<void> {
    for (const key of all) await this.page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Goes on by Tab until something of that name has the focus. */
  async tabTo(name: string): Promise<void> {
    const passed: string[] = [];
    for (let step = 0; step < patience; step++) {
      await this.press('Tab');
      const now = await this.focused();
      if (now.startsWith(name)) return;
      passed.push(now);
    }
    throw new Error(`Tab came by no “${name}”: ${passed.slice(0, 40).join(' · ')}`);
  }

  /** Waits until something of that name has the focus. */
  async isAt(name: string | RegExp): Promise<void> {
    await expect
      .poll(() => this.focused(), { timeout: 30_000 })
      .toMatch(typeof name === 'string' ? new RegExp(`^${name}`) : name);
  }

  /** Adds by the menu of kinds, whose items are reached by their first letters. */
  async add(kind: string): Promise<void> {
    await this.press('+');
    await expect.poll(() => this.role(), { timeout: 30_000 }).toBe('menuitem');
    for (let step = 0; step < patience && (await this.focused()) !== kind; step++)
      await this.press(kind[0]!.toLowerCase());
    await this.press('Enter');
  }

  /** Searches for codes, and takes each that is found. */
  async codes(codes: readonly string[]): Promise<void> {
    for (const code of codes) {
      await this.type(code);
      const option = this.page.locator('overblik-profile-editor').locator('[role=option]').first();
      await option.filter({ hasText: code }).waitFor();
      await this.press('Enter');
      await option.waitFor({ state: 'hidden' });
    }
  }

  role(): Promise<string> {
    return this.page.evaluate(() => {
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      return active?.getAttribute('role') ?? '';
    });
  }

  focused(): Promise<string> {
    return this.page.evaluate(() => {
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      const { labels } = (active ?? {}) as Partial<HTMLInputElement>;
      const name =
        active?.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? active?.textContent ?? '';
      return name.replaceAll(/\s+/g, ' ').trim();
    });
  }
}
