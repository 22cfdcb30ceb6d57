/** The types of the reading of records. */

/** A code set as a query asks it: the system's name and addresses, and patterns of codes. */
export const codesType =
  'Tuple { system String, addresses List<String>, include String, exclude String, dropsDots Boolean, digits Integer }';

export const codingType = 'Tuple { system String, code String }';
export const dayType = 'Tuple { first Date, last Date, isBroken Boolean, time Integer }';
