import { afterAll } from 'vitest';
import { cleanUp } from './clean-up.ts';

/* Files of a project share one process and its modules: what a file opened is closed here, after each file. */
afterAll(cleanUp);
