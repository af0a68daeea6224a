import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { type Started, startNode } from './child-process.ts';
import { LabReady } from './lab-process.ts';

/** What the server says once it listens. The token is there only while no administrator was made. */
export const ServerReady = z.object({ url: z.string(), firstRunToken: z.string().optional() });
export type ServerReady = z.infer<typeof ServerReady>;

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

/** The platform of the demo: the same server as everywhere, with its data in the demo's folder. */
export const startPlatform = (folder: string, listen: string): Promise<Started<ServerReady>> =>
  startNode([here('../main.ts'), 'start'], {
    env: { MYRIAD_HOME: join(folder, 'platform'), MYRIAD_LISTEN: listen, MYRIAD_DEMO: 'yes' },
    logFile: join(folder, 'platform.log'),
    readySeconds: 120,
    parse: (message) => ServerReady.parse(message),
  });

/** Three machines on loopback addresses, in a process of their own. */
export const startLab = (folder: string, count: number): Promise<Started<LabReady>> =>
  startNode([here('./lab-process.ts'), join(folder, 'lab'), String(count)], {
    env: {},
    logFile: join(folder, 'lab.log'),
    readySeconds: 180,
    parse: (message) => LabReady.parse(message),
  });
