/** What is used here of packages without types. */

declare module 'tabulator-tables' {
  export class Tabulator {
    static registerModule(modules: readonly object[]): void;
    constructor(host: HTMLElement, options: Readonly<Record<string, unknown>>);
    setSort(column: string, direction: 'asc' | 'desc'): Promise<void>;
    clearSort(): void;
    setFilter(filters: readonly { field: string; type: string; value: unknown }[]): void;
    clearFilter(includeHeaderFilters: boolean): void;
    getDataCount(rows: 'active'): number;
  }
  export const FilterModule: object;
  export const FormatModule: object;
  export const ResizeColumnsModule: object;
  export const SortModule: object;
}

/** The bundler hands style sheets on as text. */
declare module '*.css' {
  const text: string;
  export default text;
}
