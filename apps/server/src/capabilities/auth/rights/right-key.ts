import { createHash } from 'node:crypto';

/** One role on one scope is held once by one holder: granting it again changes its end and reason. */
export const keyOfRight = (right: {
  readonly holder: { readonly kind: string; readonly id: string };
  readonly role: string;
  readonly scope: { readonly kind: string; readonly id: string };
}): string =>
  createHash('sha256')
    .update(JSON.stringify([right.holder.kind, right.holder.id, right.role, right.scope.kind, right.scope.id]))
    .digest('hex');
