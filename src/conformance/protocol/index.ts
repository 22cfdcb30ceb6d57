import { cockpitItems, hostItems } from './cockpit.ts';
import type { ProtocolItem } from './item.ts';
import { listItems } from './list.ts';

/** Everything that is ticked by hand. */
export const protocolItems: readonly ProtocolItem[] = [...listItems, ...cockpitItems, ...hostItems];
