/** The report as all may see it: nobody's clinic is told apart, and there is no number of my own. */
import type { Drawn } from './host.ts';
import type { Sheet } from './model/sheet.ts';

export function withoutMine(drawn: Drawn): Drawn {
  const { sheet, front, scope, scopes } = drawn;
  const area = anonymous(sheet);
  return {
    ...drawn,
    sheet: area,
    front: front === sheet ? area : anonymous(front),
    scope: scope === 'own' ? 'area' : scope,
    scopes: scopes.filter((each) => each !== 'own'),
    own: { kind: 'none' },
  };
}

/** Made once, as long as the sheet is the same. */
function anonymous(sheet: Sheet): Sheet {
  if (!sheet.mine) return sheet;
  let made = known.get(sheet);
  if (!made) {
    const units = sheet.units.map((unit) =>
      unit.isMine ? { ...unit, isMine: false, name: undefined } : unit,
    );
    made = { ...sheet, units, mine: undefined };
    known.set(sheet, made);
  }
  return made;
}

const known = new WeakMap<Sheet, Sheet>();
