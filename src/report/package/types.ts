/** The types of a checked cluster package, as its schema gives them. */
import type * as z from 'zod/mini';
import type { DeepReadonly } from '../../profile/types.ts';
import type {
  packageActivity,
  packageFollowUp,
  packageGate,
  packageIndicator,
  packageProfile,
  packageQuestion,
  packageSchema,
  packageTarget,
  packageTool,
  toolKind,
} from './schema.ts';

type Of<Schema extends z.ZodMiniType> = DeepReadonly<z.infer<Schema>>;

/** What a cluster meets about: profiles, indicators, questions, and tools for the clinics. */
export interface ClusterPackage extends Of<typeof packageSchema> {}
export interface PackageProfile extends Of<typeof packageProfile> {}
export interface PackageIndicator extends Of<typeof packageIndicator> {}
export interface PackageActivity extends Of<typeof packageActivity> {}
export interface PackageTarget extends Of<typeof packageTarget> {}
export interface PackageGate extends Of<typeof packageGate> {}
export interface PackageQuestion extends Of<typeof packageQuestion> {}
export interface PackageTool extends Of<typeof packageTool> {}
export interface PackageFollowUp extends Of<typeof packageFollowUp> {}
export type ToolKind = z.infer<typeof toolKind>;
/** One of the three questions of the gate. */
export type GateQuestion = keyof PackageGate;
