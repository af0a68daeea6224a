import type { Reader } from '../../platform/database/schema.ts';
import { readAudit } from './store/audit.ts';

const pageSize = 500;

/** The audit log from `to` back to `from` (epoch ms, both included), newest first, page by page. Whoever asks has checked who may. */
export async function* walkAudit(db: Reader, { from, to }: { readonly from: number; readonly to: number }) {
  // Ids are above every text that begins with nothing.
  let after = { createdAt: to + 1, id: '' };
  for (;;) {
    const rows = await readAudit(db, {}, after, pageSize);
    const within = rows.filter(({ at }) => at >= from);
    yield within;
    const last = rows.at(-1);
    if (!last || rows.length < pageSize || within.length < rows.length) return;
    after = { createdAt: last.at, id: last.id };
  }
}
