/** Now, by the clock of the page, as an ISO date-time with its offset. */
export function isoNow(now = new Date()): string {
  const two = (number: number) => String(Math.abs(Math.trunc(number))).padStart(2, '0');
  const offset = -now.getTimezoneOffset();
  const local = new Date(now.getTime() + offset * 60_000).toISOString().slice(0, 19);
  return `${local}${offset < 0 ? '-' : '+'}${two(offset / 60)}:${two(offset % 60)}`;
}
