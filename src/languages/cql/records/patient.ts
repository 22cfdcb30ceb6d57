/** Who the patient is, as CQL. */
import { rulesName } from '../rules-library.ts';

export const patientReading = String.raw`// ---- The patient (R17, R21) ----

// Born on some day between two, dead on some day between two: null where nobody says.
define Birth: DateOf(Patient.birthDate)
define Death: DateTimeOf(Patient.deceased as FHIR.dateTime)

// Neither dead nor unborn on a day.
define function IsAlive(asked Date):
  case
    when Death.last <= asked or Birth.first > asked then false
    when Death.first <= asked or Birth.last > asked or Death.isBroken
      or (Patient.deceased as FHIR.boolean).value is true then null
    else true
  end

define function Reached(addMonths Integer, addDays Integer, asked Date):
  ${rulesName}.HasReached(Birth.first, Birth.last, addMonths, addDays, asked)

define Sex: if Patient.gender.value in { 'female', 'male' } then Patient.gender.value else null

define Home:
  Coalesce(
    First(Patient.address A where A.use.value = 'home'),
    First(Patient.address A where Coalesce(A.use.value, 'home') != 'old'))

define Municipality:
  First(
    (First((Home.extension) X
      where X.url.value = 'http://hl7.dk/fhir/core/StructureDefinition/dk-core-municipalityCodes'
      return all X.value as FHIR.CodeableConcept)).coding).code.value

define PostalCode: Home.postalCode.value

define Practitioner:
  Coalesce(
    First(Patient.generalPractitioner).display.value,
    First(Patient.generalPractitioner P where P.identifier.system.value = 'urn:oid:1.2.208.176.1.4'
      return all P.identifier.value.value),
    First(Patient.generalPractitioner).identifier.value.value)

define function IsOneOf(text String, asked List<String>):
  if text is null then null else Lower(ReplaceMatches(text, '^\\s+|\\s+$', '')) in asked
`;
