/** Whether data that was fetched for one request answers another, and what to ask for two. */
import { recordTypes, type RecordsRequest, type RequestedCodes } from '../../record/index.ts';

/**
 * Whether what was fetched for one request answers another: its types, their codes, as far back. The date of
 * evaluation does not count, for it is the windows that follow from it which are asked for.
 */
export function suffices(fetched: RecordsRequest, needed: RecordsRequest): boolean {
  return recordTypes.every((type) => {
    const need = needed.types[type];
    if (!need) return true;
    const had = fetched.types[type];
    if (!had) return false;
    if (
      had.earliest !== undefined &&
      !(need.earliest !== undefined && had.earliest <= need.earliest)
    )
      return false;
    if (had.codes === undefined) return true;
    const keys = new Set(had.codes.map(keyOf));
    return need.codes?.every((codes) => keys.has(keyOf(codes))) ?? false;
  });
}

/** The least request that answers all of these. */
export function unionOf(requests: readonly [RecordsRequest, ...RecordsRequest[]]): RecordsRequest {
  return requests.reduce((a, b) => ({
    asOf: a.asOf > b.asOf ? a.asOf : b.asOf,
    types: Object.fromEntries(
      recordTypes.flatMap((type) => {
        const [one, two] = [a.types[type], b.types[type]];
        if (!one || !two) return one || two ? [[type, one ?? two]] : [];
        const codes = one.codes && two.codes && withoutRepeats([...one.codes, ...two.codes]);
        const earliest =
          one.earliest !== undefined && two.earliest !== undefined
            ? one.earliest < two.earliest
              ? one.earliest
              : two.earliest
            : undefined;
        return [[type, { ...(codes ? { codes } : {}), ...(earliest ? { earliest } : {}) }]];
      }),
    ),
  }));
}

/** Every type, every code, as far back as there is data. */
export function everything(asOf: string): RecordsRequest {
  return { asOf, types: Object.fromEntries(recordTypes.map((type) => [type, {}])) };
}

function withoutRepeats(codes: readonly RequestedCodes[]): readonly RequestedCodes[] {
  return [...new Map(codes.map((each) => [keyOf(each), each])).values()];
}

function keyOf({ system, include, exclude = [] }: RequestedCodes): string {
  return JSON.stringify([system, include, exclude]);
}
