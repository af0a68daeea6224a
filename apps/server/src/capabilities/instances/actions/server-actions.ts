import { defineHostAction } from '@myriad/paths';
import { z } from 'zod';
import { instanceScript, script } from './script.ts';

/** The supervisor's own text, shipped with every start. */
export const supervisorScript = script('supervise');

const one = z.object({ directory: z.string(), instanceId: z.string(), unitName: z.string() });

/** Starts the server under the supervisor (or systemd), or finds it running and adopts it. */
export const startServer = defineHostAction({
  name: 'instances.start-server',
  version: 1,
  script: instanceScript('start-server'),
  input: one.extend({
    baseDirectory: z.string(),
    argv: z.array(z.string()),
    restart: z.enum(['after-crash', 'never']),
    /** The task, written down where it really starts the server. */
    startedBy: z.string(),
    supervisor: z.string(),
    userUnit: z.string(),
    systemUnit: z.string(),
  }),
  output: z.object({ manager: z.string(), pid: z.number().nullable(), already: z.boolean() }),
});

export const readServer = defineHostAction({
  name: 'instances.read-server',
  version: 1,
  script: instanceScript('read-server'),
  input: one,
  output: z.object({
    manager: z.string(),
    running: z.boolean(),
    supervised: z.boolean(),
    pid: z.number().nullable(),
    /** Epoch seconds. */
    startedAt: z.number().nullable(),
    wanted: z.string(),
    exitCode: z.string(),
    exitAt: z.number().nullable(),
  }),
});

/** A job: SIGTERM, then waits; never SIGKILL. */
export const stopServer = defineHostAction({
  name: 'instances.stop-server',
  version: 1,
  script: instanceScript('stop-server'),
  input: one.extend({
    limitSeconds: z.number(),
    /** Leaves a server alone that this task did not start; '' = stops it whoever did. */
    onlyStartedBy: z.string(),
  }),
  output: z.object({ stopped: z.boolean(), seconds: z.number() }),
});
