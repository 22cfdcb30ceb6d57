/** Of what a patient of the list is exempt, and why. */
import { codeOfReason } from '../../adapter/index.ts';
import { describeExempted, describeExemptions } from '../describe/exemption.ts';
import type { MarkerView } from '../marker-view.ts';
import type { ListData } from './data.ts';
import type { RowStatus } from './types.ts';

/** The reasons for all that a patient is exempt of; `''` for what is not coded. */
export function exemptionReasonsOf({
  status,
  exemptReason,
  exemptions = [],
}: RowStatus): readonly string[] {
  if (status !== 'exempt' && exemptions.length === 0) return none;
  return [
    ...(status === 'exempt' ? [codeOfReason(exemptReason)] : []),
    ...exemptions.map(({ reason }) => codeOfReason(reason)),
  ];
}

const none: readonly string[] = [];

/** Of what a patient of the list is exempt and why, a line each. */
export function exemptionLines(
  { population: { profile }, language }: Pick<ListData, 'population' | 'language'>,
  said: RowStatus,
): readonly string[] {
  return describeExemptions(said, profile, language);
}

/** Some exempted markers of a patient, each with its reason: a marker's own, else the patient's. */
export function exemptedLines(
  { language }: Pick<ListData, 'language'>,
  markers: readonly MarkerView[],
  { exemptReason, exemptions = [] }: Partial<RowStatus> = {},
): readonly string[] {
  return markers.map(({ id, title }) => {
    const own = exemptions.find(({ marker }) => marker === id);
    return describeExempted(title, own ? own.reason : exemptReason, language);
  });
}
