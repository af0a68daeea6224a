import { mustOperate } from '../auth/index.ts';

/** Who may change what the platform knows by hand: those who operate it. */
export const mayChangeMetadata = mustOperate;
