/** A report with its cluster package: the meeting walks through it, agrees on something, and looks again later. */
import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/report-element.ts';
import type { OverblikReport, OwnFigures } from '../../src/report-element.ts';
import { clinics, countsOf, mine, quarters, reports } from '../../fixtures/made-reports.ts';
import { packages } from '../../fixtures/packages/index.ts';
import { until } from './stage.ts';

const pack = packages[1] as Readonly<Record<string, unknown>>;
const [before, after] = quarters.slice(-2) as [string, string];
const own: OwnFigures = {
  clinicId: mine.id,
  counts: (_, date) => ({ 'hba1c-58': countsOf(mine, 'hba1c-58', date) }),
};

async function show(props: Partial<OverblikReport> = {}): Promise<OverblikReport> {
  const element = await fixture<OverblikReport>(
    html`<overblik-report lang="da"></overblik-report>`,
  );
  const expected = clinics.map(({ id, name }) => ({ id, name }));
  Object.assign(element, { reports, expected, own, asOf: after, package: pack, ...props });
  await until('the report', () => find(element, '.focus'));
  return element;
}

const find = <Found extends HTMLElement>(element: OverblikReport, selector: string) =>
  element.shadowRoot!.querySelector<Found>(selector);
const wordsOf = (element: OverblikReport, selector: string) =>
  (find(element, selector)?.textContent ?? '').replaceAll(/\s+/g, ' ');
const press = async (element: OverblikReport, selector: string) => {
  find(element, selector)!.click();
  await element.updateComplete;
};
const slideId = (element: OverblikReport) => find(element, '.slide')?.dataset['slide'];

/** Opens the presentation and goes on to a slide. Answers the ids of those on the way. */
async function goTo(element: OverblikReport, id: string): Promise<readonly string[]> {
  if (!find(element, 'dialog.meeting[open]')) await press(element, '[data-do=present]');
  const seen = [slideId(element) ?? ''];
  while (slideId(element) !== id && seen.length < 40) {
    await press(element, '[data-do=next]');
    seen.push(slideId(element) ?? '');
  }
  expect(slideId(element)).to.equal(id);
  return seen;
}

describe('a report with its cluster package', () => {
  it('says why its indicators matter, in the words of the package', async () => {
    const element = await show();
    expect(wordsOf(element, '.package')).to.contain('Type 2-diabetes: HbA1c og nyrer');
    expect(wordsOf(element, '.focus .why')).to.contain('skader på øjne, nyrer og nerver');
  });

  it('walks from purpose over figures and questions to what is agreed', async () => {
    const element = await show();
    const seen = await goTo(element, 'package follow-up');
    expect(seen.slice(0, 3)).to.eql(['package purpose', 'package gate', 'start']);
    expect(seen).to.contain('package figures dk.type-2-diabetes hba1c-58');
    expect(seen).to.contain('package figures dk.type-2-diabetes acr');
    expect(seen.slice(-5)).to.eql([
      'missing',
      'package questions',
      'package tools',
      'package agree',
      'package follow-up',
    ]);
  });

  it('shows nobody’s own numbers to the meeting', async () => {
    const element = await show();
    await goTo(element, 'package figures dk.type-2-diabetes hba1c-58');
    expect(find(element, '.slide .own')).to.equal(null);
    expect(find(element, '.slide .mine')).to.equal(null);
    expect(wordsOf(element, '.slide')).to.contain('Hvem sætter målet for HbA1c hos jer');
  });

  it('tells what was agreed, and that the meeting was held, with what is to be followed up', async () => {
    const element = await show();
    const told: HTMLElementEventMap['overblik-meeting-changed']['detail'][] = [];
    element.addEventListener('overblik-meeting-changed', ({ detail }) => told.push(detail));
    await goTo(element, 'package agree');
    const text = find<HTMLTextAreaElement>(element, 'textarea')!;
    text.value = 'Urinprøve med indkaldelsen';
    text.dispatchEvent(new Event('change'));
    expect(told[0]).to.eql({ meeting: { agreed: 'Urinprøve med indkaldelsen' } });
    await goTo(element, 'package follow-up');
    await press(element, '[data-do=held]');
    const { meeting, followUp } = told[1]!;
    expect(meeting).to.eql({ agreed: 'Urinprøve med indkaldelsen', met: after });
    expect(followUp).to.include({ id: 'dk.klynge.type-2-diabetes', met: after });
    expect(followUp!.indicators.map(({ indicatorId }) => indicatorId)).to.eql(['hba1c-58', 'acr']);
    expect(find(element, '[data-do=held]')).to.equal(null);
  });

  it('keeps the arrows of a text from turning the page', async () => {
    const element = await show();
    await goTo(element, 'package agree');
    const text = find<HTMLTextAreaElement>(element, 'textarea')!;
    text.dispatchEvent(
      new KeyboardEvent('keydown', {
        key: 'ArrowLeft',
        bubbles: true,
        composed: true,
        cancelable: true,
      }),
    );
    await element.updateComplete;
    expect(slideId(element)).to.equal('package agree');
  });

  it('keeps what was typed where Escape, the window or another page ends the presentation', async () => {
    const ends: Record<string, (element: OverblikReport) => Promise<unknown> | void> = {
      Escape: () => sendKeys({ press: 'Escape' }),
      fullscreen: (element) => void element.dispatchEvent(new Event('fullscreenchange')),
      removal: (element) => element.remove(),
    };
    for (const [name, end] of Object.entries(ends)) {
      const element = await show();
      const told: unknown[] = [];
      element.addEventListener('overblik-meeting-changed', ({ detail }) =>
        told.push(detail.meeting),
      );
      await goTo(element, 'package agree');
      find<HTMLTextAreaElement>(element, 'textarea')!.focus();
      await sendKeys({ type: 'Prøver først' });
      await end(element);
      await until(`it is told (${name})`, () => told.length > 0);
      expect(told.at(-1), name).to.eql({ agreed: 'Prøver først' });
    }
  });

  it('holds the figures of after the meeting against those that it saw', async () => {
    const element = await show({ meeting: { met: before, agreed: 'Prøver' } });
    expect(wordsOf(element, '.package')).to.contain('Nye tal er kommet');
    const rows = [...element.shadowRoot!.querySelectorAll('.change tbody tr')];
    expect(rows.map((row) => (row as HTMLElement).dataset['who'])).to.eql([
      'area',
      'own',
      'area',
      'own',
    ]);
    expect(wordsOf(element, '.change')).to.match(/\d+ %/);
  });

  it('waits for them before they are there', async () => {
    const element = await show({ meeting: { met: after } });
    expect(wordsOf(element, '.package')).to.contain('Nye tal ventes');
    expect(find(element, '.change')).to.equal(null);
  });

  it('says of a profile that nobody has reported that there is none', async () => {
    const element = await show({ package: packages[2] });
    await goTo(element, 'package figures dk.triple-whammy nyretal');
    expect(wordsOf(element, '.slide')).to.contain(
      'Ingen klinik har rapporteret dk.triple-whammy endnu',
    );
  });

  it('tells of a package that cannot be used, and shows the report without it', async () => {
    const told: unknown[] = [];
    const element = await show({ package: undefined });
    element.addEventListener('overblik-problem', ({ detail }) => told.push(detail));
    element.package = { ...pack, gate: 7, title: { da: '<img src=x>' } };
    await until('told', () => told.length > 0);
    expect(told).to.eql([{ kind: 'unusable', field: 'package', count: 1 }]);
    expect(wordsOf(element, '[data-notice=package]')).to.contain('Klyngepakken kan ikke bruges');
    expect(find(element, '.focus')).not.to.equal(null);
    await press(element, '[data-do=present]');
    expect(slideId(element)).to.equal('start');
  });

  it('takes a package of words as words', async () => {
    const element = await show({
      package: { ...pack, title: { da: '<img src=x onerror=alert(1)>' } },
    });
    expect(find(element, '.package img')).to.equal(null);
    expect(wordsOf(element, '.package')).to.contain('<img src=x');
  });
});
