import { defineHostAction } from '@myriad/paths';
import { z } from 'zod';
import { script } from './script.ts';

const place = z.object({ target: z.string(), archive: z.string(), sha256: z.string() });

/** Is a server package unpacked here, or has its archive arrived whole? Reads the archive through: large ones take a while. */
export const findPackage = defineHostAction({
  name: 'instances.find-package',
  version: 1,
  script: script('find-package'),
  input: place,
  output: z.object({ installed: z.boolean(), arrived: z.boolean() }),
});

/** Unpacks, relocates, tries and marks a server package. A job: large archives take a while. */
export const installPackage = defineHostAction({
  name: 'instances.install-package',
  version: 1,
  script: script('install-package'),
  input: place.extend({ program: z.string() }),
  output: z.object({ target: z.string(), already: z.boolean() }),
});
