/** How much of one patient is read: what is beyond it is told, and leaves in doubt whatever it may have answered. */

/** Records of a list. */
export const mostRecords = 200_000;

/** Fields of a record, of a patient, or of what holds the lists. */
export const mostFields = 200;

/** Characters of a text that is only shown, and of a result's textual value. */
export const longestText = 10_000;

/** Characters of a letter's body. */
export const longestBody = 100_000;

/** Characters of what can decide something (a code, a system, a source, a unit), and of an id. */
export const longestName = 1000;

/** Characters of all texts of a patient that are only shown. */
export const mostCharacters = 20_000_000;

/** Rejections of a list that are kept one by one; of the others the reason and how many they are. */
export const mostRejections = 1000;

/** Rejections of a clinic that are kept one by one; of each patient who comes later as above, from the first on. */
export const mostClinicRejections = 500_000;
