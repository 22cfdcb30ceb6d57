/** The kit's element in a page: a run by its button, what it shows, and the files that it hands over. */
import { expect, fixture, html } from '@open-wc/testing';
import '../../src/conformance-element.ts';
import type { OverblikConformance } from '../../src/conformance-element.ts';
import { memoryAdapter, type ClinicAdapter } from '../../src/adapter/index.ts';
import type { ExportDetail } from '../../src/elements/shared/events.ts';
import { complete, patientWith } from '../engine/build.ts';

const asOf = '2026-11-24';
const name = 'Frida Fiktiv-Prøvesen';
const patients = Array.from({ length: 12 }, (_, index) =>
  patientWith({ diagnoses: [{ code: 'P70', from: '2020-01-06' }] }, { id: `p${index}`, name }),
);
const coverage = Object.fromEntries(
  Object.keys(complete).map((type) => [type, { available: true, updated: asOf }]),
);
const good = memoryAdapter({
  description: { id: 'k', name: 'Klinik', user: 'AB', coverage, patients: patients.length },
  patients,
});

async function kit(adapter: ClinicAdapter | undefined, lang = 'da'): Promise<OverblikConformance> {
  return fixture(
    html`<overblik-conformance
      lang=${lang}
      as-of=${asOf}
      .adapter=${adapter}
    ></overblik-conformance>`,
  );
}

const rootOf = (element: OverblikConformance) => element.shadowRoot!;
const button = (element: OverblikConformance, words: string) =>
  [...rootOf(element).querySelectorAll('button')].find((each) => each.textContent?.includes(words));
const textOf = (element: OverblikConformance) =>
  rootOf(element).querySelector('section')!.textContent.replaceAll(/\s+/g, ' ');

/** Runs by the button, and waits for the end. */
async function runBy(element: OverblikConformance, words = 'Kør') {
  const ended = new Promise((resolve) => {
    element.addEventListener('overblik-conformance', resolve, { once: true });
  });
  button(element, words)!.click();
  await ended;
  await element.updateComplete;
  await element.updateComplete;
}

/** What is handed over by a button, taken by the host. */
async function savedBy(
  element: OverblikConformance,
  words: string,
): Promise<readonly [string, string]> {
  const saved = new Promise<ExportDetail>((resolve) => {
    element.addEventListener(
      'overblik-export',
      (event) => {
        event.preventDefault();
        resolve(event.detail);
      },
      { once: true },
    );
  });
  button(element, words)!.click();
  const { file, name: fileName } = await saved;
  return [fileName, await file.text()];
}

describe('<overblik-conformance>', () => {
  it('says that no adapter is connected', async () => {
    const element = await kit(undefined);
    expect(textOf(element)).to.contain('Ingen adapter er forbundet.');
    expect(button(element, 'Kør')).to.equal(undefined);
    expect(await element.run()).to.equal(undefined);
  });

  it('runs, shows what failed, and hands the files over', async () => {
    const bad: ClinicAdapter = { ...good, patient: () => Promise.reject(new Error(name)) };
    const element = await kit(bad);
    await runBy(element);
    expect(element.report?.summary.ok).to.equal(false);
    const failed = rootOf(element).querySelectorAll('li.requirement');
    expect([...failed].map((each) => each.querySelector('.id')?.textContent)).to.deep.equal([
      'PAT-01',
    ]);
    expect(textOf(element)).to.contain('1 SHALL-krav er ikke opfyldt.');
    await expect(element).to.be.accessible();

    const [htmlName, report] = await savedBy(element, 'Gem rapport (HTML)');
    expect(htmlName).to.equal('overblik-conformance 2026-11-24.html');
    expect(report).to.contain('PAT-01');
    const [, json] = await savedBy(element, 'Gem rapport (JSON)');
    expect((JSON.parse(json) as { format: string }).format).to.equal('overblik-conformance/1');
    const [, protocol] = await savedBy(element, 'Gem testprotokol');
    expect(protocol).to.contain('lang="da"').and.to.contain('Testprotokol');
    for (const text of [report, json, protocol, textOf(element)]) expect(text).not.to.contain(name);
  });

  it('shows by result, and in English', async () => {
    const element = await kit(good, 'en');
    await runBy(element, 'Run');
    expect(textOf(element)).to.contain('Every SHALL that could be judged is met.');
    const select = rootOf(element).querySelector('select')!;
    select.value = 'omit';
    select.dispatchEvent(new Event('change'));
    await element.updateComplete;
    const results = [...rootOf(element).querySelectorAll('li.requirement .result')];
    expect(results.length).to.be.greaterThan(0);
    expect(results.every((each) => each.textContent === 'Not relevant')).to.equal(true);
  });

  it('finds what an adapter leaves in the browser’s storage', async () => {
    const leaving: ClinicAdapter = {
      ...good,
      async describe(signal) {
        localStorage.setItem('last-patient', name);
        return good.describe(signal);
      },
    };
    const element = await kit(leaving);
    const report = await element.run();
    localStorage.removeItem('last-patient');
    const failed = report?.results.filter(({ result }) => result === 'fail');
    expect(failed?.map(({ id }) => id)).to.deep.equal(['PRI-02']);
    expect(failed?.[0]?.findings[0]?.where).to.equal('localStorage');
  });

  it('leaves fetch and the console as they were, be it broken off', async () => {
    const before = [window.fetch, console.log] as const;
    const element = await kit(good);
    const run = element.run();
    element.stop();
    const report = await run;
    expect([window.fetch, console.log]).to.deep.equal([...before]);
    expect(report?.summary.ok).to.equal(false);
    expect(report?.results.at(-1)?.result).to.equal('error');
  });
});
