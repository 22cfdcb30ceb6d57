/**
 * All pages of a search, or the reason why they are not all (FHIR R4, RESTful API, paging): links to further pages are
 * opaque, and followed as they are. A type is whole when as many different resources came as the server counts
 * (`_summary=count`); fewer, a link that is missing, was followed already or leads elsewhere leaves it unknown.
 */
import { isObject, type JsonObject } from '../../json/values.ts';
import type { FhirResource, FhirShortfall } from './options.ts';
import { FhirError, type FhirServer } from './server.ts';
import type { Tally } from './tally.ts';

export interface Search {
  readonly resourceType: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly size: number;
  readonly isTotalRequired: boolean;
  /** The first page's own total is enough: one request less, where little is asked for. */
  readonly trustsPage?: boolean;
}

export interface Pages {
  /** Absent: the search is whole. */
  readonly shortfall?: FhirShortfall;
  readonly total?: number;
  readonly read: number;
}

/** So many pages after one another without anything new, and there is no end to them. */
const mostBarrenPages = 20;

/**
 * Reads all pages, one after another.
 *
 * @param take Gets the resources of each page, each resource once.
 * @throws {FhirError} Where the very first answer fails as all would (401). And the signal's reason.
 */
export async function readPages(
  server: FhirServer,
  search: Search,
  take: (resources: readonly FhirResource[]) => void,
  signal: AbortSignal,
  tally: Tally,
): Promise<Pages> {
  const { resourceType } = search;
  const ids = new Set<string>();
  let nameless = 0;
  let total: number | undefined;
  const read = () => ids.size + nameless;
  const short = (reason: FhirShortfall['reason'], status?: number): Pages => ({
    read: read(),
    ...(total === undefined ? {} : { total }),
    shortfall: {
      resourceType,
      reason,
      read: read(),
      ...(status === undefined ? {} : { status }),
      ...(total === undefined ? {} : { total }),
    },
  });
  try {
    if (!search.trustsPage) {
      total = await countOf(server, search, signal, tally);
      // Something has come, if no resource yet.
      take([]);
    }
    const seen = new Set<string>();
    let barren = 0;
    let next: string | undefined = server.address(resourceType, {
      ...search.parameters,
      _count: String(search.size),
    });
    while (next !== undefined) {
      seen.add(next);
      const bundle = readBundle(await server.get(next, resourceType, signal, tally), resourceType);
      total ??= bundle.total;
      if (total === undefined && search.trustsPage && bundle.next !== undefined)
        total = await countOf(server, search, signal, tally);
      const fresh = bundle.resources.filter(({ id }) => {
        if (typeof id !== 'string') return (nameless++, true);
        return ids.size < ids.add(id).size;
      });
      take(fresh);
      if (bundle.isPartial) return short('outcome');
      barren = fresh.length === 0 ? barren + 1 : 0;
      if (bundle.next === undefined) break;
      next = server.within(bundle.next);
      if (next === undefined) return short('foreign-next');
      if (seen.has(next)) return short('repeated-next');
      if (barren < mostBarrenPages) continue;
      // Some servers link on from their last page: all that is there has come.
      if (total !== undefined && read() >= total) break;
      return short('endless');
    }
    if (total === undefined && search.trustsPage)
      total = await countOf(server, search, signal, tally);
  } catch (error) {
    if (!(error instanceof FhirError) || error.status === 401) throw error;
    return short(error.reason, error.status);
  }
  if (total === undefined) return search.isTotalRequired ? short('no-total') : { read: read() };
  return read() < total ? short('fewer-than-total') : { read: read(), total };
}

/** How many resources the server says a search has; undefined where it does not say. @throws {FhirError} */
export async function countOf(
  server: FhirServer,
  { resourceType, parameters }: Pick<Search, 'resourceType' | 'parameters'>,
  signal: AbortSignal,
  tally: Tally,
): Promise<number | undefined> {
  const address = server.address(resourceType, { ...parameters, _summary: 'count' });
  try {
    const bundle = await server.get(address, resourceType, signal, tally);
    return readTotal(bundle);
  } catch (error) {
    // A server that cannot count may tell its total with the page.
    if (error instanceof FhirError && (error.status === 400 || error.status === 501))
      return undefined;
    throw error;
  }
}

interface ReadBundle {
  readonly resources: readonly FhirResource[];
  readonly total: number | undefined;
  readonly next: string | undefined;
  /** It says itself that something is missing. */
  readonly isPartial: boolean;
}

/** @throws {FhirError} of what is no bundle of search results. */
function readBundle(bundle: JsonObject, resourceType: string): ReadBundle {
  if (bundle.resourceType !== 'Bundle')
    throw new FhirError(`${resourceType}: the server answered no Bundle.`, 'not-a-bundle');
  const entries = Array.isArray(bundle.entry) ? (bundle.entry as readonly unknown[]) : [];
  const links = Array.isArray(bundle.link) ? (bundle.link as readonly unknown[]) : [];
  let isPartial = false;
  let next: string | undefined;
  for (const link of links)
    if (isObject(link) && link.relation === 'next' && typeof link.url === 'string') next = link.url;
  const resources: FhirResource[] = [];
  for (const entry of entries) {
    const resource: unknown = isObject(entry) ? entry.resource : undefined;
    if (!isObject(resource) || typeof resource.resourceType !== 'string') continue;
    if (resource.resourceType === 'OperationOutcome') isPartial ||= saysError(resource);
    else if (resource.resourceType === resourceType) resources.push(resource as FhirResource);
  }
  return { resources, total: readTotal(bundle), next, isPartial };
}

function readTotal({ total }: JsonObject): number | undefined {
  return Number.isSafeInteger(total) && Number(total) >= 0 ? Number(total) : undefined;
}

function saysError({ issue }: JsonObject): boolean {
  const issues = Array.isArray(issue) ? (issue as readonly unknown[]) : [];
  return issues.some(
    (each) => isObject(each) && (each.severity === 'error' || each.severity === 'fatal'),
  );
}
