/**
 * One part of a portrait, read by a statement of its own: what one account may not see does not hide the rest. A part
 * that was refused is not an empty part, and nothing may be concluded from it.
 */
export type Part<T> =
  | {
      readonly ok: true;
      readonly value: T;
      /** There is more than was read: a limit of ours was reached. */
      readonly more?: true;
    }
  | {
      readonly ok: false;
      /** Why, in the server's own words (cleaned and cut) or in ours. */
      readonly refused: string;
      /** The server's error number, where it gave one. */
      readonly errno?: number;
    };

/** The value of a part, or undefined where it was refused or never read. */
export const partValue = <T>(part: Part<T> | undefined): T | undefined => (part?.ok ? part.value : undefined);
