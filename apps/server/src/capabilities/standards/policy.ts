import { mustOperate } from '../auth/index.ts';

/** A standard binds the whole fleet: those who operate publish it and say who follows which. */
export const mayPublish = mustOperate;
/** An exception has an owner, a reason and an end, and those who operate answer for it. */
export const mayExcept = mustOperate;
/** What differs names accounts and parameters, which are theirs to see. */
export const mayRead = mustOperate;
export const mayCheck = mustOperate;
