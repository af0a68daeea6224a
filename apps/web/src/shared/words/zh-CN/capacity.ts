export const capacity = {
  title: '容量',
  parts: { used: '已使用', reserved: '已预留', free: '空闲', aside: '不可用' },
  measures: { cpus: '处理器', memoryBytes: '内存', diskBytes: '磁盘' },
  hosts: '{{count}} 台主机',
  unmeasured: '{{count}} 台尚未测量',
  left: '空闲 {{free}}，共 {{total}}',
  nothing: '尚未测量',
  size: '已用 {{instances}} 个，另有 {{fits}} 台空闲主机可容纳',
  noSizes: '维护规格后即可查看还能容纳多少',
} as const;
