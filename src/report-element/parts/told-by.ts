/** How many clinics tell what is told beside indicators. */
import type { Drawn } from '../host.ts';

/** Of how many of those who have reported; how many alone, where the area has no clinics of its own to count. */
export function toldByWords(told: number, { front, ui }: Pick<Drawn, 'front' | 'ui'>): string {
  const { reportFurther: text } = ui.texts;
  const { units, unitLevel } = front;
  return unitLevel === 'clinic' && units.length > told
    ? text.toldBy(told, units.length)
    : text.toldByAll(told);
}
