import * as contract from '@myriad/contract';
import { serveEventStream } from '../../../platform/http/event-stream.ts';
import type { Http } from '../../../platform/http/http.ts';
import { serveEndpoint } from '../../../platform/http/serve-endpoint.ts';
import type { Actor } from '../../../platform/policy/decision.ts';
import type { MetadataParts } from '../parts.ts';
import { sightOf } from '../sight/sight.ts';
import type { PlacedChange } from '../store/feed.ts';
import { viewChange } from '../view-change.ts';
import { readFeed, readFeedAfter } from './read-feed.ts';

const viewItem = (actor: Actor) => (change: PlacedChange) => ({
  ...viewChange(actor)(change),
  sequence: change.sequence,
  id: change.id,
  about: change.about,
});

/** Hangs the change feed on the server: by asking (and waiting), or as server-sent events. */
export function serveFeed(http: Http, parts: MetadataParts): void {
  serveEndpoint(http, contract.readChangeFeed, async ({ actor, query }) => {
    const { items, ...page } = await readFeed(
      { ...parts, stopping: http.stopping },
      { ...query, seenBy: sightOf(actor) },
    );
    return { ...page, items: items.map(viewItem(actor)) };
  });
  serveEventStream(http, {
    path: '/api/changes/stream',
    scope: 'within',
    open: async ({ actor }) => ({
      read: async (after) =>
        (await readFeedAfter(parts.db, after, sightOf(actor))).map((change) => ({
          id: change.sequence,
          type: 'change',
          data: viewItem(actor)(change),
        })),
      onNews: (wake) => parts.metadata.onChange(wake),
    }),
  });
}
