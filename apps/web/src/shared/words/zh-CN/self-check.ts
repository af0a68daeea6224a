export const selfCheck = {
  title: '平台自检',
  now: '立即检查',
  looked: '检查于',
  took: '用时 {{time}}',
  every: '每 {{minutes}} 分钟自动检查一次',
  none: '尚未检查',
  noneNext: '平台启动半分钟后会自动检查，也可立即检查。检查不会改动任何内容。',
  onlyAmber: '仅显示需要查看的项目',
  allGreen: '没有需要查看的项目',
  allGreenNext: '取消勾选即可查看全部检查结果。',
  columns: { about: '对象', found: '结果', next: '处理方法' },
} as const;
