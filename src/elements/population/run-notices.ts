import { textIn } from '../../model/index.ts';
import { formatCount } from '../../i18n/numbers.ts';
import type { Doing, UnseenRuns } from '../shared/unseen-runs.ts';
import type * as Opened from './opened.ts';
import type { RunResults } from './run-results.ts';
import type { Ui } from './ui.ts';

/** A run that goes on, or whose result is there to be seen. */
export interface RunNotice {
  readonly text: string;
  readonly show: () => void;
  /** Of a result: puts it on the clipboard. */
  readonly copy?: () => Promise<void>;
  /** What became of that, or of a file. */
  readonly outcome?: unknown;
  /** Lets go of a result that nobody wants to see; absent while the run goes on. */
  readonly dismiss?: () => void;
}

interface NoticeSource {
  readonly ui: Ui;
  /** Whose dialog is open: it tells itself. */
  readonly except: object | undefined;
  readonly resultsOf: (doing: Doing) => RunResults | undefined;
  /** Undefined until the part of what is opened over the list is there. */
  readonly panelUi: (typeof Opened)['panelUi'] | undefined;
  readonly show: (doing: Doing) => void;
}

/** What is told beside the list of the runs of a clinic. */
export function runNotices(
  unseen: UnseenRuns,
  { ui, except, resultsOf, panelUi, show }: NoticeSource,
): readonly RunNotice[] {
  const { language, texts } = ui;
  const count = (value: number) => formatCount(value, language);
  return unseen.all.flatMap((doing): readonly RunNotice[] => {
    if (doing === except) return [];
    const { phase, counts, outcomes } = doing.run.state;
    const label = textIn(doing.action.label, language);
    const open = () => show(doing);
    if (phase !== 'done') return [{ text: texts.actions.underWay(label), show: open }];
    const text = texts.actions.isReady(label, count(counts.ok), count(outcomes.length));
    const results = resultsOf(doing);
    const outcome = panelUi && results?.outcome(panelUi(ui));
    const dismiss = () => unseen.delete(doing);
    return [{ text, show: open, dismiss, ...(results ? { copy: results.copy, outcome } : {}) }];
  });
}
