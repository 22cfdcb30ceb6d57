export * from './actions.ts';
export * from './cells.ts';
export * from './cockpit/index.ts';
export * from './export.ts';
export * from './export-run.ts';
export * from './journal.ts';
export * from './list/index.ts';
export * from './load.ts';
export * from './markers.ts';
export * from './patient.ts';
export * from './population.ts';
export * from './problems.ts';
export * from './profiles.ts';
export type * from './share.ts';
export * from './selection.ts';
export * from './round/index.ts';
export * from './quality.ts';
export * from './store.ts';
export * from './tabs.ts';
export * from './words/index.ts';

// What the elements need from the rooms below: they know no other room than this one and `ui/`.
export type {
  ActionResult,
  ClinicAdapter,
  ClinicDescription,
  HostAction,
  MarkerExemption,
  OpenContext,
  PatientReference,
  Round,
  RoundMember,
  RoundStatus,
} from '../adapter/index.ts';
export type { PatientOutcome, Port } from '../engine/index.ts';
export {
  describeProfile,
  textIn,
  type Language,
  type MarkerLevel,
  type Profile,
  type ProfileError,
} from '../profile/index.ts';
export {
  completedYears,
  coverageOf,
  dataTypes,
  formatCpr,
  type CheckedPatient,
  type DataType,
  type Patient,
  type RecordType,
} from '../record/index.ts';
