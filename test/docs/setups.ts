/**
 * What stands around a fragment: names that a host has, declared, so that what the fragment does with them is checked
 * by its types. The fragment takes the place of `<snippet>`, else it comes behind.
 */
const page = `
import type * as O from 'overblik';
type HostAction = O.HostAction;
declare const workspace: O.OverblikWorkspace;
declare const list: O.OverblikPopulation;
declare const cockpit: O.OverblikCockpit;
declare const marker: O.OverblikMarker;
declare const profiles: readonly unknown[];
declare const patients: readonly O.PatientRecords[];
declare const changed: O.PatientRecords;
declare const coverage: O.CoverageByType;
declare const id: string;
declare const host: HTMLElement;
declare const database: {
  query(text: string, parameters: readonly unknown[]): Promise<{ rows: readonly Record<string, any>[] }>;
};
declare const postgres: typeof database;
`;

/** A host's own system, with what the embedding page calls of it. */
const ours = `
interface Row { readonly nr: number }
declare const toPatientRecords: (row: Row) => O.PatientRecords;
interface Options { readonly signal: AbortSignal }
type Results = Promise<readonly O.ActionResult[]>;
declare const ours: {
  viewOf(profileId: string): Promise<O.ListView | undefined>;
  keep(name: string, value: unknown): void;
  pages(request: O.RecordsRequest, options: Options): AsyncIterable<readonly Row[]>;
  patient(id: string, request: O.RecordsRequest, options: Options): Promise<Row>;
  openJournal(id: string): void;
  rounds: O.RoundStore['list'];
  saveRound: O.RoundStore['save'];
  queue: O.HostAction['run'];
  enqueue(items: readonly { id: string; key: string | undefined }[], options: Options): Results;
  send(items: readonly { id: string; key: string | undefined }[], options: Options): Results;
  invite(items: readonly { id: string }[], options?: Options): Results;
  trace(call: string, kind: string, thrown: unknown): void;
  count(kind: string, field: string | undefined): void;
  recordsOf(ids: readonly string[]): Promise<readonly O.PatientRecords[]>;
};
`;

/** What both ends of a share have. */
const shared = `
type Key = JsonWebKey & { kty: string };
declare const clinicKey: Key;
declare const log: {
  sharesOf(patientId: string): Promise<readonly O.GivenShare[]>;
  withdraw(shareId: string): Promise<void>;
  isWithdrawn(shareId: string): Promise<boolean>;
  write(user: string, report: unknown): Promise<void>;
};
declare const post: {
  send(envelope: string): Promise<void>;
  give(link: string): void;
  upload(url: string, file: string, contentType: string): Promise<void>;
};
`;

const databases = `
import type { Plan } from 'overblik/engine';
import type { DatabaseClinic } from 'overblik/report';
declare const plans: readonly Plan[];
declare const clinics: readonly DatabaseClinic[];
declare const coverage: DatabaseClinic['coverage'];
declare const madeAt: string;
declare const engine: string;
declare const ask: (text: string, parameters: readonly unknown[]) => Promise<readonly Record<string, unknown>[]>;
declare const connect: () => Promise<{
  query(text: string, parameters: readonly unknown[]): Promise<{ rows: readonly Record<string, unknown>[] }>;
  end(): Promise<void>;
}>;
`;

export const setups: Readonly<Record<string, string>> = {
  /** The elements of a page, and the host's own system. */
  '': page + ours,
  /** A page or a host with the bridge between them. */
  bridge: `
import type * as O from 'overblik';
declare global { interface Window { chrome: { webview: any } } }
declare const adapter: O.ClinicAdapter;
declare const journal: { addEventListener(name: string, hear: (event: { patientId: string }) => void): void };
`,
  /** Who looks a cluster package over. */
  package: `
declare const text: string;
`,
  /** A page with a report, its cluster package, and the start page. */
  meeting: `
import { indicatorFilter, type OverblikWorkspace } from 'overblik';
import type { ClusterPackage } from 'overblik/report';
import type { OverblikReport } from 'overblik/report/element';
declare const report: OverblikReport;
declare const workspace: OverblikWorkspace;
declare const document: ClusterPackage;
declare const ours: {
  meetingOf(id: string): Promise<OverblikReport['meeting']>;
  keep(id: string, meeting: OverblikReport['meeting']): void;
  showReport(id: string): void;
};
`,
  /** A clinic that tells of its exemptions. */
  exempted: `
import type { RoundStore } from 'overblik';
import type { Clinic, Plan } from 'overblik/engine';
import type { ClinicReportOptions } from 'overblik/report';
declare const adapter: { readonly rounds: RoundStore };
declare const clinic: Clinic;
declare const plans: readonly Plan[];
declare const options: ClinicReportOptions;
declare const lastDate: string;
`,
  /** A host whose clinics are in a database. */
  databases,
  /** The same, where clinics were asked already. */
  'care-plans': `${databases}
declare const dates: readonly string[];
declare const rows: readonly Record<string, unknown>[];
`,
  /** A host whose clinics are in ClickHouse, with its client. */
  clickhouse: `
interface Asked { readonly query: string; readonly query_params?: Readonly<Record<string, unknown>> }
declare const url: string;
declare function createClient(settings: {
  readonly url: string;
  readonly session_id: string;
  readonly max_open_connections: number;
}): {
  command(asked: Asked): Promise<unknown>;
  query(asked: Asked & { readonly format: 'JSONEachRow' }): Promise<{ json(): Promise<Record<string, unknown>[]> }>;
  close(): Promise<void>;
};
`,
  /** A page with the classic scripts. */
  classic: `
declare const overblik: typeof import('overblik/bundle');
declare const overblikTesting: typeof import('overblik/testing');
`,
  /** A part of an action. */
  action: `${page}${ours}
const action: O.HostAction = { id: 'invite', label: { da: 'Indkald' }, scope: 'many',
<snippet>
};`,
  /** A method of an adapter that searches. */
  search: `
import { compile, parseProfile } from 'overblik';
import { toSql } from 'overblik/sql';
${page}${ours}
export const searching: Pick<O.ClinicAdapter, 'search'> = {
<snippet>
};`,
  /** Where a fragment before it has imported \`define\`. */
  define: `import { define } from 'overblik';${page}`,
  /** The clinic that shares. */
  sharing: `
import { makeShare, sealShare } from 'overblik/share';
${page}${shared}
declare const patient: O.CheckedPatient;
declare const description: O.ClinicDescription;
declare const demens: O.Profile;
declare const asOf: string;
declare const sharedBy: Parameters<typeof makeShare>[0]['sharedBy'];
declare const purpose: Parameters<typeof makeShare>[0]['purpose'];
declare const publicKey: Key;
declare const privateKey: Key;
declare const hospitalKey: Key;
declare const keys: { publicKey: Key; privateKey: Key };
`,
  /** The hospital that opens. */
  opening: `
import { openShare, type OpenOptions } from 'overblik/share';
${page}${shared}
declare const publicKey: typeof clinicKey;
declare const privateKey: typeof clinicKey;
declare const envelope: string;
declare const user: string;
declare const server: { now(): Promise<string> };
declare const seen: NonNullable<OpenOptions['seen']>;
`,
  /** The kit's element, or another one by itself, in a host with an adapter. */
  conformance: `${page}
declare const adapter: O.ClinicAdapter;
`,
  /** Whoever counts what was opened. */
  /** For who writes a profile. */
  profile: `
import type * as O from 'overblik';
declare const profile: O.Profile;
`,
  counting: `
${page}
declare const statement: string;
`,
  /** A host with the profile editor. */
  editor: `${page}
import type { DraftStore as Drafts } from 'overblik/authoring';
declare const adapter: O.ClinicAdapter;
declare const drafts: Drafts;
declare const ours: { readonly drafts: Drafts };
`,
  /** A host that shows reports. */
  report: `${page}
import type { OverblikReport, Report } from 'overblik/report/element';
import type { Clinic, Plan } from 'overblik/engine';
declare const report: OverblikReport;
declare const clinic: Clinic;
declare const plans: readonly Plan[];
declare const ours: {
  reports(): Promise<readonly Report[]>;
  openList(profileId: string, indicatorId: string, answer: string, date: string): void;
};
`,
  /** A host that reads the archive of profiles. */
  archive: `
import type { ArchiveEntry } from 'overblik/archive';
declare const signal: AbortSignal;
declare const entry: ArchiveEntry;
declare const loaded: unknown;
`,
  /** Who writes profiles in other languages. */
  languages: `
import type { ConceptResolver } from 'overblik/languages';
import type * as O from 'overblik';
declare const profile: O.Profile;
declare const cohort: unknown;
declare const resolver: ConceptResolver;
`,
  /** A share, on its way to somebody without Overblik. */
  link: `
import { makeHealthLink, type Share } from 'overblik/share';
${page}${shared}
declare const share: Share;
declare const base64urlOf32RandomBytes: string;
`,
};
