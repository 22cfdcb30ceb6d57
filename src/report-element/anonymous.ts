/** The report as all may see it: nobody's clinic is told apart, and there is no number of my own. */
import type { Drawn } from './host.ts';
import type { IndicatorRow } from './model/rows.ts';
import type { Sheet } from './model/sheet.ts';
import type { Unit } from './model/units.ts';

export function withoutMine(drawn: Drawn): Drawn {
  const { sheet, front, scope, scopes, row, rows } = drawn;
  const area = anonymous(sheet);
  const places = sheet.indicators;
  return {
    ...drawn,
    sheet: area,
    front: front === sheet ? area : anonymous(front),
    row: rowWithoutMine(row),
    // The order in which I am farthest from the others would tell of me.
    rows: rows.map(rowWithoutMine).toSorted((a, b) => places.indexOf(a.id) - places.indexOf(b.id)),
    order: 'profile',
    scope: scope === 'own' ? 'area' : scope,
    scopes: scopes.filter((each) => each !== 'own'),
    own: { kind: 'none' },
  };
}

function rowWithoutMine(row: IndicatorRow): IndicatorRow {
  if (!row.mine) return row;
  const units = row.units.map((each) => ({ ...each, unit: unnamed(each.unit) }));
  return { ...row, units, mine: undefined, gap: undefined };
}

/** Made once, as long as the sheet is the same. */
function anonymous(sheet: Sheet): Sheet {
  if (!sheet.mine) return sheet;
  let made = known.get(sheet);
  if (!made) {
    // Beside sums alone there is nobody but me.
    const units = sheet.isSumsAlone ? [] : sheet.units.map(unnamed);
    made = { ...sheet, units, mine: undefined };
    known.set(sheet, made);
  }
  return made;
}

function unnamed(unit: Unit): Unit {
  return unit.isMine ? { ...unit, isMine: false, name: undefined } : unit;
}

const known = new WeakMap<Sheet, Sheet>();
