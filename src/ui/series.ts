/** A point of a series that is drawn. */
export interface SeriesPoint {
  /** Position in time, any unit that grows. */
  readonly x: number;
  readonly y: number;
}

/** So many points are drawn as they are: nobody tells more apart in a small drawing. */
export const mostDrawn = 400;

/**
 * The points of a series that show: all of a few; of many, of each stretch of them the lowest and the highest, and of
 * the whole series the first and the last, in their order.
 */
export function shownPoints<Point extends SeriesPoint>(points: readonly Point[]): readonly Point[] {
  if (points.length <= mostDrawn) return points;
  const stretch = Math.ceil((2 * points.length) / (mostDrawn - 2));
  const kept = new Set([0, points.length - 1]);
  for (let start = 0; start < points.length; start += stretch) {
    let [low, high] = [start, start];
    for (let at = start; at < Math.min(start + stretch, points.length); at++) {
      if (points[at]!.y < points[low]!.y) low = at;
      if (points[at]!.y > points[high]!.y) high = at;
    }
    kept.add(low).add(high);
  }
  return [...kept].sort((a, b) => a - b).map((at) => points[at]!);
}
