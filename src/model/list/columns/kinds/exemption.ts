/** The column that says why a patient, or a marker of the patient's, is exempt. */
import { emptyCell, textCell, type CellView } from '../../../cells.ts';
import { nameExemptionReason } from '../../../describe/exemption.ts';
import { reasonsInOrder } from '../../../rounds/exemption-counts.ts';
import { memberFlagsInSteps } from '../../column-index/member.ts';
import { exemptionLines, exemptionReasonsOf } from '../../exempted.ts';
import type { ColumnDefinition } from '../definition.ts';
import { unknownCell } from './round.ts';

export const exemption: ColumnDefinition = {
  column: { group: 'attention', activation: 'status', filter: 'choice', width: 170, hidden: true },
  *index(data) {
    const found = new Set<string>();
    return yield* memberFlagsInSteps(
      data,
      (said) => {
        const reasons = exemptionReasonsOf(said);
        for (const each of reasons) found.add(each);
        return reasons;
      },
      () =>
        reasonsInOrder(found).map((id) => ({ id, title: nameExemptionReason(id, data.language) })),
    );
  },
  cell(data, index): CellView {
    const said = data.statusAt(index);
    if (!said) return emptyCell;
    if (said.isUnknown) return unknownCell(data.language);
    const reasons = exemptionReasonsOf(said);
    if (reasons.length === 0) return emptyCell;
    const names = reasonsInOrder(reasons).map((each) => nameExemptionReason(each, data.language));
    return textCell([names.join(', ')], exemptionLines(data, said));
  },
  nameValue: (value, language) => nameExemptionReason(value, language),
};
