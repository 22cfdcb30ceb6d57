import type { PatientOutcome } from '../../engine/index.ts';
import { textIn, type Language } from '../../profile/index.ts';
import { dataTypes, type DataType } from '../../record/index.ts';
import { viewCell, type CellView } from '../cells.ts';
import { viewMarkers, type MarkerView } from '../markers.ts';
import { viewTimeline, type Timeline } from './timeline.ts';
import { viewWhy, type WhyView } from './why.ts';

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

/** One patient, seen through one profile: all that the cockpit shows. */
export interface CockpitView {
  readonly title: string;
  readonly version: string;
  readonly markers: readonly MarkerView[];
  readonly why: WhyView;
  readonly sections: readonly CockpitSection[];
  readonly timeline: Timeline;
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
    timeline: viewTimeline([outcome], language),
  };
}
