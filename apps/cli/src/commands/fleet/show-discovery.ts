import type { Discovery, FoundCluster } from '@myriad/contract';
import type { Shown } from '../../command.ts';
import type { Language } from '../../language.ts';
import { detailsOf, tableOf } from '../../table.ts';
import { columns } from '../columns.ts';
import { stateWord } from '../state-words.ts';

const mostFindings = 40;

/** What was found: each cluster with its servers, what is wrong, and whether it can be taken over. */
export const shownDiscovery = (discovery: Discovery): Shown => ({
  value: discovery,
  exit: discovery.state === 'done' ? 'ok' : 'failed',
  text: (language) => {
    const { id, state, progress, clusters, leftOut } = discovery;
    const head = detailsOf(
      [
        [columns.id, id],
        [columns.state, stateWord(state, language)],
        [{ en: 'LOOKED AT', zh: '已查看' }, `${progress.looked} (${progress.answered})`],
      ],
      language,
    );
    const left = leftOut.map(({ server, because }) => `  ${server}: ${because[language]}\n`).join('');
    const title = language === 'zh' ? '\n未查看：\n' : '\nNot looked at:\n';
    return `${head}${clusters.map((cluster) => clusterText(cluster, language)).join('')}${left === '' ? '' : title + left}`;
  },
});

function clusterText(
  { key, suggestedName, graph, servers, findings, abilities }: FoundCluster,
  language: Language,
): string {
  const roles = new Map(servers.map((server) => [server.id, server]));
  const table = tableOf(
    [
      { title: { en: 'SERVER', zh: '服务器' }, of: ({ id }) => id },
      { title: columns.role, of: ({ id, role }) => stateWord(roles.get(id)?.role ?? role, language) },
      { title: columns.state, of: ({ state }) => stateWord(state, language) },
      { title: columns.flavor, of: ({ flavor }) => flavor },
      { title: columns.version, of: ({ version }) => version },
    ],
    graph.nodes,
    language,
  );
  const bad = findings
    .slice(0, mostFindings)
    .map(
      ({ grade, on, words }) =>
        `  ${grade === 'bad' ? '✗' : grade === 'warn' ? '!' : '·'} ${on && !words.en.includes(on) ? `${on}: ` : ''}${words[language]}\n`,
    )
    .join('');
  const more = findings.length > mostFindings ? `  … ${findings.length - mostFindings}\n` : '';
  const { allowed, words } = abilities.adopt;
  const refused = allowed
    ? ''
    : `  ${language === 'zh' ? '不能接管' : 'cannot be taken over'}: ${words?.[language] ?? ''}\n`;
  return `\n${suggestedName} (${key}), ${graph.shape}\n${refused}${table}${bad}${more}`;
}
