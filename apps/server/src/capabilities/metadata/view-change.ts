import type { Actor } from '../../platform/policy/decision.ts';
import { mayChangeMetadata } from './policy.ts';
import type { Change } from './records.ts';

/** Who only asks for things sees that a host changed and when, not how to get into it. */
export const viewChange =
  (actor: Pick<Actor, 'roles'>) =>
  ({ field, before, after, at, source, entity, entityId }: Change) => {
    const shown = entity !== 'host' || mayChangeMetadata(actor).allowed;
    return {
      name: field,
      value: shown ? after : null,
      before: shown ? before : null,
      at,
      source: source.kind,
      sourceId: source.id,
      entity,
      entityId,
    };
  };
