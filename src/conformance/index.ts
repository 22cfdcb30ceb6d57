/**
 * The conformance kit: holds an adapter against the contract, in Node and in a page. An entry of its own
 * (`overblik/conformance`): the elements load none of it.
 */
export type { ConformanceClock } from './clock.ts';
export {
  usualLimits,
  type ActionPermission,
  type ConformanceLimits,
  type ConformanceOptions,
  type ConformanceProgress,
} from './options.ts';
export { protocolItems } from './protocol/index.ts';
export type { ProtocolItem, ProtocolPart } from './protocol/item.ts';
export {
  compareReports,
  type ConformanceChange,
  type ConformanceComparison,
} from './report/compare.ts';
export { reportHtml } from './report/html.ts';
export { protocolHtml, type ProtocolLanguage } from './report/protocol.ts';
export { reportText } from './report/text.ts';
export { catalogue } from './requirements/catalogue.ts';
export { runConformance } from './run.ts';
export {
  areas,
  requirementResults,
  type ConformanceFigure,
  type ConformanceFinding,
  type ConformanceReport,
  type ConformanceSummary,
  type LoggedCall,
  type RequirementArea,
  type RequirementLevel,
  type RequirementOutcome,
  type RequirementResult,
  type RequirementText,
} from './types.ts';
