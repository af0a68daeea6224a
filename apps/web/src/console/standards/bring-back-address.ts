/** The form of changed parameters, filled in: a list stands in the address once an entry. */
export function bringBackAddress(
  on: { readonly clusterId?: string | undefined; readonly instanceId?: string | undefined },
  settings: readonly string[],
): string {
  const search = new URLSearchParams();
  if (on.clusterId) search.set('clusterId', on.clusterId);
  else if (on.instanceId) search.set('instanceId', on.instanceId);
  for (const setting of settings) search.append('settings', setting);
  return `/tickets/new/${encodeURIComponent('service.change-parameters')}?${search}`;
}
