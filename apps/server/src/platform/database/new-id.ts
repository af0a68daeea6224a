import { v7 } from 'uuid';

/** A new text id: UUID version 7 (RFC 9562), so that ids sort by time of making. */
export const newId = (): string => v7();
