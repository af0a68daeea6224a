/** The kind with a form of its own; every other kind gets the form its schema describes. */
export const newClusterKind = 'resource.new-cluster';
export const newTicketAddress = (kind: string, prefill: Readonly<Record<string, string>> = {}): string => {
  const search = new URLSearchParams(prefill).toString();
  return `/tickets/new/${encodeURIComponent(kind)}${search ? `?${search}` : ''}`;
};
