import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, LitElement, type TemplateResult } from 'lit';
import {
  decilesOf,
  defaultProtection,
  describeGap,
  exactly,
  figuresOf,
  funnelOf,
  gapOf,
  protectLeaves,
  sayIn,
  shareWithSize,
  sumOfFigures,
  trendOf,
  unknownShareOf,
  type CountedClinic,
  type Dated,
  type Figures,
  type Say,
} from '../src/report/index.ts';
import {
  chartStyles,
  decileChart,
  funnelChart,
  stripChart,
  trendChart,
  unknownBar,
} from '../src/report-element/charts/index.ts';
import { controls } from '../src/ui/controls.ts';
import { theme } from '../src/ui/theme.ts';
import { stage } from './stage.ts';

/** Where charts are looked at: the report gives them its styles, and so does this. */
class ChartStage extends LitElement {
  static override styles = [theme, controls, chartStyles];
  static override properties = { content: { attribute: false } };

  declare content: ((say: Say) => unknown) | undefined;

  protected override render(): unknown {
    const language = document.documentElement.lang === 'en' ? 'en' : 'da';
    const content = this.content?.(sayIn(language));
    return html`<h1 class="visually-hidden">Report</h1>
      ${content}`;
  }
}
customElements.define('story-charts', ChartStage);

function charts(content: (say: Say) => unknown): TemplateResult {
  return html`<story-charts .content=${content}></story-charts>`;
}

/** Numbers that look drawn by chance and are the same each time. */
function drawn(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

function leavesOf(numerator: number, rest: number, unknown: number): Figures {
  const leaves = protectLeaves({ numerator, rest, unknown }, defaultProtection);
  return figuresOf(leaves, defaultProtection);
}

interface Made {
  readonly id: string;
  readonly counts: readonly [numerator: number, rest: number, unknown: number];
  readonly figures: Figures;
}

function clinicsOf(
  many: number,
  { share = 0.31, spread = 0.05, seed = 7, least = 60, most = 520 } = {},
): readonly Made[] {
  const next = drawn(seed);
  return Array.from({ length: many }, (_, at) => {
    const size = Math.round(least + (most - least) * next() ** 1.6);
    const own = Math.min(
      0.97,
      Math.max(0.02, share + spread * (next() + next() + next() - 1.5) * 2),
    );
    const numerator = Math.round(size * own);
    const unknown = Math.round(size * 0.12 * next());
    const counts = [numerator, size - numerator, unknown] as const;
    return { id: `k${at}`, counts, figures: leavesOf(...counts) };
  });
}

const cluster = clinicsOf(12).map((each, at): Made => {
  // One of them apart, as in any cluster worth a meeting.
  if (at !== 8) return each;
  const counts = [190, 210, 12] as const;
  return { ...each, counts, figures: leavesOf(...counts) };
});
const mine = cluster[4]!;
const own: Figures = {
  numerator: exactly(mine.counts[0]),
  rest: exactly(mine.counts[1]),
  unknown: exactly(mine.counts[2]),
};

function datesOf(
  many: number,
  shareAt: (at: number) => number,
  of: number,
  seed = 3,
): readonly Dated[] {
  const next = drawn(seed);
  return Array.from({ length: many }, (_, at) => {
    const number = 2026 * 4 + 3 - (many - 1 - at);
    const size = Math.round(of * (0.95 + 0.1 * next()));
    const numerator = Math.round(size * (shareAt(at) + 0.03 * (next() - 0.5)));
    return {
      date: `${Math.floor(number / 4)}-${['03-31', '06-30', '09-30', '12-31'][number % 4]}`,
      figures: leavesOf(numerator, size - numerator, Math.round(size * 0.05)),
    };
  });
}

function areaDates(many: number, shareAt: (at: number) => number): readonly Dated[] {
  const all = Array.from({ length: 12 }, (_, clinic) =>
    datesOf(many, shareAt, 120 + 30 * clinic, 11 + clinic),
  );
  return all[0]!.map(({ date }, at) => ({
    date,
    figures: sumOfFigures(all.map((dates) => dates[at]!.figures!)),
  }));
}

const title = { da: 'HbA1c over 58 mmol/mol', en: 'HbA1c above 58 mmol/mol' };
const area = { da: 'Klyngen', en: 'The cluster' };

function funnel(
  clinics: readonly CountedClinic[],
  props: { readonly mine?: string; readonly own?: Figures; readonly target?: number } = {},
) {
  return (say: Say) =>
    funnelChart({
      ...{ title: title[say.language], say, area: area[say.language] },
      ...{ mine: props.mine, own: props.own, isTarget: props.target !== undefined },
      funnel: funnelOf(clinics, { target: props.target }),
    });
}

function trend(many: number, shift = 0) {
  const shareAt = (at: number) => 0.4 - at * 0.006 - (at >= many - 8 ? shift : 0);
  return (say: Say) =>
    trendChart({
      ...{ title: title[say.language], say, target: 0.25 },
      series: [
        {
          ...{ kind: 'mine', name: say.texts.mine },
          trend: trendOf(datesOf(many, (at) => shareAt(at) + 0.04 - at * 0.004, 340)),
        },
        { kind: 'area', name: area[say.language], trend: trendOf(areaDates(many, shareAt)) },
      ],
    });
}

function strip(clinics: readonly Made[], isSmall = false) {
  return (say: Say) =>
    stripChart({
      ...{ title: title[say.language], say, isSmall, mine: mine.id },
      clinics: clinics.map(({ id, figures }) => ({ id, share: shareWithSize(figures) })),
      area: {
        name: area[say.language],
        share: shareWithSize(sumOfFigures(clinics.map(({ figures }) => figures)))!,
      },
      target: 0.2,
    });
}

function deciles(many: number, clinics: number) {
  const all = Array.from({ length: clinics }, (_, clinic) =>
    trendOf(
      datesOf(many, (at) => 0.25 + (clinic % 17) * 0.011 - at * 0.004, 90 + clinic * 3, clinic + 1),
    ),
  );
  const own = all[0]!;
  return (say: Say) =>
    decileChart({
      ...{ title: title[say.language], say },
      quarters: own.points.map((point, at) => ({
        ...{ year: point.year, quarter: point.quarter, mine: point.share },
        deciles: decilesOf(all.flatMap(({ points }) => points[at]?.share ?? [])),
      })),
    });
}

interface Args {
  readonly content: (say: Say) => unknown;
  readonly width?: string;
}

/** The charts of a report: funnel, trend, strip, deciles and the unknown, in all their states. */
const meta: Meta<Args> = {
  title: 'Report/Charts',
  argTypes: { content: { control: false } },
  render: ({ content, width = '46rem' }) => stage(charts(content), width, 'auto'),
};
export default meta;
type Story = StoryObj<Args>;

export const Funnel: Story = { args: { content: funnel(cluster, { mine: mine.id, own }) } };
export const FunnelEnglish: Story = {
  args: { content: funnel(cluster, { mine: mine.id, own }) },
  globals: { language: 'en' },
};
export const FunnelNarrow: Story = {
  args: { content: funnel(cluster, { mine: mine.id, own }), width: '320px' },
};
/** Nobody outside, about a target. */
export const FunnelOfTarget: Story = {
  args: { content: funnel(clinicsOf(14, { spread: 0.01 }), { target: 0.3 }) },
};
/** The clinics differ by more than chance: wider limits. */
export const FunnelDispersed: Story = {
  args: { content: funnel(clinicsOf(116, { spread: 0.16 }), { mine: 'k4' }) },
};
export const FunnelOfCountry: Story = {
  args: { content: funnel(clinicsOf(1600, { spread: 0.07, most: 1400 }), { mine: 'k40' }) },
};
export const FunnelOfFew: Story = { args: { content: funnel(cluster.slice(0, 8)) } };
/** Most are too small to be shown. */
export const FunnelHidden: Story = {
  args: { content: funnel(clinicsOf(12, { least: 3, most: 7 })) },
};
export const Trend: Story = { args: { content: trend(16, 0.05) } };
export const TrendEnglish: Story = {
  args: { content: trend(16, 0.05) },
  globals: { language: 'en' },
};
export const TrendNarrow: Story = { args: { content: trend(16, 0.05), width: '320px' } };
export const TrendPreliminary: Story = { args: { content: trend(7) } };
/** Ten years of quarters. */
export const TrendLong: Story = { args: { content: trend(40) } };
export const TrendOfOne: Story = { args: { content: trend(1) } };
export const Strip: Story = { args: { content: strip(cluster) } };
export const StripNarrow: Story = { args: { content: strip(cluster), width: '320px' } };
export const StripOfMany: Story = { args: { content: strip(clinicsOf(116)) } };
/** As in a row of a table. */
export const StripSmall: Story = { args: { content: strip(cluster, true), width: '240px' } };
export const Deciles: Story = { args: { content: deciles(16, 40) } };
export const DecilesNarrow: Story = { args: { content: deciles(16, 40), width: '320px' } };
export const DecilesOfFew: Story = { args: { content: deciles(6, 8) } };
export const Unknown: Story = {
  args: {
    content: (say) =>
      cluster
        .slice(0, 5)
        .map(({ figures }) => html`<p>${unknownBar(unknownShareOf(figures), say)}</p>`),
  },
};
/** How few clinics explain the gap, in words. */
export const Gap: Story = {
  args: {
    content: (say) => {
      const gap = gapOf(cluster, { target: 0.25, better: 'lower', mine: mine.id });
      return gap ? describeGap(gap, say).map((each) => html`<p>${each}</p>`) : undefined;
    },
  },
};
