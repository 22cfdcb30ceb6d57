/** Counts patients in Danish; the count is written as one reads it. */
export const danishPatients = (count: string) =>
  count === '1' ? '1 patient' : `${count} patienter`;

/** Counts patients in English. */
export const englishPatients = (count: string) =>
  count === '1' ? '1 patient' : `${count} patients`;
