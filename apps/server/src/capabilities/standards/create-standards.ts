import { createKeeper, type Keeper } from './keep-judged.ts';
import type { StandardParts } from './parts.ts';
import { shipStandard } from './ship-standard.ts';

const everySeconds = 30;

/** The door: standards, who follows them, and how far they do. */
export interface Standards {
  readonly parts: StandardParts;
  readonly keeper: Keeper;
  /** Puts the shipped standard there, then keeps judging. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

export function createStandards(parts: StandardParts): Standards {
  const keeper = createKeeper(parts, everySeconds * 1000);
  return {
    parts,
    keeper,
    start: async () => {
      if (await shipStandard(parts)) parts.log.info('the shipped standard is there');
      keeper.start();
    },
    stop: () => keeper.stop(),
  };
}
