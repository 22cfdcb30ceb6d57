/** Joins what is said one after the other: a stop between two, but where the first ends with one (*1 obs.*). */
export function inSentences(said: readonly string[]): string {
  return said
    .filter((each) => each !== '')
    .reduce(
      (all, each) => (all === '' ? each : `${all}${/[.!?]$/.test(all) ? '' : '.'} ${each}`),
      '',
    );
}
