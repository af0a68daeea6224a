import type { ExplainedThing } from '@myriad/contract';

const folders: Readonly<Record<ExplainedThing, string>> = {
  host: 'hosts',
  instance: 'instances',
  cluster: 'clusters',
  application: 'applications',
  task: 'tasks',
  ticket: 'tickets',
  finding: 'findings',
};

export const pageOfThing = (thing: ExplainedThing, id: string): string => `/${folders[thing]}/${id}`;

/** The page that says why somebody cannot see what an address is about; undefined for an address about no one thing. */
export function whyPageOf(pathname: string): string | undefined {
  const [, folder, id] = /^\/(\w+)\/([\w-]{8,64})(?:\/|$)/.exec(pathname) ?? [];
  const [thing] = Object.entries(folders).find(([, name]) => name === folder) ?? [];
  return thing === undefined || id === undefined ? undefined : `/why/${thing}/${id}`;
}
