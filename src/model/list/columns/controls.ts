import { showOf, type Profile, type RecordItem } from '../../../profile/index.ts';

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
