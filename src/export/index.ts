/** Tables as files, CSV and XLSX, and as text for the clipboard. */
export { copyText } from './copy.ts';
export { toCsv } from './csv.ts';
export { describeCut } from './cut.ts';
export { exportFileName } from './names.ts';
export { inSlices } from './slices.ts';
export * from './types.ts';
export { toXlsx } from './xlsx.ts';
