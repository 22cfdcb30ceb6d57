/** The statistics of reports: funnels, deciles, trends, and how few clinics explain a gap. */
export { decilesOf, medianOf, type Quantile } from './deciles.ts';
export type { Dispersion } from './dispersion.ts';
export {
  fewestClinics,
  funnelOf,
  type CountedClinic,
  type Funnel,
  type FunnelClinic,
  type FunnelLimits,
  type FunnelPlace,
  type NoFunnel,
} from './funnel.ts';
export { gapOf, type Better, type Gap, type NoGap } from './gap.ts';
export { exactly, shareOf as shareWithSize, unknownShareOf, type Share } from './shares.ts';
export { lookBackOf } from './look-back.ts';
export type { Runs, Side } from './runs.ts';
export {
  fewestQuarters,
  trendOf,
  type Dated,
  type Trend,
  type TrendPoint,
  type TrendSignal,
} from './trend.ts';
export {
  describeDeciles,
  describeFunnel,
  describeGap,
  describeStrip,
  describeTrend,
  intervalWords,
  percentWords,
  quarterWords,
  sayIn,
  shareWords,
  type Say,
} from './words.ts';
