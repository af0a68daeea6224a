import { listClusters, listHosts } from '@myriad/contract';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../shared/api/use-answer.ts';
import type { en } from '../../shared/words/en.ts';

type ThingWord = keyof typeof en.frame.things;

const all = { query: { limit: 500 } };
const pages: Readonly<Record<string, string>> = {
  host: 'hosts',
  cluster: 'clusters',
  task: 'tasks',
  ticket: 'tickets',
};

export interface ThingName {
  /** `Host lab-1`; of something without a known name, the end of its id. */
  readonly words: string;
  /** Its page, where it has one. */
  readonly to?: string;
}

/** `host/01a2…` as people call it; undefined for what is no thing of the platform, such as an address. */
export function useThingName(): (reference: string) => ThingName | undefined {
  const { t } = useTranslation();
  const clusters = useAnswer(listClusters, all);
  const hosts = useAnswer(listHosts, all);
  return (reference) => {
    const [, kind, id] = /^([a-z-]+)\/([^/]+)$/.exec(reference) ?? [];
    if (kind === undefined || id === undefined) return undefined;
    const word = t(`frame.things.${kind as ThingWord}`, { defaultValue: kind });
    const known = kind === 'host' ? hosts.data?.items : kind === 'cluster' ? clusters.data?.items : undefined;
    const name = known?.find((each) => each.id === id)?.name;
    const isGone = known !== undefined && name === undefined;
    const page = isGone ? undefined : pages[kind];
    return {
      words: `${word} ${name ?? (id.length > 12 ? `…${id.slice(-6)}` : id)}`,
      ...(page ? { to: `/${page}/${id}` } : {}),
    };
  };
}
