/** What codes look like in the systems whose codes have a form, after normalising (R1). */
const shapes: Readonly<Record<string, RegExp>> = {
  // Its chapters, or a hyphen for them all in what was done; what follows a code belongs to a national or local
  // extension, and a list of codes is none.
  'ICPC-2': /^(?:[ABDFHKLNPRSTUWXYZ]-?|-)\d{2}(?:[^\d,;|/+][^,;|/+]*)?$/,
  ATC: /^[A-Z](?:\d{2}(?:[A-Z]{1,2}(?:\d{2})?)?)?$/,
  NPU: /^[A-Z]{3}\d+$/,
  YDELSE: /^\d{4}$/,
  // A diagnosis of ICD-10 has a D before it here. In ICD-10 codes are written in both ways in Denmark, so none is foreign.
  SKS: /^[A-Z]{2}/,
};

/** Whether a code looks like one of its system; every code does where codes have no form. */
export function looksLikeCode(system: string, code: string): boolean {
  return shapes[system]?.test(code) ?? true;
}
