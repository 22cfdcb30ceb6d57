/** What a run is written down as: nothing of a patient's, every text a text, nothing lost on paper. */
import { beforeAll, describe, expect, it } from 'vitest';
import {
  catalogue,
  compareReports,
  protocolHtml,
  protocolItems,
  reportHtml,
  reportText,
  type ConformanceReport,
} from '../../src/conformance/index.ts';
import { goodAdapter, patients, description, tryOut } from './stage.ts';
import { own } from './mutants/mutant.ts';

const markup = '<img src=x onerror=alert(1)>';
let good: ConformanceReport;
let bad: ConformanceReport;

beforeAll(async () => {
  good = await tryOut(
    goodAdapter(patients, { ...description, name: markup, patients: patients.length }),
    {
      only: ['ADP', 'DES', 'LOA', 'PAT', 'DAT'],
      started: '2026-11-24T10:00:00+01:00',
      version: '0.1.0',
    },
  );
  bad = await tryOut(
    own((patient) => ({ ...patient, sex: patient.sex === 'female' ? 2 : 1 })),
    { only: ['ADP', 'DES', 'LOA', 'PAT', 'DAT'] },
  );
});

describe('a report', () => {
  it('is plain JSON, which it can be read back from', () => {
    expect(JSON.parse(JSON.stringify(good))).toEqual(good);
    expect(good.summary.ok).toBe(true);
    expect(bad.summary.ok).toBe(false);
  });

  it('holds nothing of a patient’s, in whatever form', () => {
    const all = [good, bad].flatMap((report) => [
      JSON.stringify(report),
      reportText(report, { all: true }),
      reportHtml(report),
      protocolHtml(report),
    ]);
    for (const { patient } of patients)
      for (const secret of [patient.name, patient.cpr, patient.id])
        if (secret !== undefined && secret.length > 4)
          expect(
            all.some((text) => text.includes(secret)),
            secret,
          ).toBe(false);
  });

  it('has its clinic’s name as text, and never as markup', () => {
    for (const html of [reportHtml(good), protocolHtml(good)]) {
      expect(html).not.toContain('<img');
      expect(html).toContain('&lt;img');
      expect(html).not.toMatch(/<script|href=|src="?http/);
      expect(html).toContain("default-src 'none'");
    }
  });

  it('tells each requirement that was looked at, and each call', () => {
    const html = reportHtml(bad);
    for (const { id } of bad.results) expect(html).toContain(`>${id}<`);
    expect(bad.calls.length).toBeGreaterThan(10);
    expect(bad.calls.every(({ call, asked }) => call !== '' && asked !== '')).toBe(true);
  });

  it('draws names as code, and the data in them as text', () => {
    const [first, ...rest] = bad.results;
    const finding = { seen: 'Seen `a <b>`, *not* that.', where: '`x`', fix: 'Do `y`.' };
    const html = reportHtml({ ...bad, results: [{ ...first!, findings: [finding] }, ...rest] });
    expect(html).toContain('Seen <code>a &lt;b&gt;</code>, <em>not</em> that.');
    expect(html).not.toContain('`');
  });

  it('tells a reason once, with all that it holds of', async () => {
    const report = await tryOut(goodAdapter(), { only: ['ADP', 'DES', 'ROU'], writes: false });
    const lines = reportText(report)
      .split('\n')
      .filter((line) => line.includes('not allowed'));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^ {2}ROU-02, .*ROU-10 \(9\): saving rounds was not allowed/);
  });

  it('names what is not met ahead of everything', () => {
    expect(reportHtml(bad).indexOf('Not met')).toBeLessThan(reportHtml(bad).indexOf('ADP-01'));
    expect(reportHtml(good)).not.toContain('Not met');
  });

  it('is compared with one before by the ids of the requirements', () => {
    expect(compareReports(bad, good).better.map(({ id }) => id)).toEqual(['DAT-18']);
    expect(compareReports(good, bad).worse).toEqual([
      { id: 'DAT-18', before: 'pass', after: 'fail' },
    ]);
    expect(compareReports(good, good)).toEqual({ worse: [], better: [], other: [] });
    expect(reportText(bad, { previous: good })).toContain('worse: DAT-18 (pass → fail)');
    expect(() => compareReports({} as ConformanceReport, good)).toThrow(TypeError);
  });
});

describe('the test protocol', () => {
  it.each(['da', 'en'] as const)('has every line, filled in by the run: %s', (language) => {
    const html = protocolHtml(good, language);
    for (const { id, title } of protocolItems) {
      expect(html).toContain(`>${id}<`);
      expect(html).toContain(
        title[language].replaceAll('’', '’').split('“')[0]!.split('&')[0]!.trim(),
      );
    }
    const loaded = catalogue.find(({ id }) => id === 'LOA-03');
    expect(html).toContain(loaded?.title[language]);
    expect(html).toContain(language === 'da' ? 'Bestået' : 'Passed');
  });

  it('can be filled in by hand alone', () => {
    const html = protocolHtml(undefined);
    expect(html).toContain('ikke kørt');
    expect(html.match(/type="checkbox"/g)?.length).toBe(3 * protocolItems.length + 3);
  });

  it('has fields that grow with what is written in them', () => {
    expect(protocolHtml(good)).not.toContain('<textarea');
  });
});

describe('a run that is broken off', () => {
  it('reports what it has found, and the rest as not finished', async () => {
    const stop = new AbortController();
    const { runConformance } = await import('../../src/conformance/index.ts');
    const report = await runConformance(
      goodAdapter(),
      {
        asOf: '2026-11-24',
        onProgress: ({ id }) => id === 'LOA-03' && stop.abort(),
      },
      stop.signal,
    );
    expect(report.results.find(({ id }) => id === 'ADP-01')?.result).toBe('pass');
    expect(report.results.find(({ id }) => id === 'LOA-03')?.result).toBe('error');
    expect(report.results.at(-1)?.why).toBe('The run was broken off.');
    expect(report.summary.ok).toBe(false);
  });

  it('leaves no round open that it has saved, be it broken off', async () => {
    const adapter = goodAdapter();
    const rounds = () => adapter.rounds!.list('overblik.conformance', new AbortController().signal);
    const stop = new AbortController();
    const { runConformance } = await import('../../src/conformance/index.ts');
    await runConformance(
      adapter,
      {
        asOf: '2026-11-24',
        only: ['ROU'],
        writes: true,
        onProgress: ({ id }) => id === 'ROU-04' && stop.abort(),
      },
      stop.signal,
    );
    await tryOut(adapter, { only: ['ROU'] });
    const left = await rounds();
    expect(left).toHaveLength(3);
    expect(left.every(({ withdrawn, finished }) => withdrawn === true && finished)).toBeTruthy();
    await tryOut(adapter, { only: ['ROU'], writes: false });
    expect(await rounds()).toEqual(left);
  });

  it('leaves the console as it was', async () => {
    const { log } = console;
    await tryOut(goodAdapter(), { only: ['DES-01'] });
    expect(console.log).toBe(log);
  });
});

it('a date that does not exist is refused', async () => {
  await expect(tryOut(goodAdapter(), { asOf: '2026-02-30' })).rejects.toThrow(RangeError);
});
