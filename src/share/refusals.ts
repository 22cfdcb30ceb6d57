import { refusalPhrases } from '../i18n/phrases/share.ts';
import type { ShareRefusal, ShareRefusalKind } from '../model/cockpit/share.ts';

/** Says why a share was not opened: what is wrong, and what to do. */
export function refusal(kind: ShareRefusalKind): ShareRefusal {
  const [da, en, fixDa, fixEn] = refusalPhrases[kind];
  return { opened: false, kind, message: { da, en }, fix: { da: fixDa, en: fixEn } };
}
