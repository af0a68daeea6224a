import { posix } from 'node:path';
import { isTestFile, type Rule } from '../rule.ts';

const mostLines = 300;
/** A test file is a list of promises, read from top to bottom: it may be longer. */
const mostTestLines = 600;
const isCode = (path: string) => /\.(ts|tsx)$/.test(path);

export const shortFiles: Rule = {
  id: 'short-files',
  why: 'What rots first in every admired project is the longest file.',
  check: ({ path, text }) => {
    const lines = text.split('\n').length - 1;
    const most = isTestFile(path) ? mostTestLines : mostLines;
    return isCode(path) && lines > most ? [`has ${lines} lines, ${most} at most: split it by verb`] : [];
  },
  bad: [
    { path: 'apps/x/a.ts', text: '\n'.repeat(mostLines + 1) },
    { path: 'apps/x/a.test.ts', text: '\n'.repeat(mostTestLines + 1) },
  ],
  good: [
    { path: 'apps/x/a.ts', text: '\n'.repeat(mostLines) },
    { path: 'apps/x/a.test.ts', text: '\n'.repeat(mostTestLines) },
  ],
};

const drawers =
  /(^|-)(utils?|helpers?|common|misc|v2)(-|$)|(^|-)(manager|service|processor)$|^(base|core|data|info|types?-?all)$/;

export const sayingNames: Rule = {
  id: 'saying-names',
  why: 'A file called after nothing in particular becomes a drawer for everything.',
  check: ({ path }) => {
    const [name = ''] = posix.basename(path).split('.');
    if (!isCode(path)) return [];
    if (drawers.test(name)) return [`is named ${name}: name it for the one thing it exports`];
    const plain =
      /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) || posix.extname(path) === '.tsx' || /^[a-z]{2}-[A-Z]{2}$/.test(name);
    return plain ? [] : [`is named ${name}: kebab-case`];
  },
  bad: [
    { path: 'apps/x/string-utils.ts', text: '' },
    { path: 'apps/x/helper.ts', text: '' },
    { path: 'apps/x/ticketStore.ts', text: '' },
  ],
  good: [
    { path: 'apps/x/approve-ticket.ts', text: '' },
    { path: 'apps/x/approve-ticket.lab.test.ts', text: '' },
  ],
};

// Put together here, so that this file does not find itself.
const hosts = [
  'registry.npmjs' + '.org',
  'deb.debian' + '.org',
  'npmmirror' + '.com',
  'mirrors.' + 'aliyun',
  'archive.ubuntu' + '.com',
];
const machine = /(^|[^\w./-])\/(work|root|home)\/[\w.-]+/m;

export const noMachineNames: Rule = {
  id: 'no-machine-names',
  why: 'A path or a mirror of the machine it was written on works nowhere else.',
  check: ({ path, text }) => {
    // Cases are what other machines said, and say it as it was.
    if (path.startsWith('house/rules/files') || path.includes('/cases/')) return [];
    const faults = hosts.filter((host) => text.includes(host)).map((host) => `names the host ${host}`);
    const found = machine.exec(text);
    return found ? [...faults, `has a path of one machine: ${found[0].trim()}`] : faults;
  },
  bad: [
    { path: 'apps/x/a.ts', text: "open('/work" + "/main/a')" },
    { path: 'package-lock.json', text: `"resolved": "https://${hosts[0]}/x"` },
  ],
  good: [{ path: 'apps/x/a.ts', text: "open('/var/lib/myriad'); from '../work/a.ts'" }],
};
