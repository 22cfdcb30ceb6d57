/** Who takes part: what Node has to know. `subjects/<name>.ts` is what runs in the page. */
import type { Checkouts } from '../suite.ts';
import type { Habits } from './page.ts';

export interface SubjectFacts {
  /** It is this library: with `--against` it is measured from the other checkout as well. */
  readonly isOurs?: boolean;
  readonly title: string;
  /** What it is, and what it cannot do or does otherwise. */
  readonly note: string;
  readonly habits?: Habits;
  /** Tasks it cannot do, with the reason. */
  readonly cannot?: Readonly<Record<string, string>>;
  /** Of the window, so that it shows as many rows as the others do in 800 CSS pixels. */
  readonly height?: number;
  /** Files beside its script: from `node_modules`, served under their own names. */
  readonly assets?: readonly string[];
}

/** In the order of the tables. */
export const subjects: Readonly<Record<string, SubjectFacts>> = {
  ours: {
    title: 'ours, the whole list',
    isOurs: true,
    note: 'from records of a clinic: checked, put in columns and evaluated; with its cards and markers, and the gravest first; what sorting needs is made ready while the page rests, as all do here before they are sorted',
    habits: { ownOrder: true },
    height: 1350,
  },
  grid: {
    title: 'ours, the grid alone',
    isOurs: true,
    note: 'its owner sorts and filters with the comparers all others are given',
  },
  'ag-grid': {
    title: 'AG Grid Community',
    note: 'the five modules it needs here; without its animation of sorted rows',
  },
  tabulator: {
    title: 'Tabulator',
    note: 'the four modules it needs here; virtual columns; its scroll bar is an estimate',
    habits: { estimates: true },
  },
  vaadin: {
    title: 'Vaadin Grid',
    note: 'with its own array of items and lazy columns; takes no comparer (text goes by code points) and filters by "contains" alone',
    habits: { codePoints: true },
    cannot: { 'filter number': 'cannot say' },
  },
  revogrid: {
    title: 'RevoGrid',
    note: 'as it comes; the comparer is ours',
  },
  perspective: {
    title: 'FINOS Perspective',
    note: 'its engine is WASM in a worker, so scripting counts only what the page itself does; rows are handed over as columns, 50,000 at a time; takes no comparer (text goes by code points), and missing numbers come first when they descend',
    habits: { codePoints: true, missingHigh: true },
    height: 590,
    assets: [
      '@finos/perspective/dist/wasm/perspective-server.wasm',
      '@finos/perspective/dist/wasm/perspective-js.wasm',
      '@finos/perspective-viewer/dist/wasm/perspective-viewer.wasm',
    ],
  },
};

/** A subject with one checkout's library. */
export interface Participant extends SubjectFacts {
  /** Of its page. */
  readonly name: string;
  /** `subjects/<module>.ts` runs in the page. */
  readonly module: string;
  readonly checkout: string;
}

/** In the order of the names; what is ours a second time right after, where there is a checkout to compare with. */
export function participantsOf(
  names: readonly string[],
  { here, before }: Checkouts,
): readonly Participant[] {
  return names.flatMap((name) => {
    const facts = subjects[name];
    if (!facts) return [];
    const participant = { ...facts, name, module: name, checkout: here };
    return before && facts.isOurs
      ? [
          participant,
          {
            ...participant,
            name: `${name}-before`,
            title: `${facts.title}, before`,
            checkout: before,
          },
        ]
      : [participant];
  });
}
