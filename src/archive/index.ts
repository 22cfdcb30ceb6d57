/**
 * `overblik/archive`: the archive of profiles and cluster packages, without elements. A folder of JSON with an index that any web server
 * serves, read through a `fetch` that the host hands in; search, versions, signatures, bundles, and what clinics report
 * of exemptions. It makes no network call of its own.
 */
export { archiveEntry, packageEntry } from './entry.ts';
export {
  archivedHash,
  readArchived,
  type ArchivedDocument,
  type ArchivedOutcome,
} from './documents.ts';
export { describePackage, type ClusterPackage } from '../report/package/index.ts';
export { readBundle, writeBundle, type BundledDocument, type BundleOutcome } from './bundle.ts';
export {
  byProfile,
  contentsOf,
  isArchive,
  standingOf,
  type VersionStanding,
  type VersionsOf,
} from './contents.ts';
export {
  exemptionCountsReport,
  readExemptionReports,
  reportFromRounds,
  type ExemptionReadings,
  type ExemptionReport,
  type ExemptionSummary,
  type ReportedCount,
  type ReportedReason,
} from './exemptions.ts';
export { readIndex, writeIndex, type ArchiveIndex, type IndexedEntry } from './index-document.ts';
export { memoryArchive, type MemoryArchiveOptions } from './memory.ts';
export {
  ArchiveError,
  archiveProblem,
  type ArchiveProblem,
  type ArchiveProblemKind,
} from './problems.ts';
export {
  everything,
  searchArchive,
  type ApprovalState,
  type ArchivedKind,
  type ArchiveAnswer,
  type ArchiveFacets,
  type ArchiveQuery,
  type Facet,
} from './search.ts';
export {
  signedState,
  signedText,
  signProfile,
  verifySignatures,
  type SignatureState,
  type SignedState,
  type TrustedPublisher,
} from './signatures.ts';
export { staticArchive, type ArchiveFetch, type StaticArchiveOptions } from './static.ts';
export type * from './types.ts';
