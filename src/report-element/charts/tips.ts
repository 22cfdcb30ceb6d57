/** What is said of the point that is pointed at or has the focus, and the keys from point to point. */
import type { Plot, PlotPoint } from './types.ts';

/** A point that is further away is not meant. */
const reach = 28;

/** The listeners of a plot's box, which holds the `<svg>` and the `.chart-tip`. */
export interface PlotEvents {
  readonly keydown: (event: KeyboardEvent) => void;
  readonly focusin: (event: FocusEvent) => void;
  readonly focusout: (event: FocusEvent) => void;
  readonly point: (event: PointerEvent) => void;
  readonly leave: (event: PointerEvent) => void;
}

export function plotEvents({ points, width }: Plot): PlotEvents {
  const boxOf = (event: Event) => event.currentTarget as HTMLElement;
  return {
    keydown: (event) => {
      const box = boxOf(event);
      const tip = tipOf(box);
      if (event.key === 'Escape' && !tip.hidden) {
        // It closes what is said, and not also what stands around the chart.
        event.stopPropagation();
        tip.hidden = true;
        return;
      }
      const from = placeOf(event.target);
      const to = from === undefined ? undefined : nextPoint(points, from, event.key);
      if (from === undefined || to === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      elementAt(box, from)?.setAttribute('tabindex', '-1');
      const next = elementAt(box, to);
      next?.setAttribute('tabindex', '0');
      next?.focus();
    },
    focusin: (event) => {
      const at = placeOf(event.target);
      if (at !== undefined) show(boxOf(event), points[at], width);
    },
    focusout: (event) => {
      tipOf(boxOf(event)).hidden = true;
    },
    point: (event) => {
      const box = boxOf(event);
      const tip = tipOf(box);
      if (event.target === tip) return;
      const drawn = box.querySelector('svg')!.getBoundingClientRect();
      const scale = width / drawn.width;
      const near = nearest(
        points,
        (event.clientX - drawn.left) * scale,
        (event.clientY - drawn.top) * scale,
      );
      if (near !== undefined) show(box, points[near], width);
      else hideUnlessFocused(box, points, width);
    },
    leave: (event) => hideUnlessFocused(boxOf(event), points, width),
  };
}

/** The point that a key leads to; undefined where it leads nowhere. */
export function nextPoint(
  points: readonly PlotPoint[],
  from: number,
  pressed: string,
): number | undefined {
  const own = points[from];
  if (!own) return undefined;
  const along = points
    .map((point, at) => ({ ...point, at }))
    .filter(({ series }) => series === own.series)
    .sort((a, b) => a.x - b.x || a.y - b.y || a.at - b.at);
  const here = along.findIndex(({ at }) => at === from);
  const hasOthers = points.some(({ series }) => series !== own.series);
  switch (pressed) {
    case 'ArrowRight':
      return along[here + 1]?.at;
    case 'ArrowLeft':
      return along[here - 1]?.at;
    case 'ArrowUp':
    case 'ArrowDown':
      if (!hasOthers) return along[here + (pressed === 'ArrowUp' ? 1 : -1)]?.at;
      return inOtherSeries(points, own, pressed === 'ArrowUp' ? -1 : 1);
    case 'Home':
      return along[0]?.at;
    case 'End':
      return along.at(-1)?.at;
    default:
      return undefined;
  }
}

/** The point of the next series that stands closest below or above. */
function inOtherSeries(
  points: readonly PlotPoint[],
  own: PlotPoint,
  step: 1 | -1,
): number | undefined {
  const others = [...new Set(points.map(({ series }) => series))].sort((a, b) => a - b);
  const series = others[others.indexOf(own.series) + step];
  let best: number | undefined;
  points.forEach((point, at) => {
    if (point.series !== series) return;
    if (best === undefined || Math.abs(point.x - own.x) < Math.abs(points[best]!.x - own.x))
      best = at;
  });
  return best;
}

function nearest(points: readonly PlotPoint[], x: number, y: number): number | undefined {
  let [best, distance]: [number | undefined, number] = [undefined, reach];
  points.forEach((point, at) => {
    const away = Math.hypot(point.x - x, point.y - y);
    if (away < distance) [best, distance] = [at, away];
  });
  return best;
}

function show(box: HTMLElement, point: PlotPoint | undefined, width: number): void {
  if (!point) return;
  const tip = tipOf(box);
  tip.textContent = point.words.join('\n');
  tip.hidden = false;
  const scale = box.clientWidth / width;
  const room = box.clientWidth - tip.offsetWidth;
  const left = Math.min(Math.max(0, point.x * scale - tip.offsetWidth / 2), Math.max(0, room));
  const above = point.y * scale - tip.offsetHeight - 12;
  tip.style.setProperty('left', `${left}px`);
  tip.style.setProperty('top', `${above >= 0 ? above : point.y * scale + 14}px`);
}

function hideUnlessFocused(box: HTMLElement, points: readonly PlotPoint[], width: number): void {
  const focused = box.querySelector('.point:focus');
  const at = focused ? placeOf(focused) : undefined;
  if (at === undefined) tipOf(box).hidden = true;
  else if (!tipOf(box).hidden) show(box, points[at], width);
}

function tipOf(box: HTMLElement): HTMLElement {
  return box.querySelector<HTMLElement>('.chart-tip')!;
}

function elementAt(box: HTMLElement, at: number): SVGElement | null {
  return box.querySelector<SVGElement>(`[data-at="${at}"]`);
}

function placeOf(target: EventTarget | null): number | undefined {
  const point = (target as Element | null)?.closest('[data-at]');
  return point ? Number(point.getAttribute('data-at')) : undefined;
}
