/** The rows of both tables, cell by cell. */
export declare function themingTables(manifest: object): {
  readonly properties: readonly (readonly string[])[];
  readonly parts: readonly (readonly string[])[];
};
