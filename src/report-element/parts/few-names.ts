import { formatCount } from '../../i18n/numbers.ts';
import type { Ui } from '../ui.ts';

/** So many names are said; of more, how many there are besides. */
const most = 12;

/** Names in a row, each once. */
export function fewNames(names: readonly string[], { texts: { report }, language }: Ui): string {
  const each = [...new Set(names)];
  const rest = each.length - most;
  return [
    each.slice(0, most).join(', '),
    ...(rest > 0 ? [report.others(formatCount(rest, language))] : []),
  ].join(' ');
}
