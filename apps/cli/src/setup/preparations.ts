import { ensureChromium, ensureSshd, ensureTree, type Say } from '@myriad/lab';

/** What there is now: one line for people, or the words that say why not and what to do. */
export type Prepared =
  | { readonly ready: string }
  | { readonly missing: true; readonly words: { readonly en: string; readonly zh: string } };

/** Everything demo and tests need beyond the dependencies, by the name `myriad setup NAME` takes. */
export const preparations: Readonly<Record<string, (say: Say) => Promise<Prepared>>> = {
  mysql: (say) => prepareTree('mysql', say),
  mariadb: (say) => prepareTree('mariadb', say),
  sshd: async (say) => {
    const sshd = await ensureSshd({ say });
    return 'missing' in sshd ? sshd : { ready: sshd.sshd };
  },
  chromium: async (say) => {
    const chromium = await ensureChromium({ say });
    if ('missing' in chromium) return chromium;
    return { ready: chromium.executable + (chromium.drawsChinese ? '' : ' (no CJK font: install fonts-noto-cjk)') };
  },
};

async function prepareTree(flavor: 'mysql' | 'mariadb', say: Say): Promise<Prepared> {
  const tree = await ensureTree(flavor, { say });
  return 'missing' in tree ? tree : { ready: `${tree.version} (${tree.source}) ${tree.directory}` };
}
