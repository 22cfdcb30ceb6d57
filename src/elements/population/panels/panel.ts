/** A panel that is opened from the tools over the list. */
export type ToolPanel = 'choose-filter' | 'columns' | 'priority' | 'quality' | 'round';

/** What is open over the list. One at a time. */
export type Panel =
  | { readonly kind: ToolPanel | 'exempt' }
  /** `chosen`: asked for of the chosen patients. */
  | { readonly kind: 'export'; readonly chosen: boolean }
  | { readonly kind: 'filter'; readonly columnId: string }
  | { readonly kind: 'status'; readonly patientId: string };
