import { memoryAdapter } from './overblik/overblik.js';
import { demens, kol, sampleClinic } from './overblik/overblik-testing.js';

start({ memoryAdapter, demens, kol, sampleClinic });
