import {
  evidenceOf,
  recordsIn,
  type Finding,
  type PatientOutcome,
  type Truth,
} from '../engine/index.ts';
import {
  describeCriterionTree,
  textIn,
  type Criterion,
  type CriterionWords,
  type Language,
  type MarkerLevel,
} from '../profile/index.ts';
import {
  dataTypes,
  type CalendarDate,
  type DataType,
  type MedicationRecord,
} from '../record/index.ts';
import { viewCell, type CellView } from './cells.ts';
import { viewMarkers, type MarkerView } from './markers.ts';
import { describeDoubts, describeRecord, nameRecord, whenOf } from './words/index.ts';

/** A criterion as it came out for the patient: what was asked, the answer, and its records or doubts. */
export interface WhyNode {
  readonly path: string;
  readonly text: string;
  readonly truth: Truth;
  readonly records: readonly string[];
  readonly doubts: readonly string[];
  readonly branches: readonly WhyNode[];
}

export interface WhyView {
  readonly truth: Truth;
  readonly out: 'deceased' | 'unborn' | undefined;
  readonly doubts: readonly string[];
  readonly include: WhyNode;
  readonly exclude: WhyNode | undefined;
}

export interface CockpitItem {
  readonly id: string;
  readonly title: string;
  readonly cell: CellView;
  /** Unit and reference interval of the newest result. */
  readonly unit: string | undefined;
  readonly low: number | undefined;
  readonly high: number | undefined;
}

export interface CockpitSection {
  readonly type: DataType;
  readonly items: readonly CockpitItem[];
}

/** One treatment on the timeline: all its spans, and the gravest marker it set off. */
export interface TimelineRow {
  readonly name: string;
  readonly level: MarkerLevel | undefined;
  readonly active: boolean;
  readonly spans: readonly { readonly from: CalendarDate; readonly to: CalendarDate | undefined }[];
  readonly words: string;
}

/** One patient, seen through one profile: all that the cockpit shows. */
export interface CockpitView {
  readonly title: string;
  readonly version: string;
  readonly markers: readonly MarkerView[];
  readonly why: WhyView;
  readonly sections: readonly CockpitSection[];
  readonly timeline: readonly TimelineRow[];
}

export function viewCockpit(outcome: PatientOutcome, language: Language): CockpitView {
  const { profile, patient, asOf } = outcome;
  const items = outcome.cells.map((cell) => {
    const newest = cell.records.find((record) => record.type === 'result');
    return {
      type: cell.item.type,
      id: cell.item.id,
      title: textIn(cell.item.title, language),
      cell: viewCell(cell, patient, asOf, language),
      unit: newest?.unit,
      low: newest?.low,
      high: newest?.high,
    };
  });
  return {
    title: textIn(profile.title, language),
    version: profile.version,
    markers: viewMarkers(outcome, language),
    why: viewWhy(outcome, language),
    sections: dataTypes
      .filter((type) => type !== 'patient')
      .map((type) => ({ type, items: items.filter((item) => item.type === type) })),
    timeline: viewTimeline(outcome, language),
  };
}

function viewWhy(outcome: PatientOutcome, language: Language): WhyView {
  const { membership, profile } = outcome;
  const { include, exclude } = profile.population;
  const node = (criterion: Criterion, finding: Finding, path: string) =>
    viewNode(
      describeCriterionTree(criterion, profile, language, path),
      finding,
      outcome.asOf,
      language,
    );
  return {
    truth: membership.truth,
    out: membership.out,
    doubts: describeDoubts(membership.doubts, language),
    include: node(include, membership.include, '/population/include'),
    exclude:
      exclude && membership.exclude && node(exclude, membership.exclude, '/population/exclude'),
  };
}

function viewNode(
  words: CriterionWords,
  finding: Finding,
  asOf: CalendarDate,
  language: Language,
): WhyNode {
  return {
    path: words.path,
    text: words.text,
    truth: finding.truth,
    records: finding.records.map((record) => describeRecord(record, asOf, language)),
    doubts: finding.truth === 'unknown' ? describeDoubts(finding.doubts, language) : [],
    branches: words.branches.flatMap((branch) => {
      const below = finding.branches.find(({ path }) => path === branch.path);
      return below ? [viewNode(branch, below, asOf, language)] : [];
    }),
  };
}

/** Treatments of the last years, those with a marker first, then the active ones, newest first. */
function viewTimeline(outcome: PatientOutcome, language: Language): readonly TimelineRow[] {
  const { patient, asOf } = outcome;
  const start = `${Number(asOf.slice(0, 4)) - timelineYears}${asOf.slice(4)}`;
  const levels = new Map<string, MarkerLevel>();
  for (const hit of [...outcome.markers].reverse())
    if (hit.truth === 'yes')
      for (const record of recordsIn(evidenceOf(hit.finding)))
        if (record.type === 'medication') levels.set(record.code, hit.marker.level);

  const byCode = new Map<string, MedicationRecord[]>();
  for (const record of patient.records.medication) {
    if (record.to !== undefined && record.to < start) continue;
    byCode.set(record.code, [...(byCode.get(record.code) ?? []), record]);
  }
  return [...byCode.values()]
    .map((records): TimelineRow => {
      const newest = records.reduce((a, b) => (b.from >= a.from ? b : a));
      return {
        name: nameRecord(newest, language),
        level: levels.get(newest.code),
        active: newest.from <= asOf && (newest.to === undefined || newest.to >= asOf),
        spans: records.map(({ from, to }) => ({ from: from < start ? start : from, to })),
        words: records.map((record) => whenOf(record, asOf, language)).join('; '),
      };
    })
    .sort((a, b) => rank(a) - rank(b) || (newestStart(a) < newestStart(b) ? 1 : -1));
}

/** Years that the timeline reaches back. */
export const timelineYears = 5;

function rank({ level, active }: TimelineRow): number {
  return level === 'critical' ? 0 : level ? 1 : active ? 2 : 3;
}

function newestStart({ spans }: TimelineRow): CalendarDate {
  return spans.reduce((latest, { from }) => (from > latest ? from : latest), '');
}
