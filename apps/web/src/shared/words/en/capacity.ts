/** What the pool holds. */
export const capacity = {
  title: 'Capacity',
  parts: { used: 'in use', reserved: 'reserved', free: 'free', aside: 'not to be had' },
  measures: { cpus: 'CPUs', memoryBytes: 'Memory', diskBytes: 'Disk' },
  hosts: 'Hosts: {{count}}',
  unmeasured: 'not measured: {{count}}',
  left: '{{free}} of {{total}} free',
  nothing: 'nothing measured',
  size: 'in use {{instances}}, room for one on {{fits}} free host(s)',
  noSizes: 'Describe specifications to see how many more fit',
} as const;
