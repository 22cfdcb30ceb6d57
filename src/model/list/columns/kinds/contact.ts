/** The column that says how far the clinic has come with reaching the patient. */
import { formatCount } from '../../../../i18n/numbers.ts';
import { formatNear } from '../../../../i18n/dates.ts';
import { emptyCell, withLines, type CellView } from '../../../cells.ts';
import { describeAttempt, nameOutcome, nameRecall } from '../../../describe/contact.ts';
import { inFew, mostLines } from '../../../few.ts';
import { latestFirst, recallOf, recallStates } from '../../../rounds/recall.ts';
import { memberFlagsInSteps } from '../../column-index/member.ts';
import type { ColumnDefinition } from '../definition.ts';
import { unknownCell } from './round.ts';

export const contact: ColumnDefinition = {
  column: { group: 'attention', activation: 'status', filter: 'choice', width: 188 },
  index: (data) =>
    memberFlagsInSteps(
      data,
      (said) => recallOf(said, data.population.asOf),
      () => recallStates.map((id) => ({ id, title: nameRecall(id, data.language) })),
    ),
  cell(data, index): CellView {
    const { language, population } = data;
    const said = data.statusAt(index);
    if (!said) return emptyCell;
    if (said.isUnknown) return unknownCell(language);
    const { asOf } = population;
    const state = recallOf(said, asOf);
    if (state === undefined) return emptyCell;
    const { contact = [] } = said;
    const log = latestFirst(contact);
    const [latest] = log;
    const words = nameRecall(state, language);
    const times = contact.length > 1 ? ` (${formatCount(contact.length, language)})` : '';
    const parts = latest
      ? [
          {
            text: nameOutcome(latest.outcome, language),
            note: `${formatNear(latest.at.slice(0, 10), asOf, language)}${times}`,
            whole: true,
          },
        ]
      : [{ text: words }];
    return withLines({ tone: 'value', parts }, () => [
      words,
      ...inFew(
        log,
        mostLines,
        (each) => describeAttempt(each, language),
        language,
        contact.length - log.length,
      ),
    ]);
  },
};
