/** The report in a page: mine for me alone, reports that join, the presentation, files and paper. */
import { expect, fixture, html } from '@open-wc/testing';
import '../../src/report-element.ts';
import type {
  OverblikReport,
  OwnFigures,
  Report,
  ReportOpenPatientsDetail,
} from '../../src/report-element.ts';
import type { ExportDetail } from '../../src/elements/shared/events.ts';
import {
  areaReport,
  clinicReport,
  clinics,
  countsOf,
  manyClinics,
  mine,
  quarters,
  reports,
} from '../../fixtures/made-reports.ts';
import { type2Diabetes } from '../../fixtures/profiles/index.ts';
import { definitionHash, parseProfile } from '../../src/profile/index.ts';
import { until } from './stage.ts';

const last = quarters.at(-1)!;
/** Which no leaf of the reports is: wherever it is found, it was mine. */
const exact = countsOf(mine, 'hba1c-58', last);
const expected = clinics.map(({ id, name }) => ({ id, name }));
const own: OwnFigures = {
  clinicId: mine.id,
  counts: (_, date) => ({
    'hba1c-58': countsOf(mine, 'hba1c-58', date),
    acr: countsOf(mine, 'acr', date),
  }),
};

/** The element with its reports read. */
async function show(props: Partial<OverblikReport> = {}): Promise<OverblikReport> {
  const element = await begin(props);
  if (props.reports === undefined || [props.reports].flat().length > 0)
    await until('the reports are read', () => has(element, '.head'));
  return element;
}

async function begin(props: Partial<OverblikReport>): Promise<OverblikReport> {
  const element = await fixture<OverblikReport>(
    html`<overblik-report lang="da"></overblik-report>`,
  );
  Object.assign(element, { reports, expected, ...props });
  await element.updateComplete;
  return element;
}

const root = (element: OverblikReport) => element.shadowRoot!;
const find = <Found extends HTMLElement>(element: OverblikReport, selector: string) =>
  root(element).querySelector<Found>(selector);
/** A chain of elements is no value to compare: it would be written out whole. */
const has = (element: OverblikReport, selector: string) => find(element, selector) !== null;
const wordsOf = (element: OverblikReport, selector = '.frame') =>
  (find(element, selector)?.textContent ?? '').replaceAll(/\s+/g, ' ');
const press = async (element: OverblikReport, selector: string) => {
  find(element, selector)!.click();
  await element.updateComplete;
};
const fileOf = (report: unknown, name: string) => new File([JSON.stringify(report)], name);

async function give(element: OverblikReport, ...files: readonly File[]): Promise<void> {
  const data = new DataTransfer();
  for (const file of files) data.items.add(file);
  const drop = new DragEvent('drop', {
    dataTransfer: data,
    ...{ bubbles: true, cancelable: true, composed: true },
  });
  find(element, '.frame')!.dispatchEvent(drop);
  await until(
    'the files are read',
    () => wordsOf(element, '.frame > .visually-hidden').trim() !== '',
  );
  await element.updateComplete;
}

describe('<overblik-report>', () => {
  it('without a report says so, and that reports are on their way', async () => {
    const element = await show({ reports: [] });
    expect(wordsOf(element)).to.contain('Ingen rapport endnu');
    element.loading = true;
    await element.updateComplete;
    expect(wordsOf(element)).to.contain('Henter rapporter');
    expect(wordsOf(element)).not.to.contain('Ingen rapport');
  });

  it('names who is missing, and no clinic that has reported', async () => {
    const element = await show({ reports: reports.slice(1) });
    expect(wordsOf(element, '[data-notice=missing]')).to.contain(clinics[0]!.name);
    const drawn = root(element).innerHTML;
    expect(clinics.slice(1).filter(({ name }) => drawn.includes(name))).to.deep.equal([]);
  });

  it('has my numbers from the host, each the way to its patients', async () => {
    const element = await show({ own });
    await until('my numbers', () => wordsOf(element, '.own').includes('kun hos jer'));
    const asked: ReportOpenPatientsDetail[] = [];
    element.addEventListener('overblik-open-patients', ({ detail }) => asked.push(detail));
    const links = root(element).querySelectorAll<HTMLButtonElement>('.own button');
    expect([...links].map((each) => each.textContent.trim())).to.deep.equal([
      ...[`${exact.numerator} med`, `${exact.rest} uden`, `${exact.unknown} kan ikke afgøres`],
    ]);
    for (const each of links) each.click();
    expect(asked.map(({ answer }) => answer)).to.deep.equal(['numerator', 'rest', 'unknown']);
    expect(asked[0]).to.deep.include({
      ...{ profileId: 'dk.type-2-diabetes', indicatorId: 'hba1c-58', date: last },
    });
    // Nobody else's number is pressed.
    expect(root(element).querySelectorAll('.figures button')).to.have.lengthOf(3);
  });

  it('opens its menus within the window, however narrow', async () => {
    const element = await show({ own });
    element.style.display = 'block';
    for (const width of [320, 400, 600]) {
      element.style.width = `${width}px`;
      for (const menu of root(element).querySelectorAll<HTMLDetailsElement>('.menu')) {
        menu.open = true;
        await new Promise(requestAnimationFrame);
        const { left, right } = menu.querySelector('.menu-body')!.getBoundingClientRect();
        const frame = find(element, '.frame')!.getBoundingClientRect();
        expect(left, `${width}`).to.be.at.least(frame.left);
        expect(right, `${width}`).to.be.at.most(frame.right);
        menu.open = false;
      }
    }
  });

  it('says that my numbers could not be had, and asks again', async () => {
    let calls = 0;
    const element = await show({
      own: {
        ...own,
        counts: () =>
          calls++ === 0
            ? Promise.reject(new Error('nej'))
            : own.counts!(reports[0]!.profile, last, new AbortController().signal),
      },
    });
    await until('that it failed', () => wordsOf(element, '.own').includes('kunne ikke hentes'));
    expect(wordsOf(element)).not.to.contain('nej');
    await press(element, '.own button');
    await until('my numbers', () => wordsOf(element, '.own').includes('kun hos jer'));
  });

  it('keeps my numbers to the clinic and the date that they are of', async () => {
    const answers: (() => void)[] = [];
    const slow: OwnFigures = {
      clinicId: mine.id,
      counts: (_, date) =>
        new Promise((resolve) => {
          answers.push(() => resolve({ 'hba1c-58': countsOf(mine, 'hba1c-58', date) }));
        }),
    };
    const element = await show({ own: slow });
    await until('it is asked', () => answers.length === 1);
    element.own = { clinicId: 'k5' };
    await element.updateComplete;
    answers[0]!();
    await element.updateComplete;
    await new Promise((resolve) => setTimeout(resolve));
    expect(has(element, '.own')).to.equal(false);
  });

  it('takes in a report that is dropped, keeps its place, and tells the host', async () => {
    const element = await show({
      reports: reports.slice(0, -1),
      view: { indicator: 'acr', date: quarters[3] },
    });
    const joined: Report[] = [];
    element.addEventListener('overblik-report-joined', ({ detail }) => joined.push(detail.report));
    const before = wordsOf(element, '.facts');
    await give(element, fileOf(reports.at(-1), 'sidste.json'));
    expect(joined.map(({ profile, level }) => [profile.id, level])).to.deep.equal([
      ['dk.type-2-diabetes', 'clinic'],
    ]);
    expect(has(element, '[data-notice=missing]')).to.equal(false);
    expect(wordsOf(element, '.facts')).not.to.equal(before);
    expect(wordsOf(element, '#focus-title')).to.contain('acr');
    expect(find<HTMLSelectElement>(element, '.bar select')!.value).to.equal(quarters[3]);
  });

  it('refuses what is no report, and one of another version, each with its reason', async () => {
    const element = await show({ reports: reports.slice(0, -1) });
    const old = clinicReport(clinics.at(-1)!, { profile: { version: '0.9.0' } });
    await give(element, new File(['hej'], 'brev.json'), fileOf(old, 'gammel.json'));
    const refused = wordsOf(element, '[data-notice=not-joined]');
    expect(refused).to.contain('brev.json er ikke tilføjet');
    expect(refused).to.contain('gammel.json er ikke tilføjet');
    expect(refused).to.contain('version 0.9.0');
    expect(wordsOf(element, '[data-notice=missing]')).to.contain(clinics.at(-1)!.name);
  });

  it('goes on with what is given beside a document that is none', async () => {
    const element = await show({ reports: [...reports, { format: 'x' } as unknown as Report] });
    expect(has(element, '[data-notice=unread]')).to.equal(true);
    expect(has(element, 'table')).to.equal(true);
  });

  it('reads many reports in turns with the page, and says so until all are there', async () => {
    const many = manyClinics(300);
    const element = await begin({ reports: many, expected: [] });
    expect(wordsOf(element)).to.contain('Henter rapporter');
    await until('all are read', () => has(element, 'table'));
    expect(wordsOf(element, '.facts')).to.contain('300 klinikker');
    // Those that are there stay until the others are.
    element.reports = manyClinics(400);
    await element.updateComplete;
    expect(wordsOf(element, '.facts')).to.contain('300 klinikker');
    await until('the others are read', () => wordsOf(element, '.facts').includes('400 klinikker'));
  });

  it('brings the indicator that is chosen into sight', async () => {
    const element = await show();
    root(element).querySelectorAll<HTMLElement>('.indicators tbody button')[1]!.click();
    await until('its title', () => root(element).activeElement?.id === 'focus-title');
    expect(wordsOf(element, '#focus-title')).to.contain('acr');
  });

  it('shows nothing of mine where the area is looked at', async () => {
    const element = await show({ own, view: { scope: 'area' } });
    expect(root(element).innerHTML.includes(mine.name)).to.equal(false);
    expect(wordsOf(element)).not.to.match(/Jeres klinik|kun hos jer/);
    expect(wordsOf(element, '.indicators')).not.to.contain('Min klinik');
  });

  it('closes a menu by Escape and by a choice, and has the focus on its button again', async () => {
    const element = await show();
    element.addEventListener('overblik-export', (event) => event.preventDefault());
    const [, save] = root(element).querySelectorAll('details.menu');
    const choice = save!.querySelector<HTMLElement>('[data-do=csv]')!;
    for (const end of [
      () => choice.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })),
      () => choice.click(),
    ]) {
      save!.querySelector('summary')!.click();
      await until('it is open', () => (save as HTMLDetailsElement).open);
      choice.focus();
      end();
      expect((save as HTMLDetailsElement).open).to.equal(false);
      expect(root(element).activeElement?.localName).to.equal('summary');
    }
  });

  it('tells how it is looked at, and looks so again', async () => {
    const element = await show({ own });
    let view = {};
    element.addEventListener('overblik-report-view', ({ detail }) => (view = detail.view));
    element.look({ indicator: 'acr' });
    element.look({ scope: 'area' });
    const other = await show({ own, view });
    expect(wordsOf(other, '#focus-title')).to.contain('acr');
    expect(find<HTMLInputElement>(other, 'input[value=area]')!.checked).to.equal(true);
    expect(has(other, '.own')).to.equal(false);
  });

  it('has nothing of mine in any file', async () => {
    const element = await show({ own });
    await until('my numbers', () => wordsOf(element, '.own').includes('kun hos jer'));
    const files: ExportDetail[] = [];
    element.addEventListener('overblik-export', (event) => {
      event.preventDefault();
      files.push(event.detail);
    });
    for (const kind of ['csv', 'json', 'xlsx'] as const) await element.save(kind);
    expect(files.map(({ name }) => name.split('.').at(-1))).to.deep.equal(['csv', 'json', 'xlsx']);
    for (const { file } of files.slice(0, 2)) {
      const text = await file.text();
      expect(text).not.to.contain(mine.name);
      expect(text).not.to.match(new RegExp(`\\b${exact.rest}\\b`));
    }
  });
});

describe('the presentation', () => {
  const slide = (element: OverblikReport) => find(element, '.slide')?.dataset['slide'];
  const key = async (element: OverblikReport, name: string) => {
    const pressed = new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true });
    find(element, 'dialog.meeting')!.dispatchEvent(pressed);
    await element.updateComplete;
  };

  it('goes through the report by keys, one thing at a time, and ends by Escape', async () => {
    const element = await show();
    await press(element, '[data-do=present]');
    expect(find<HTMLDialogElement>(element, 'dialog.meeting')!.open).to.equal(true);
    expect(slide(element)).to.equal('start');
    await key(element, 'ArrowRight');
    expect(slide(element)).to.equal('figures hba1c-58');
    await key(element, 'ArrowLeft');
    await key(element, 'ArrowLeft');
    expect(slide(element)).to.equal('start');
    await key(element, 'End');
    expect(slide(element)).to.equal('missing');
    find<HTMLDialogElement>(element, 'dialog.meeting')!.close();
    await until('it is closed', () => slide(element) === undefined);
  });

  it('says by no order where mine is worst', async () => {
    const outcome = parseProfile(type2Diabetes);
    if (!outcome.ok) throw new Error('a profile');
    const definition = (await definitionHash(outcome.profile)) ?? '';
    const { id, version } = outcome.profile;
    const counted = reports.map((each) => ({ ...each, profile: { id, version, definition } }));
    const heads = (element: OverblikReport) =>
      [...root(element).querySelectorAll('[part=indicators] tbody th')].map((each) =>
        each.textContent.trim(),
      );
    const slides = async (element: OverblikReport) => {
      element.present();
      await element.updateComplete;
      const seen: (string | undefined)[] = [];
      for (; slide(element) !== 'missing'; await key(element, 'ArrowRight'))
        seen.push(slide(element));
      return seen.filter((each) => each?.startsWith('figures'));
    };
    const shown = async (clinicId: string, order: 'profile' | 'gap') => {
      const given = { reports: counted, profiles: [type2Diabetes], own: { clinicId } };
      const element = await show({ ...given, view: { order } });
      await until('the profile is read', () => !heads(element).includes('acr'));
      return element;
    };
    const usual = await shown(mine.id, 'profile');
    const order = heads(usual);
    let element = usual;
    for (const clinic of clinics) {
      element = await shown(clinic.id, 'gap');
      if (heads(element).join() !== order.join()) break;
    }
    expect(heads(element)).not.to.deep.equal(order);
    expect(await slides(element)).to.deep.equal(await slides(usual));
  });

  it('hides mine until I ask for it', async () => {
    const element = await show({ own });
    await until('my numbers', () => wordsOf(element, '.own').includes('kun hos jer'));
    element.present();
    await element.updateComplete;
    await key(element, 'ArrowRight');
    expect(has(element, 'dialog .own')).to.equal(false);
    expect(has(element, 'dialog .mine')).to.equal(false);
    await press(element, '[data-do=show-own]');
    expect(wordsOf(element, 'dialog .own')).to.contain(`${exact.numerator} med`);
  });

  it('keeps its slide where a report joins meanwhile', async () => {
    const element = await show({ reports: reports.slice(0, -1) });
    element.present();
    await element.updateComplete;
    await key(element, 'ArrowRight');
    const before = wordsOf(element, '.slide-body');
    element.reports = reports;
    await until('the other figures', () => wordsOf(element, '.slide-body') !== before);
    expect(slide(element)).to.equal('figures hba1c-58');
  });
});

describe('the page’s own print', () => {
  it('shows the paper in its place, without mine', async () => {
    const element = await show({
      own,
      reports: [...reports.slice(1), areaReport('region', { id: 'r', name: 'R' }, reports)],
    });
    await until('my numbers', () => wordsOf(element, '.own').includes('kun hos jer'));
    window.dispatchEvent(new Event('beforeprint'));
    expect(has(element, '.paper .indicator-page')).to.equal(true);
    expect(has(element, '.paper .own')).to.equal(false);
    expect(has(element, '.paper .figures .mine')).to.equal(false);
    expect(wordsOf(element, '.paper')).to.contain(clinics[0]!.name);
    window.dispatchEvent(new Event('afterprint'));
    expect(has(element, '.paper')).to.equal(false);
  });
});
