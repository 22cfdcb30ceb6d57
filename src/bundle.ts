/**
 * The one file for a page without a build step: registers the elements under their usual names, and offers what
 * such a page calls. Everything else is in the modules (`overblik`).
 */
// First: before anything else is run.
import './page-names.ts';
import { define } from './index.ts';

define();

export {
  Clinic,
  compile,
  define,
  describeCriterion,
  describeProfile,
  evaluate,
  evaluatePatient,
  evidenceOf,
  memoryAdapter,
  OverblikCockpit,
  OverblikGrid,
  OverblikMarker,
  OverblikPopulation,
  OverblikProfile,
  OverblikWorkspace,
  parseProfile,
  PatientModel,
  PopulationList,
  PopulationModel,
  requestFor,
  RoundModel,
  textIn,
  version,
  viewCockpit,
  viewMarkers,
} from './index.ts';
