/** The demo journal, worked as a clinician would, under the strictest content security policy. */
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { isDeep } from '../depth.ts';
import { holdPrints, listOn, serveWithBrowser, workedJournal, type ListOn } from './browser.ts';

/** Of `npm run test:deep`: everyday another journey, or the element’s own tests, stand for it. */
const inDepth = it.runIf(isDeep);

const site = serveWithBrowser('.build/journal');
const journal = workedJournal({ width: 1600, height: 1000 });
let page: Page;
let list: ListOn;
beforeEach(() => {
  ({ page, list } = journal);
});

const open = (query = '') =>
  page.goto(`${site.url}?profile=dk.demens&date=2026-11-24&theme=light${query}`);
/** The smallest of clinics that has some of everything. */
const openSmall = (query = '') => open(`&size=1600${query}`);
/** One of a few patients, which is there soonest. */
const openFew = (query = '') => open(`&size=500${query}`);

describe('from the list to the journal and back', () => {
  it('finds the 150 with dementia among 7,012, the gravest first, each with a why', async () => {
    await open();
    await list.ready();
    expect(await page.locator('overblik-population h2').innerText()).toBe('Patienter med demens');
    expect(await list.members()).toBe('150');
    expect(await page.locator('.figure.total').getAttribute('title')).toContain(
      '2,1 % af 7.008 patienter, der kan afgøres',
    );
    expect(await list.row(0).innerText()).toContain('Antipsyk.');
    for (let index = 0; index < 10; index++)
      expect(await (await list.cell(list.row(index), 'Hvorfor først')).innerText()).not.toBe('');
  });

  it('opens the journal by the CPR number, and comes back to the list exactly as it was left', async () => {
    await openSmall();
    await list.ready();
    await page.getByRole('columnheader', { name: 'Navn' }).click();
    await page.getByPlaceholder('Søg navn, CPR, kode …').fill('P70');
    await page.locator('.scroller').evaluate((scroller) => scroller.scrollTo({ top: 140 }));
    await page.waitForTimeout(300);
    const name = await list.name(12);
    await (await list.cell(list.row(12), 'Navn')).click();
    await page.locator('overblik-cockpit h2').waitFor();
    expect(await page.locator('overblik-cockpit h2').innerText()).toContain(name);
    const before = await stateOfList();
    expect(before).toMatchObject({ top: 140 });

    const cpr = await list.link(12).innerText();
    await list.link(12).click();
    await page.locator('.banner h1').waitFor();
    expect(await page.locator('.banner h1').innerText()).toBe(name);
    await page.locator('.banner overblik-marker button').waitFor();
    expect(page.url()).not.toMatch(/\d{6}-?\d{4}/);
    expect(await page.locator('overblik-workspace').isVisible()).toBe(false);

    await page.goBack();
    await list.ready();
    await expect.poll(stateOfList).toEqual(before);
    // The focus is where it was left: on the CPR number that was opened.
    await expect.poll(focusedText).toBe(cpr);
  });

  inDepth('shows the discharge letters in the journal, each to be opened', async () => {
    await open();
    await list.ready();
    await page.getByPlaceholder('Søg navn, CPR, kode …').fill('Egon Digtet Påhit');
    await expect.poll(() => list.rows.count()).toBe(1);
    await list.link(0).click();
    const letters = page.locator('.journal section').filter({ hasText: 'Epikriser' });
    const body = letters.getByText('Diagnose: DF019 Vaskulær demens.');
    expect(await body.isVisible()).toBe(false);
    await letters.getByText('Ambulant kontrol: Vaskulær demens, Geriatrisk ambulatorium').click();
    expect(await body.isVisible()).toBe(true);
  });

  inDepth('does the same by keyboard alone', async () => {
    await openFew();
    await list.ready();
    await page.locator('overblik-population .done-place').focus();
    for (const key of ['Tab', 'ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowRight', 'Enter'])
      await page.keyboard.press(key);
    await page.locator('.banner h1').waitFor();
    await page.getByRole('button', { name: 'Tilbage til listen' }).focus();
    await page.keyboard.press('Enter');
    await list.ready();
    for (const key of ['ArrowRight', 'ArrowRight', 'Enter']) await page.keyboard.press(key);
    await page.locator('overblik-cockpit h2').waitFor();
    await page
      .locator('overblik-cockpit')
      .getByRole('button', { name: 'Åbn journal', exact: true })
      .focus();
    await page.keyboard.press('Escape');
    await page.locator('overblik-cockpit').waitFor({ state: 'detached' });
  });

  it('the marker in the banner opens the cockpit', async () => {
    await openFew();
    await list.link(0).click();
    await page.locator('.banner overblik-marker button').click();
    const cockpit = page.locator('dialog overblik-cockpit');
    await cockpit.locator('h2').waitFor();
    await cockpit.getByText('Det skal du vide').waitFor();
  });

  it('the calendar names the gravest of each who comes, and so does the queue', async () => {
    await openFew('&fresh');
    await list.ready();
    const [first] = await list.rows.all();
    const name = await list.name(0);
    await first!.getByRole('checkbox').click();
    await page.getByRole('button', { name: 'Læg i kø' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Læg i kø' }).click();
    await dialog.getByRole('button', { name: 'Luk' }).click();
    await page.getByRole('link', { name: 'Køer' }).click();
    const queued = page.locator('table.tasks tr');
    await expect.poll(() => queued.first().innerText()).toContain('Patienter med demens');
    expect(await queued.first().innerText()).toContain(name);
    await queued
      .first()
      .locator('overblik-marker')
      .getByText(/^Antipsykotika ved demens/)
      .waitFor();

    await page.getByRole('link', { name: 'Kalender' }).click();
    expect(await page.locator('#calendar-page h1').innerText()).toMatch(/^Mine patienter \d/);
    const [own, others] = await page
      .locator('#calendar-page')
      .evaluate((calendar) =>
        [...calendar.querySelectorAll('.tasks')].map((table) =>
          [...table.querySelectorAll('tr')].map(
            ({ cells, dataset }) => `${cells[3]!.textContent} ${dataset.practitioner}`,
          ),
        ),
      );
    // Under what is called mine nobody else's stand.
    expect((own ?? []).filter((who) => !/\bAB\b/.test(who))).toEqual([]);
    expect((others ?? []).filter((who) => /\bAB\b/.test(who))).toEqual([]);
    const visit = page
      .locator('#calendar-page tr')
      .filter({ has: page.locator('overblik-marker button') })
      .first();
    await visit.locator('overblik-marker button').click();
    const cockpit = page.locator('#calendar-page dialog overblik-cockpit');
    await cockpit.getByText('Det skal du vide').waitFor();
    expect(await cockpit.locator('h2').innerText()).toContain(await visit.locator('a').innerText());
    await cockpit.getByRole('button', { name: 'Åbn journal', exact: true }).click();
    await page.locator('.banner h1').waitFor();
  });

  inDepth('filters by marker, looks at the undecided, reads the profile', async () => {
    await openSmall();
    await list.ready();
    const total = await list.members();
    await page.locator('.figure.critical').click();
    const marked = String(Number.parseInt(await page.locator('.figure.critical').innerText()));
    expect(await list.showing()).toBe(`${marked} af ${total} vises`);
    await page.getByRole('button', { name: 'Fjern filter: Antipsykotika ved demens' }).click();
    await page.getByRole('tab', { name: /Kan ikke afgøres/ }).click();
    expect(await list.showing()).toBe('4 af 4 vises');
    const texts = await list.rows.allInnerTexts();
    expect(texts.join()).toContain('Data om medicin mangler (FMK)');
    await page.getByRole('button', { name: 'Se profilen' }).click();
    const profile = page.locator('.profile-side .document');
    await profile.waitFor();
    expect(await profile.innerText()).toContain('Hvordan finder vi populationen');
    // The list stands beside it, and the way to a part is pressed.
    const edge = await page.locator('.list-room').boundingBox();
    const side = await page.locator('.profile-side').boundingBox();
    expect(side!.x).toBeGreaterThanOrEqual(edge!.x + edge!.width - 1);
    await profile.getByRole('button', { name: 'Hvad klinikkens data kan svare på' }).click();
    await profile.getByRole('heading', { name: 'Hvad klinikkens data kan svare på' }).isVisible();
    await page.keyboard.press('Escape');
    await page.locator('.profile-side').waitFor({ state: 'detached' });
  });

  it('another profile is one choice away, and no number in it is cut', async () => {
    await openSmall();
    await list.ready();
    await page
      .locator('overblik-population [part~=header] select')
      .selectOption('dk.type-2-diabetes');
    await expect
      .poll(() => page.locator('overblik-population h2').innerText())
      .toBe('Patienter med type 2-diabetes');
    await list.ready();
    await list.head('Hvorfor først').focus();
    await page.keyboard.press('End');
    await page.locator('.line .text.strong').first().waitFor();
    const numbers = await page.locator('.line .text.strong').evaluateAll((values) =>
      values.map((value) => ({
        text: value.textContent,
        whole:
          value.scrollWidth <= value.clientWidth &&
          value.getBoundingClientRect().right <=
            (value.closest('.cell')?.getBoundingClientRect().right ?? 0),
      })),
    );
    expect(numbers.length).toBeGreaterThan(20);
    expect(numbers.filter(({ whole }) => !whole)).toEqual([]);
  });

  function focusedText() {
    return page.evaluate(() => {
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      return active?.textContent.trim();
    });
  }

  async function stateOfList() {
    return {
      top: await page.locator('.scroller').evaluate((scroller) => Math.round(scroller.scrollTop)),
      left: await page.locator('.scroller').evaluate((scroller) => Math.round(scroller.scrollLeft)),
      search: await page.getByPlaceholder('Søg navn, CPR, kode …').inputValue(),
      sorted: await page.locator('.heads [aria-sort=ascending]').innerText(),
      chosen: await page.locator('.line[aria-current=true]').getAttribute('aria-rowindex'),
      showing: await list.showing(),
    };
  }
});

describe('every fault', () => {
  it('is said, one after the other', async () => {
    // Some come after so many patients only.
    await open('&size=3200&fault=cut');
    await page
      .getByText(/Kun 3\.000 af 3\.2\d\d patienter er hentet/)
      .first()
      .waitFor();
    for (const [fault, words] of Object.entries({
      'no-medication': 'Ingen adgang til medicin',
      junk: 'kunne ikke læses og indgår ikke',
      broken: 'svarede med en fejl',
    })) {
      await page.locator('#fault').selectOption(fault);
      await page.getByText(words).first().waitFor();
    }
  });

  inDepth('hanging: it does not answer in time', async () => {
    await openFew('&fault=hanging');
    await page.getByText('svarede ikke i tide').first().waitFor();
  });

  inDepth('failing: the retry brings the list', async () => {
    await openFew('&fault=failing');
    await page.getByText('Listen kunne ikke hentes').waitFor();
    await page.getByRole('button', { name: 'Prøv igen' }).click();
    await list.ready();
  });
});

describe('a worker of the host’s', () => {
  it('builds the columns under the strict policy; without one, no worker runs', async () => {
    const figures = () =>
      Promise.all([
        list.members(),
        page.getByRole('tab', { name: /Kan ikke afgøres/ }).innerText(),
      ]);
    await openFew();
    await list.ready();
    expect(page.workers()).toHaveLength(0);
    const without = await figures();
    await openFew('&worker');
    await list.ready();
    expect(page.workers()).toHaveLength(1);
    expect(await figures()).toEqual(without);
  });

  /** On the list, where the worker runs. */
  let members: string | undefined;
  inDepth.each([
    ['no worker may run', "worker-src 'none'; trusted-types lit-html journal"],
    ['the host may make no address for one', 'trusted-types lit-html'],
  ])('where %s, the page builds them itself', async (_, rule) => {
    if (members === undefined) {
      await openFew('&worker');
      await list.ready();
      members = await list.members();
    }
    // What the policy refuses, the browser reports: this page is not among the watched.
    const refused = await site.browser.newPage();
    await refused.route(site.url + '**', async (route) => {
      // Only the page itself carries the policy; parts that it loads later may be under way when it is closed.
      if (route.request().resourceType() !== 'document') return route.continue();
      const answer = await route.fetch();
      const body = await answer.text();
      const changed = body.replace('trusted-types lit-html journal', rule);
      expect(changed).not.toBe(body);
      await route.fulfill({ response: answer, body: changed });
    });
    await refused.goto(`${site.url}?profile=dk.demens&date=2026-11-24&size=500&worker`);
    await listOn(refused).ready();
    expect(refused.workers()).toHaveLength(0);
    expect(await listOn(refused).members()).toBe(members);
    await refused.unrouteAll({ behavior: 'ignoreErrors' });
    await refused.close();
  });
});

describe('what the journal can do for the patients on the list', () => {
  it('puts them in the queue, which has them after a reload, and lets them go one by one', async () => {
    await openFew();
    await list.link(0).click();
    await page.locator('.banner h1').waitFor();
    const name = await page.locator('.banner h1').innerText();
    const id = decodeURIComponent(page.url().split('/').at(-1) ?? '');
    const result = await page.evaluate(async (patientId) => {
      const { adapter } = document.querySelector('overblik-workspace') ?? {};
      const queue = adapter?.actions?.find((action) => action.id === 'queue');
      const { signal } = new AbortController();
      return queue?.run(
        [{ id: patientId }],
        { from: 'population', runKey: 'run', patientKeys: { [patientId]: 'run-1' } },
        signal,
      );
    }, id);
    expect(result).toEqual([{ patientId: id, ok: true }]);
    await page.getByRole('link', { name: 'Køer' }).click();
    await page.locator('.tasks').getByText(name).waitFor();
    await page.reload();
    await page.locator('.tasks').getByText(name).waitFor();
    await page.getByRole('button', { name: `Færdig med ${name}` }).click();
    await page.getByText('Ingen patienter i kø').waitFor();
    await page.getByRole('link', { name: 'Indbakke' }).click();
    await page.getByText('Intet sendt').waitFor();
  });

  it('keeps rounds over a reload, until it is told to begin afresh', async () => {
    await openFew();
    await list.ready();
    const save = () =>
      page.evaluate(async () => {
        const { adapter } = document.querySelector('overblik-workspace') ?? {};
        const { signal } = new AbortController();
        const profile = { id: 'dk.demens', version: '1.0.0' };
        const members = [{ patientId: 'x', status: 'reviewed', by: 'AB' }] as const;
        const round = { id: 'r', revision: 0, profile, asOf: '2026-11-24', members };
        return adapter?.rounds?.save(round, signal);
      });
    expect(await save()).toMatchObject({ saved: true, round: { revision: 1 } });
    await page.reload();
    await list.ready();
    expect(await save()).toMatchObject({ saved: false, conflict: { revision: 1 } });
    await openFew('&fresh');
    await list.ready();
    expect(await save()).toMatchObject({ saved: true });
  });
});

describe('sizes, languages, and what is left behind', () => {
  inDepth('400 pixels: the list, then the cockpit instead of it, and back', async () => {
    await page.setViewportSize({ width: 400, height: 860 });
    await openFew();
    const cards = listOn(page, 1);
    await cards.ready();
    const card = (await cards.row(0).innerText()).replaceAll(/\s+/g, ' ');
    expect(card).toMatch(/\d{6}-\d{4}/);
    expect(card).toMatch(/\d+ [KM]\b/);
    await (await cards.cell(cards.row(0), 'Navn')).click();
    await page.locator('overblik-cockpit h2').waitFor();
    expect(await page.locator('overblik-population').isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Tilbage til listen' }).click();
    await cards.ready();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(400);
    const rows = page.locator('overblik-grid .scroller');
    expect(await rows.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(
      0,
    );
  });

  inDepth('English is one choice away, without a reload', async () => {
    await openFew();
    await list.ready();
    await page.locator('#lang').selectOption('en');
    await page.getByRole('tab', { name: /In the population/ }).waitFor();
    expect(await page.locator('overblik-population h2').innerText()).toBe('Patients with dementia');
  });

  inDepth('prints the list alone: every row, heads on each page', async () => {
    await openSmall();
    await list.ready();
    const total = Number(await list.members());
    expect(total).toBeGreaterThan(30);
    await holdPrints(page);
    await page.getByRole('button', { name: 'Udskriv' }).click();
    // It is made in slices, so that the page can paint in between.
    const printed = () => page.frames().find((each) => each !== page.mainFrame());
    await expect.poll(() => printed()?.locator('.tick').count()).toBe(total);
    const frame = printed();
    expect(await frame?.locator('tbody tr').count()).toBe(total);
    expect(await frame?.locator('h1').innerText()).toBe('Patienter med demens');
    expect(await frame?.locator('thead').evaluate((head) => getComputedStyle(head).display)).toBe(
      'table-header-group',
    );
    expect(await frame?.locator('tbody th, tbody td').first().locator('.tick').count()).toBe(1);
  });

  it('the journal keeps its queue and what it shares, not the library: nothing else is stored', async () => {
    await openFew();
    await list.ready();
    const stored = await page.evaluate(async () => ({
      local: localStorage.length,
      session: sessionStorage.length,
      databases: (await indexedDB.databases())
        .map(({ name }) => name)
        .filter((name) => name !== 'journal' && name !== 'sharing'),
      cookies: document.cookie,
    }));
    expect(stored).toEqual({ local: 0, session: 0, databases: [], cookies: '' });
  });
});
