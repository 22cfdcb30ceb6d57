/** One thing that a presentation shows alone. */
export interface Slide {
  /** It is found again by this when the reports change under the presentation. */
  readonly id: string;
  readonly title: string;
  /** What stands below the title. */
  readonly template: () => unknown;
}
