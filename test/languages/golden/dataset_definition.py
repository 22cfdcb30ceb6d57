# Trial
# - Trial
# Written of the profile dk.test 1.0.0 for 2026-11-24; the profile is what counts where the two differ.
# ehrQL has yes and no: where the data does not cover what is asked, Overblik says unknown and this says no.
from ehrql import codelist_from_csv, create_dataset, days
from ehrql.tables.core import clinical_events, medications, patients, practice_registrations

dataset = create_dataset()

# Aged 65 or more, female and on the clinic’s list
population_include_all_0 = (patients.age_on("2026-11-24") >= 65) & (patients.sex == "female") & practice_registrations.for_patient_on("2026-11-24").exists_for_patient()

codes_dementia = ["52448006"]

# Diagnosis 52448006 (SNOMED CT), at any time
population_include_all_1_any_0 = clinical_events.where(clinical_events.snomedct_code.is_in(codes_dementia)).where(clinical_events.date.is_on_or_before("2026-11-24")).exists_for_patient()

codes_population_include_all_1_any_1_medication_codes = ["321954007"]

# 2 to 9 medications 321954007 (dm+d), within the last 3 months
population_include_all_1_any_1 = (medications.where(medications.dmd_code.is_in(codes_population_include_all_1_any_1_medication_codes)).where(medications.date.is_on_or_after("2026-08-24")).where(medications.date.is_on_or_before("2026-11-24")).count_for_patient() >= 2) & (medications.where(medications.dmd_code.is_in(codes_population_include_all_1_any_1_medication_codes)).where(medications.date.is_on_or_after("2026-08-24")).where(medications.date.is_on_or_before("2026-11-24")).count_for_patient() <= 9)

# Diagnosis 52448006 (SNOMED CT), at any time and/or 2 to 9 medications 321954007 (dm+d), within the last 3 months
population_include_all_1 = population_include_all_1_any_0 | population_include_all_1_any_1

codes_population_include_all_2_not_result_codes = ["999791000000106"]

# Latest result 999791000000106 (SNOMED CT) at least 53 mmol/mol, at any time
population_include_all_2_not = (clinical_events.where(clinical_events.snomedct_code.is_in(codes_population_include_all_2_not_result_codes)).where(clinical_events.date.is_on_or_before("2026-11-24")).sort_by(clinical_events.date).last_for_patient().numeric_value >= 53).when_null_then(False)

# Not latest result 999791000000106 (SNOMED CT) at least 53 mmol/mol, at any time
population_include_all_2 = ~population_include_all_2_not

# Aged 65 or more, female and on the clinic’s list, (diagnosis 52448006 (SNOMED CT), at any time and/or 2 to 9 medications 321954007 (dm+d), within the last 3 months) and not latest result 999791000000106 (SNOMED CT) at least 53 mmol/mol, at any time
population_include = population_include_all_0 & population_include_all_1 & population_include_all_2

in_population = (
    patients.date_of_birth.is_on_or_before("2026-11-24")
    & (patients.date_of_death.is_null() | patients.date_of_death.is_after("2026-11-24"))
    & population_include
)
dataset.define_population(in_population)

markers_0_when_day = clinical_events.where(clinical_events.snomedct_code.is_in(codes_dementia)).where(clinical_events.date.is_on_or_before("2026-11-24")).sort_by(clinical_events.date).first_for_patient().date
codes_markers_0_when_anchor_is_not_result_codes = ["999791000000106"]

# Result 999791000000106 (SNOMED CT), from 30 days before that day to 2 weeks after that day, both included
markers_0_when_anchor_is_not = clinical_events.where(clinical_events.snomedct_code.is_in(codes_markers_0_when_anchor_is_not_result_codes)).where(clinical_events.date.is_on_or_after(markers_0_when_day - days(30))).where(clinical_events.date.is_on_or_before(markers_0_when_day + days(14))).where(clinical_events.date.is_on_or_before("2026-11-24")).exists_for_patient()

# Not this
markers_0_when_anchor_is = ~markers_0_when_anchor_is_not

# On the day of the first diagnosis 52448006 (SNOMED CT), at any time: no results 999791000000106 (SNOMED CT), from 30 days before that day to 2 weeks after that day, both included
markers_0_when = markers_0_when_day.is_not_null() & markers_0_when_anchor_is

# Not measured
dataset.marker_unmeasured = markers_0_when

# Diagnosis 52448006 (SNOMED CT), at any time
indicators_0_numerator_of_0 = clinical_events.where(clinical_events.snomedct_code.is_in(codes_dementia)).where(clinical_events.date.is_on_or_before("2026-11-24")).exists_for_patient()

# At least 1 of: diagnosis 52448006 (SNOMED CT), at any time
indicators_0_numerator = (indicators_0_numerator_of_0.as_int()) >= 1

codes_indicators_0_denominator_result_codes = ["999791000000106"]

# Result 999791000000106 (SNOMED CT), at any time
indicators_0_denominator = clinical_events.where(clinical_events.snomedct_code.is_in(codes_indicators_0_denominator_result_codes)).where(clinical_events.date.is_on_or_before("2026-11-24")).exists_for_patient()

# Controlled
dataset.indicator_controlled_numerator = indicators_0_numerator
dataset.indicator_controlled_denominator = indicators_0_denominator
