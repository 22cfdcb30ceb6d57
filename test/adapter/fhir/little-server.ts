/** A small FHIR server over HTTP: search by type and patient, pages behind opaque links, and faults as they are asked for. */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Bundle, BundleLink, FhirResource } from 'fhir/r4';

export interface Behaviour {
  /** Most resources of one page, whatever is asked for. */
  readonly mostInPage?: number;
  /** Changes an answer before it goes off. */
  readonly bundle?: (bundle: Bundle, asked: Asked) => Bundle;
  /** Answers instead. */
  readonly answer?: (asked: Asked) => Answer | undefined;
  /** Whether pages come with their total. Default true. */
  readonly tellsTotal?: boolean;
}

export interface Asked {
  readonly resourceType: string;
  readonly search: URLSearchParams;
  /** From 0; undefined of a count and of a single resource. */
  readonly page?: number;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  /** How many requests of the same address came before. */
  readonly before: number;
}

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface LittleServer {
  readonly base: string;
  /** Addresses that were asked for, from the base on. */
  readonly asked: string[];
  behaviour: Behaviour;
  /** Most requests that were answered at one time. */
  readonly busiest: () => number;
  close(): Promise<void>;
}

/** Serves resources, of each type in the order given. */
export async function serveFhir(
  write: (base: string) => Iterable<FhirResource>,
  behaviour: Behaviour = {},
): Promise<LittleServer> {
  const byType = new Map<string, FhirResource[]>();
  const known = new Map<string, FhirResource>();
  const searches = new Map<string, string>();
  const asked: string[] = [];
  let open = 0;
  let most = 0;
  const server = createServer((request, response) => {
    open++;
    most = Math.max(most, open);
    const answer = answerTo(request);
    const send = () => {
      open--;
      response.writeHead(answer.status, {
        'content-type': 'application/fhir+json',
        ...answer.headers,
      });
      response.end(
        typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body ?? {}),
      );
    };
    // Another turn, so that what is asked for at one time is seen to be.
    setImmediate(send);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/fhir`;
  for (const resource of write(base)) {
    const own = byType.get(resource.resourceType) ?? [];
    byType.set(resource.resourceType, own);
    const key = `${resource.resourceType}/${resource.id}`;
    if (!known.has(key)) own.push(resource);
    known.set(key, resource);
  }
  const self: LittleServer = {
    base,
    asked,
    behaviour,
    busiest: () => most,
    close: () => closed(server),
  };
  return self;

  function answerTo(request: IncomingMessage): Answer {
    const url = new URL(request.url ?? '', base);
    const path = url.href.slice(base.length);
    const before = asked.filter((each) => each === path).length;
    asked.push(path);
    // The link to a further page says nothing to anybody but the server.
    const token = url.searchParams.get('_getpages');
    const search = token === null ? url.searchParams : new URLSearchParams(searches.get(token));
    const [resourceType = '', id] = (
      token === null ? url.pathname.slice('/fhir/'.length) : (search.get('_type') ?? '')
    ).split('/');
    const page = Number(url.searchParams.get('_page') ?? 0);
    const isCount = search.get('_summary') === 'count';
    const about: Asked = {
      resourceType,
      search,
      url: path,
      headers: request.headers,
      before,
      ...(isCount || id ? {} : { page }),
    };
    const own = self.behaviour.answer?.(about);
    if (own) return own;
    if (id !== undefined) {
      const found = known.get(`${resourceType}/${decodeURIComponent(id)}`);
      return found ? { status: 200, body: found } : { status: 404, body: outcome('not-found') };
    }
    const found = (byType.get(resourceType) ?? []).filter((each) => matches(each, search));
    let bundle: Bundle = { resourceType: 'Bundle', type: 'searchset' };
    if (isCount) bundle.total = found.length;
    else {
      const { mostInPage = Infinity, tellsTotal = true } = self.behaviour;
      const size = Math.min(mostInPage, Number(search.get('_count') ?? 20));
      const part = found.slice(page * size, (page + 1) * size);
      const link: BundleLink[] = [{ relation: 'self', url: `${base}${path}` }];
      if (found.length > (page + 1) * size) {
        const key = token ?? `t${searches.size + 1}`;
        if (token === null)
          searches.set(key, new URLSearchParams([...search, ['_type', resourceType]]).toString());
        link.push({ relation: 'next', url: `${base}?_getpages=${key}&_page=${page + 1}` });
      }
      bundle = {
        ...bundle,
        ...(tellsTotal ? { total: found.length } : {}),
        link,
        entry: part.map((resource) => ({
          fullUrl: `${base}/${resource.resourceType}/${resource.id}`,
          resource,
          search: { mode: 'match' },
        })),
      };
    }
    return { status: 200, body: self.behaviour.bundle?.(bundle, about) ?? bundle };
  }
}

function matches(resource: FhirResource, search: URLSearchParams): boolean {
  const patients = search.get('patient')?.split(',');
  const text = patients && JSON.stringify(resource);
  if (patients && !patients.some((patient) => text?.includes(`${patient}"`))) return false;
  const ids = search.get('_id')?.split(',');
  if (ids && !ids.includes(resource.id ?? '')) return false;
  const active = search.get('active');
  return active === null || ('active' in resource && String(resource.active) === active);
}

export function outcome(code: string, severity = 'error') {
  return { resourceType: 'OperationOutcome', issue: [{ severity, code }] };
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
