/** The kind with a form of its own; every other kind gets the form its schema describes. */
export const newClusterKind = 'resource.new-cluster';
/** Kinds that begin on a page of their own, where what they ask for is made. */
const beginsAt: Readonly<Record<string, string>> = { 'fleet.adopt': '/fleet/adopt', 'fleet.raise-level': '/clusters' };
export const beginAddress = (kind: string): string => beginsAt[kind] ?? newTicketAddress(kind);
export const newTicketAddress = (kind: string, prefill: Readonly<Record<string, string>> = {}): string => {
  const search = new URLSearchParams(prefill).toString();
  return `/tickets/new/${encodeURIComponent(kind)}${search ? `?${search}` : ''}`;
};
