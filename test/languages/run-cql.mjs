/**
 * CQL by the tools that others wrote: the translator of the CQL specification's authors, and the engine that runs what it
 * makes over FHIR R4. Reads a job from standard input, and writes its answers as one line of JSON.
 *
 * @typedef {object} Job
 * @property {{ main: string, libraries: Record<string, string>, population: string, expressions: string[] }[]} profiles
 * @property {string} asOf
 * @property {'members' | 'everyone'} asked
 * @property {{ id: string, coverage: object[], bundle: object }[]} patients None: the libraries are translated alone.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { stdin } from 'node:process';
import { SystemModelInfoProvider } from '@cqframework/cql/cql';
import {
  CqlTranslator,
  LibraryManager,
  ModelManager,
  createLibrarySourceProvider,
  createModelInfoProvider,
  createUcumService,
  stringAsSource,
} from '@cqframework/cql/cql-to-elm';
import cqlFhir from 'cql-exec-fhir';
import cql from 'cql-execution';

const require = createRequire(import.meta.url);
const modelInfo = readFileSync(
  require.resolve('cql-exec-fhir/lib/modelInfos/fhir-modelinfo-4.0.1.xml'),
  'utf8',
);

const chunks = [];
for await (const chunk of stdin) chunks.push(chunk);
const {
  profiles,
  asOf,
  asked: whom,
  patients,
} = JSON.parse(Buffer.concat(chunks).toString('utf8'));

/** All libraries, by name: those that all profiles include are the same. */
const libraries = Object.assign({}, ...profiles.map((profile) => profile.libraries));
const manager = managerOf(libraries);
const elm = new Map();

const asked = profiles.map(({ main, libraries: own, population, expressions }) => {
  const all = Object.fromEntries(Object.keys(own).map((name) => [name, translateOnce(name)]));
  return {
    library: new cql.Library(all[main], new cql.Repository(all)),
    population,
    expressions,
    answer: { main, elm: all[main], patients: {} },
  };
});

const codes = new cql.CodeService({});
const source = cqlFhir.PatientSource.FHIRv401();
for (const { id, coverage, bundle } of patients) {
  const parameters = { AsOf: cql.Date.parse(asOf), Coverage: coverage.map(typed) };
  const patient = patientOf(bundle);
  for (const { library, population, expressions, answer } of asked) {
    const executor = new cql.Executor(library, codes, parameters);
    const ask = async (expression) => {
      const one = { currentPatient: () => patient, nextPatient: () => undefined };
      const { patientResults } = await executor.exec_expression(expression, one);
      return Object.values(patientResults)[0][expression];
    };
    const found = { [population]: await ask(population) };
    answer.patients[id] = found;
    // R22: of members alone the others are asked.
    if (whom === 'everyone' || found[population] === true)
      for (const expression of expressions) found[expression] = await ask(expression);
  }
}
console.log(JSON.stringify(asked.map(({ answer }) => answer)));

function managerOf(texts) {
  const models = new ModelManager();
  models.modelInfoLoader.registerModelInfoProvider(new SystemModelInfoProvider());
  models.modelInfoLoader.registerModelInfoProvider(
    createModelInfoProvider((id) => (id === 'FHIR' ? stringAsSource(modelInfo) : null)),
  );
  // Periods of the calendar are all that is written: no unit is converted.
  const units = createUcumService(
    (value) => value,
    () => null,
  );
  const made = new LibraryManager(models, undefined, undefined, units);
  made.librarySourceLoader.registerProvider(
    createLibrarySourceProvider((id) =>
      Object.hasOwn(texts, id) ? stringAsSource(texts[id]) : null,
    ),
  );
  return made;
}

/** @returns A library as ELM. @throws {Error} of what the translator finds wrong. */
function translateOnce(name) {
  if (elm.has(name)) return elm.get(name);
  const { library } = JSON.parse(CqlTranslator.fromText(libraries[name], manager).toJson());
  const wrong = (library.annotation ?? []).filter(({ errorSeverity }) => errorSeverity === 'error');
  if (wrong.length > 0)
    throw new Error(
      wrong
        .map((each) => `${each.libraryId} ${each.startLine}:${each.startChar} ${each.message}`)
        .join('\n'),
    );
  elm.set(name, { library });
  return elm.get(name);
}

/** A patient whose resources are read once: the engine keeps nothing from one expression to the next. */
function patientOf(bundle) {
  source.reset();
  source.loadBundles([bundle]);
  const patient = source.currentPatient();
  const find = patient.findRecords.bind(patient);
  const found = new Map();
  patient.findRecords = (profile, details) => {
    if (!found.has(profile)) found.set(profile, find(profile, details).map(readOnce));
    return found.get(profile);
  };
  return readOnce(patient);
}

function readOnce(object) {
  const get = object.get.bind(object);
  const read = new Map();
  Object.defineProperty(object, 'get', {
    value: (field) => {
      if (!read.has(field)) read.set(field, keep(get(field)));
      return read.get(field);
    },
  });
  return object;
}

function keep(value) {
  if (Array.isArray(value)) return value.map(keep);
  return typeof value?.get === 'function' && typeof value.getTypeInfo === 'function'
    ? readOnce(value)
    : value;
}

function typed({ since, freshUntil, ...rest }) {
  return {
    ...rest,
    ...(since ? { since: cql.Date.parse(since) } : {}),
    ...(freshUntil ? { freshUntil: cql.Date.parse(freshUntil) } : {}),
  };
}
