/** Where the data comes from: here a made-up clinic; in your program an adapter over its own records. */
import { memoryAdapter } from 'overblik/adapter/memory';
import { demens, kol, sampleClinic } from 'overblik/testing';

export const adapter = memoryAdapter(sampleClinic());
export const profiles = [demens, kol];
