import { defineHostAction } from '@myriad/paths';
import { z } from 'zod';
import { instanceScript, script } from './script.ts';

const seat = z.object({ directory: z.string(), instanceId: z.string(), taskId: z.string() });

/** What an instance would find at its seat; changes nothing. */
export const checkSeat = defineHostAction({
  name: 'instances.check-seat',
  version: 1,
  script: script('check-seat'),
  input: z.object({
    baseDirectory: z.string(),
    directory: z.string(),
    address: z.string(),
    ports: z.array(z.number()),
    target: z.string(),
    sha256: z.string(),
  }),
  output: z.object({
    writable: z.boolean(),
    freeBytes: z.number(),
    memoryMib: z.number(),
    availableMib: z.number().nullable(),
    /** Something lies where the instance would; `owner` = the instance it belongs to, '' = not ours. */
    present: z.boolean(),
    owner: z.string(),
    takenPorts: z.string(),
    architecture: z.string(),
    /** `glibc 2.36`, '' = not known. */
    libc: z.string(),
    installed: z.boolean(),
    missingTools: z.string(),
  }),
});
export type SeatFacts = z.infer<typeof checkSeat.output>;

export const makeDirectories = defineHostAction({
  name: 'instances.make-directories',
  version: 1,
  script: script('make-directories'),
  input: seat,
  output: z.object({ directory: z.string() }),
});

export const readCertificate = defineHostAction({
  name: 'instances.read-certificate',
  version: 1,
  script: script('read-certificate'),
  input: z.object({ authorities: z.string(), certificate: z.string(), key: z.string() }),
  /** SHA-256 of each file, '' = it is not there; `private` = the key is mode 0600. */
  output: z.object({ authorities: z.string(), certificate: z.string(), key: z.string(), private: z.boolean() }),
});

export const removeDirectories = defineHostAction({
  name: 'instances.remove-directories',
  version: 1,
  script: instanceScript('remove-directories'),
  input: seat.extend({ unitName: z.string() }),
  output: z.object({ removed: z.boolean() }),
});

/** A job. Never touches a data directory it did not begin itself. */
export const initialise = defineHostAction({
  name: 'instances.initialise',
  version: 1,
  script: instanceScript('initialise'),
  input: seat.extend({ argv: z.array(z.string()), sql: z.string(), sqlFile: z.string() }),
  output: z.object({ already: z.boolean(), seconds: z.number() }),
});

/** Renames the instance's folder into the trash; deletes nothing. */
export const moveAside = defineHostAction({
  name: 'instances.move-aside',
  version: 1,
  script: instanceScript('move-aside'),
  input: z.object({ directory: z.string(), instanceId: z.string(), trash: z.string(), unitName: z.string() }),
  output: z.object({ trash: z.string() }),
});
