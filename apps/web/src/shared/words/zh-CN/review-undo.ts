export const reviewUndo = {
  name: '如何撤销',
  capture: '执行前，在同一事务中保存将被覆盖的数据',
  takeAway: '撤销时，先删除新增的行',
  putBack: '撤销时，对保存的每一行执行',
  statements: '撤销时，按此顺序执行',
  impossible: '无法撤销：',
  lost: '无法恢复的内容',
  remains: '会保留，或需人工处理才能恢复',
  notes: '另请注意',
  other: '该语句改变的不是数据行或表定义，没有已知的撤销方法。',
  nothing: '执行后没有需要撤销的内容。',
  copy: '复制',
} as const;
