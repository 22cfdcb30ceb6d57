import type { Profile } from '../../profile/index.ts';
import { NodeMaker } from '../query/nodes.ts';
import { evaluationContextOf } from '../scan/evaluation-context.ts';
import { TruthCache } from '../scan/truth-cache.ts';
import { Dictionary, type Segment } from '../store/index.ts';
import {
  edition,
  type Port,
  type SurveyDelivery,
  type SurveyOpening,
  type SurveyOrder,
} from './messages.ts';

/**
 * The worker's side of questions that are asked of a clinic: it holds copies of the columns, and answers by segment.
 * Runs in a dedicated worker (`dist/overblik-editor-worker.js`), or behind any message port.
 */
export function serveSurvey(port: Port): void {
  port.addEventListener('message', (event) => {
    const opening = (event as MessageEvent<Partial<SurveyOpening> | undefined>).data;
    if (opening?.kind !== 'survey' || opening.edition !== edition || !opening.port) return;
    // A worker of the host's may hold two copies of this: one answers.
    event.stopImmediatePropagation();
    serve(opening as SurveyOpening);
  });
  port.start?.();
}

function serve({ coverage, asOf, port }: SurveyOpening): void {
  const dictionary = new Dictionary();
  const segments: (Segment | undefined)[] = [];
  const say = (delivery: SurveyDelivery, transfer: Transferable[] = []) =>
    port.postMessage(delivery, transfer);
  port.addEventListener('message', ({ data: order }: MessageEvent<SurveyOrder>) => {
    switch (order.kind) {
      case 'segment':
        dictionary.extend(order.codes, order.details);
        segments.push(order.segment);
        return;
      case 'forget':
        segments[order.segment] = undefined;
        return;
      case 'drop':
        port.close();
        return;
      case 'ask': {
        // Nothing but its code sets is asked of a profile.
        const profile = { codes: order.codes } as Profile;
        const node = new NodeMaker(profile).nodeOf(order.criterion);
        const cache = new TruthCache(evaluationContextOf(dictionary, coverage, asOf));
        const truths = order.segments.map((at) => cache.ask(node, segments[at]!));
        say(
          { kind: 'answer', number: order.number, truths },
          truths.map(({ buffer }) => buffer),
        );
      }
    }
  });
  port.start();
  say({ kind: 'ready' });
}
