/** Files that are put into the archive: each document by itself, and told what became of it. */
import { readBundle } from '../../archive/index.ts';
import type { StoreController } from './store.ts';
import type { Texts } from './ui.ts';

/** What became of one document of a file. */
export interface ImportedProfile {
  readonly name: string;
  readonly outcome: keyof Texts['archive']['outcomes'];
}

export type ImportedFile = { readonly file: string } & (
  | { readonly profiles: readonly ImportedProfile[] }
  | { readonly fault: keyof Texts['archive']['bundleFaults'] }
);

/** Reads files one by one, and puts what is in them into the store. Never rejects. */
export async function importFiles(
  files: readonly File[],
  store: StoreController,
): Promise<readonly ImportedFile[]> {
  const imported: ImportedFile[] = [];
  for (const file of files) imported.push(await importFile(file, store));
  return imported;
}

async function importFile(given: File, store: StoreController): Promise<ImportedFile> {
  const { name: file } = given;
  let text: string;
  try {
    text = await given.text();
  } catch {
    return { file, fault: 'unreadable' };
  }
  const bundle = readBundle(text);
  if (!bundle.ok) return { file, fault: bundle.reason };
  const profiles: ImportedProfile[] = [];
  for (const each of bundle.documents) {
    if (!each.ok) {
      profiles.push({ name: each.name, outcome: 'invalid' });
      continue;
    }
    const { id, version } = each.document;
    const { outcome } = await store.publish(each.publication);
    profiles.push({ name: `${id} ${version}`, outcome });
  }
  return { file, profiles };
}
