/** A ready-made adapter over a FHIR R4 server. An entry of its own (`overblik/adapter/fhir`). */
export { fhirAdapter, type FhirClinic } from './adapter.ts';
export type * from './options.ts';
export { FhirError } from './server.ts';
export { wordsOfReport } from './words.ts';
