export const reviewUndo = {
  name: '如何回滚',
  capture: '执行前，在同一事务中保存将被覆盖的数据',
  takeAway: '回滚时，先删除新增的行',
  putBack: '回滚时，对保存的每一行执行',
  statements: '回滚时，按此顺序执行',
  impossible: '无法回滚：',
  lost: '无法恢复的内容',
  remains: '会保留，或需人工处理才能恢复',
  notes: '另请注意',
  other: '该语句改变的不是数据行或表定义，没有已知的回滚方法。',
  nothing: '执行后没有需要回滚的内容。',
  copy: '复制',
} as const;
