import { getHost, listHosts } from '@myriad/contract';

/** What an act on a host makes out of date. */
export const hostAnswers = [getHost, listHosts] as const;
