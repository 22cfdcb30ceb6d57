/** What a report tells beside indicators: causes, exemptions and care plans, on the screen, in files, shown and printed. */
import { expect, fixture, html } from '@open-wc/testing';
import '../../src/report-element.ts';
import type { OverblikReport } from '../../src/report-element.ts';
import type { ExportDetail } from '../../src/elements/shared/events.ts';
import { withFurther } from '../../fixtures/made-further.ts';
import { clinicReport, clinics, mine, reports } from '../../fixtures/made-reports.ts';
import { type2Diabetes } from '../../fixtures/profiles/index.ts';
import { mergeReports, readReport } from '../../src/report/index.ts';
import { isAccessible } from './in-depth.ts';
import { until } from './stage.ts';

const further = clinics.map((each) => withFurther(clinicReport(each), each));
const own = { clinicId: mine.id };

async function show(props: Partial<OverblikReport> = {}): Promise<OverblikReport> {
  const element = await fixture<OverblikReport>(
    html`<overblik-report lang="da"></overblik-report>`,
  );
  Object.assign(element, { reports: further, own, ...props });
  await until('the reports are read', () => find(element, '.head') !== null);
  return element;
}

const root = (element: OverblikReport) => element.shadowRoot!;
const find = <Found extends HTMLElement>(element: OverblikReport, selector: string) =>
  root(element).querySelector<Found>(selector);
const wordsOf = (element: OverblikReport, selector: string) =>
  (find(element, selector)?.textContent ?? '').replaceAll(/\s+/g, ' ');
const open = async (element: OverblikReport, selector: string) => {
  find(element, `${selector} > summary`)!.click();
  await until('it is open', () => find(element, `${selector} table`) !== null);
};
const heads = (element: OverblikReport, selector: string) =>
  [...root(element).querySelectorAll(`${selector} > table > thead th`)].map((each) =>
    each.textContent.trim(),
  );

describe('what a report tells beside indicators', () => {
  it('is nothing where the clinics tell nothing of it', async () => {
    const element = await show({ reports });
    for (const part of ['.causes', '.exemptions', '.activities'])
      expect(find(element, part)).to.equal(null);
    expect(find(element, '[data-do^="csv "]')).to.equal(null);
  });

  it('has the causes beside the indicator, mine and the cluster’s, with how they are spread', async () => {
    const element = await show();
    await open(element, '.causes');
    expect(heads(element, '.causes')).to.deep.equal([
      ...['Årsag', 'Min klinik', 'Klyngen', 'Fordeling i klyngen'],
    ]);
    expect(wordsOf(element, '.causes')).to.contain('Fortalt af 12 klinikker.');
    expect(wordsOf(element, '.causes .chart-finding')).to.match(/^Hyppigst: data mangler/);
    expect(root(element).querySelectorAll('.causes .strip-column svg')).to.have.lengthOf(2);
    // Of a cause that no clinic can tell of nothing is drawn: they would differ by their sizes alone.
    expect(wordsOf(element, '.causes tbody tr:last-child .strip-column')).to.contain('skjult');
    expect(root(element).querySelectorAll('.causes .bar.mine')).to.have.lengthOf(3);
    await isAccessible(element);
  });

  it('has whom the clinics exempt and why, and says of what no number can be told', async () => {
    const element = await show({ profiles: [type2Diabetes] });
    await open(element, '.exemptions');
    const words = wordsOf(element, '.exemptions');
    expect(words).to.contain('Klinikker med 5 eller flere');
    expect(words).to.contain('Patienten ønsker ikke');
    expect(words).to.match(
      /Ingen klinik har 5 eller flere undtaget af samme årsag af: [^.]*\. Det er ikke nul/,
    );
    expect(words).not.to.contain('undefined');
    await isAccessible(element);
  });

  it('has the steering group’s table, and says who is in no band', async () => {
    const element = await show();
    const rows = root(element).querySelectorAll('.activities .scroll tbody tr');
    expect(rows).to.have.lengthOf(12);
    expect(rows[0]!.querySelector('th')!.textContent.trim()).to.equal('okt. 2025');
    const words = wordsOf(element, '.activities');
    expect(words).to.contain('1 klinik er ikke med: antallet af lægekapaciteter er ikke oplyst');
    expect(words).to.contain('Fem eller flere:');
    expect(root(element).querySelectorAll('.activities .chart-plot')).to.have.lengthOf(3);
    await isAccessible(element);
  });

  it('is the same of the area’s sums alone, without a clinic', async () => {
    const sums = mergeReports(further, {
      ...{ level: 'municipality', area: { id: 'm', name: 'Kommunen' }, clinics: false },
      ...{ madeAt: '2026-10-03T09:00:00+02:00', engine: '0.1.0' },
    });
    const one = await show({ own: undefined });
    const other = await show({ own: undefined, reports: sums });
    const table = (element: OverblikReport) => wordsOf(element, '.activities .scroll tbody');
    expect(table(other)).to.equal(table(one));
    await open(other, '.causes');
    expect(heads(other, '.causes')).to.deep.equal(['Årsag', 'Kommunen']);
  });

  it('shows nothing of mine where the area is looked at', async () => {
    const element = await show({ view: { scope: 'area' } });
    await open(element, '.causes');
    await open(element, '.exemptions');
    expect(find(element, '.bar.mine')).to.equal(null);
    for (const part of ['.causes', '.exemptions', '.activities'])
      expect(wordsOf(element, part)).not.to.contain('Min klinik');
  });

  it('is saved as tables, and in the area’s report as sums without a clinic’s own', async () => {
    const element = await show();
    const files: ExportDetail[] = [];
    element.addEventListener('overblik-export', (event) => {
      event.preventDefault();
      files.push(event.detail);
    });
    find(element, '[data-do="csv exemptions"]')!.click();
    await until('a file', () => files.length === 1);
    find(element, '[data-do="csv activity care-plans"]')!.click();
    await until('two files', () => files.length === 2);
    await element.save('xlsx', 'exemptions');
    await element.save('csv', 'no-such-part');
    await element.save('csv');
    await element.save('json');
    expect(files).to.have.lengthOf(5);
    const [exemptions, plans, , indicators, json] = await Promise.all(
      files.map(({ file }) => file.text()),
    );
    expect(exemptions).to.contain('wrong-data');
    expect(plans).to.contain('Fem eller flere');
    expect(plans).to.contain('Nye: mindst');
    expect(indicators).to.contain('Kan ikke afgøres: Data mangler');
    const reading = readReport(json);
    if (!reading.ok || reading.report.level === 'clinic') throw new Error('an area’s report');
    const { clinics: unnamed = [], activities = [], exemptions: told = [] } = reading.report;
    expect(told).to.have.lengthOf(4);
    expect(activities[0]!.clinics).to.equal(12);
    // Whoever knows how many GPs a clinic has would know which it is.
    for (const each of unnamed)
      expect(each).not.to.have.any.keys('capacity', 'activities', 'exemptions');
    // It is shown again as it was.
    const again = await show({ own: undefined, reports: reading.report });
    expect(wordsOf(again, '.activities .scroll tbody')).to.equal(
      wordsOf(await show({ own: undefined }), '.activities .scroll tbody'),
    );
  });

  it('is in the presentation, each chart a slide, and on paper, without mine', async () => {
    const element = await show();
    element.present();
    await element.updateComplete;
    const slides: string[] = [];
    const dialog = find(element, 'dialog.meeting')!;
    for (;;) {
      slides.push(find(element, '.slide')!.dataset['slide']!);
      expect(find(element, '.slide .bar.mine')).to.equal(null);
      if (slides.at(-1) === 'missing') break;
      dialog.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
      await element.updateComplete;
    }
    expect(slides.slice(-5)).to.deep.equal([
      'exemptions',
      ...[1, 2, 3].map((at) => `activity care-plans ${at}`),
      'missing',
    ]);
    (dialog as HTMLDialogElement).close();
    window.dispatchEvent(new Event('beforeprint'));
    const paper = wordsOf(element, '.paper');
    expect(paper).to.contain('Undtagelser');
    expect(paper).to.contain('Forløbsplaner');
    expect(paper).to.contain('Hvorfor kan de ikke afgøres?');
    expect(paper).not.to.contain('Min klinik');
    window.dispatchEvent(new Event('afterprint'));
  });

  it('has charts whose points are reached by keys, and whose pictures are without mine', async () => {
    const element = await show();
    await open(element, '.causes');
    const bar = find(element, '.causes .bar')!;
    bar.focus();
    bar.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
    expect(root(element).activeElement!.getAttribute('aria-label')).to.match(/Min klinik: /);
    const files: ExportDetail[] = [];
    element.addEventListener('overblik-export', (event) => {
      event.preventDefault();
      files.push(event.detail);
    });
    find(element, '.causes .pictures button')!.click();
    await until('a picture', () => files.length === 1);
    const picture = await files[0]!.file.text();
    expect(picture).not.to.contain('Min klinik');
    expect(picture).to.contain('Data mangler');
  });
});
