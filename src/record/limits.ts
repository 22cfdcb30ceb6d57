/** How much of one patient is read: what is beyond it is told, and leaves in doubt whatever it may have answered. */

/** Records of a list. */
export const mostRecords = 200_000;

/** Fields of a record, of a patient, or of what holds the lists. */
export const mostFields = 200;
