/** How figures are printed: medians with their quartiles, megabytes. */

export function distribution(samples: readonly number[]): string {
  const sorted = [...samples].sort((a, b) => a - b);
  const median = number(quantile(sorted, 0.5));
  if (sorted.length === 1) return `${median} (once)`;
  return `${median} (${number(quantile(sorted, 0.25))}–${number(quantile(sorted, 0.75))})`;
}

/** Of sorted numbers, by linear interpolation. */
export function quantile(sorted: readonly number[], share: number): number {
  const at = share * (sorted.length - 1);
  const low = sorted[Math.floor(at)] ?? NaN;
  const high = sorted[Math.ceil(at)] ?? NaN;
  return low + (high - low) * (at - Math.floor(at));
}

export function megabytes(bytes: number | undefined): string {
  return bytes === undefined ? '' : Math.round(bytes / 1e6).toLocaleString('en');
}

function number(ms: number): string {
  if (ms < 10) return ms.toFixed(ms < 1 ? 3 : 2);
  return ms < 100 ? ms.toFixed(1) : Math.round(ms).toLocaleString('en');
}
