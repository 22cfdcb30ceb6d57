import { sharedViewTexts } from '../i18n/shared-view.ts';
import type { ShareRefusal, ShareRefusalKind } from '../model/cockpit/share.ts';

/** Says why a share was not opened: what is wrong, and what to do. */
export function refusal(kind: ShareRefusalKind): ShareRefusal {
  const da = sharedViewTexts.da.refusals[kind];
  const en = sharedViewTexts.en.refusals[kind];
  return {
    opened: false,
    kind,
    message: { da: da.message, en: en.message },
    fix: { da: da.fix, en: en.fix },
  };
}
