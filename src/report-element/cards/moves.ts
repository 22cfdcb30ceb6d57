/** What would move my clinic's share, in words. */
import { formatCount } from '../../i18n/numbers.ts';
import type { Figures } from '../../report/index.ts';
import type { Drawn } from '../host.ts';
import { patientsTo } from '../model/moves.ts';
import { describeGap, gapOf } from '../../report/index.ts';
import { percentWords, sayOf } from '../words.ts';

/** How many patients there are to the median; undefined where nobody says which way is better, or I have no numbers. */
export function moveWords(
  { ui, row, sheet, words }: Pick<Drawn, 'ui' | 'row' | 'sheet' | 'words'>,
  from: Figures | undefined,
): string | undefined {
  const { report } = ui.texts;
  const { better } = words(row.id);
  if (!better || !from || from.numerator.most + from.rest.most === 0) return undefined;
  if (row.median === undefined) return report.moveNone;
  const { least, most } = patientsTo(row.median, from, better);
  const median = percentWords(row.median, ui);
  const whose = report.ownerOf[sheet.level];
  if (most === 0) return report.moveThere(whose, median);
  if (least === 0) return report.moveUnclear(whose, median);
  const count = (value: number) => formatCount(value, ui.language);
  const patients = least === most ? count(least) : report.moveRange(count(least), count(most));
  const say = better === 'higher' ? report.moveHigher : report.moveLower;
  return say(patients, least === 1 && most === 1, whose, median);
}

/** How few clinics stand between the area and its median; nothing where nobody says which way is better. */
export function gapWords({ ui, row, front, scope, sheet, words }: Drawn): readonly string[] {
  const { better } = words(row.id);
  if (!better || row.median === undefined || front.unitLevel !== 'clinic') return [];
  const gap = gapOf(
    row.units.map(({ unit, figure }) => ({ id: unit.id, figures: figure })),
    {
      target: row.median,
      better,
      ...(scope === 'own' && front.mine ? { mine: front.mine.id } : {}),
    },
  );
  // An area that is on the good side of its own median has no gap to tell of.
  return gap?.kind === 'gap' ? describeGap(gap, sayOf(ui, sheet)) : [];
}
