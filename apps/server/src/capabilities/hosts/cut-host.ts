import type { HostView } from '@myriad/contract';
import type { z } from 'zod';

type View = z.input<typeof HostView>;

/** Facts about the account the platform logs in with, and about what else runs there with its arguments. */
const forOperators: readonly string[] = ['user', 'uid', 'sudo', 'homeWritable', 'serverProcesses'];

/** A host for those who do not operate it: what it is and whether it is fit, not how to get in and with what rights. */
export const cutHost = (host: View): View => ({
  ...host,
  paths: [],
  facts: Object.fromEntries(Object.entries(host.facts).filter(([name]) => !forOperators.includes(name))),
  ...(host.check === undefined
    ? {}
    : {
        check: {
          at: host.check.at,
          // What was measured and what to do about it name accounts and commands.
          verdicts: host.check.verdicts.map(({ item, verdict, words }) => ({ item, verdict, words })),
        },
      }),
});
