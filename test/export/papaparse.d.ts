/** What the tests use of the parser, which brings no types. */
declare module 'papaparse' {
  const papa: {
    parse(
      text: string,
      options?: { delimiter?: string; newline?: string; skipEmptyLines?: boolean },
    ): { data: string[][]; errors: unknown[] };
  };
  export default papa;
}
