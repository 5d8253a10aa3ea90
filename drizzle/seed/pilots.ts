import { linenPilot } from './linen-pilot.ts';
import type { DemoPilot } from './pilot-scenes.ts';
import { trolleyPilot } from './trolley-pilot.ts';

/** One that is finished and stands in the library, and one that is under way. */
export const pilots: DemoPilot[] = [trolleyPilot, linenPilot];
