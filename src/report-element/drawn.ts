/** Works out what is drawn from what is shown. */
import type { Drawn } from './host.ts';
import { inOrder, rowOf } from './model/rows.ts';
import { sheetsOf, type Sheet, type Wider } from './model/sheet.ts';
import { scopesOf, type ReportScope, type Shown } from './model/view.ts';
import type { OwnNumbers } from './own/controller.ts';
import type { OwnFigures } from './own/types.ts';
import type { ProfileDocuments } from './profiles.ts';
import type { Ui } from './ui.ts';

interface Sources {
  readonly ui: Ui;
  readonly documents: ProfileDocuments;
  readonly numbers: OwnNumbers;
  readonly own: OwnFigures | undefined;
}

/** Undefined where the reports have no indicator or no date. */
export function drawnOf(
  { sheet, indicator, date, scope, order }: Shown,
  { ui, documents, numbers, own }: Sources,
): Drawn | undefined {
  if (indicator === undefined || date === undefined) return undefined;
  const { id } = sheet.profile;
  const words = (each: string) => documents.words(id, each, ui.language);
  const rows = sheet.indicators.map((each) => rowOf(sheet, each, date, words(each).better));
  return {
    ...{ ui, sheet, scope, order, date, words },
    front: frontOf(sheet, scope, own?.clinicId),
    scopes: scopesOf(sheet),
    rows: inOrder(rows, order),
    row: rows.find((each) => each.id === indicator)!,
    title: documents.title(id, ui.language),
    activityTitle: () => undefined,
    markerTitle: (marker) => documents.marker(id, marker, ui.language),
    own: sheet.mine ? numbers.stateOf(own, sheet.profile, date) : { kind: 'none' },
  };
}

/** The sheet whose units are drawn: that of the larger area, where that stands in front. */
function frontOf(sheet: Sheet, scope: ReportScope, mine: string | undefined): Sheet {
  const wider = sheet.wider.find(({ level }) => level === scope);
  if (!wider) return sheet;
  let front = fronts.get(wider);
  if (!front) {
    [front] = sheetsOf([wider.report], mine === undefined ? {} : { mine });
    fronts.set(wider, front!);
  }
  return front!;
}

/** Made once: what they work out they keep. */
const fronts = new WeakMap<Wider, Sheet>();
