import { showOf, type Criterion, type Profile, type RecordItem } from '../profile/index.ts';

/**
 * The services that are controls: those of which the profile shows the latest, or asks in a window. Who
 * has had none in the last 12 months misses it.
 */
export function controlsOf({ information }: Profile): readonly RecordItem[] {
  return information.filter(
    (item): item is RecordItem =>
      item.type === 'service' &&
      !item.uncoded &&
      (showOf(item) === 'latest' || item.when !== undefined),
  );
}

/** Who misses a control: the profile's own question of the last 12 months, the other way round. */
export function missingControl(item: RecordItem): Criterion {
  const { codes, source, specialty, condition } = item;
  const service = {
    ...(codes === undefined ? {} : { codes }),
    ...(source === undefined ? {} : { source }),
    ...(specialty === undefined ? {} : { specialty }),
    when: { last: 'P12M' },
  };
  const missing: Criterion = { not: { service } };
  return condition ? { all: [condition, missing] } : missing;
}
