import { defineProblems } from './problem.ts';

/** What can be wrong about groups and roles on scopes. */
export const rightProblems = defineProblems({
  RIGHT_EVERYWHERE_NEEDED: {
    status: 403,
    words: {
      en: 'This concerns the whole platform; your rights end at some of it.',
      zh: '此操作涉及整个平台，而您的权限仅限于部分范围。',
    },
    next: {
      en: 'Ask an administrator for a role on everything, or for what you need of it.',
      zh: '请联系管理员授予全部范围的角色，或请其代为处理。',
    },
  },
  RIGHT_ON_SCOPE_NEEDED: {
    status: 403,
    words: {
      en: 'You hold no role on what you ask this for.',
      zh: '您在所申请的对象上没有任何角色。',
    },
    next: {
      en: 'Name an application or an environment you hold a role on, or ask an administrator for one.',
      zh: '请选择您拥有角色的应用或环境，或联系管理员授予角色。',
    },
  },
  ADMINISTRATOR_SCOPE: {
    status: 422,
    words: {
      en: 'Administrator is granted to a person, and on everything.',
      zh: '管理员角色只能授予个人，且范围只能是全部。',
    },
    next: {
      en: 'Choose another role, or grant it to one person on everything.',
      zh: '请选择其他角色，或将其以全部范围授予某个人。',
    },
  },
  RIGHT_END_PASSED: {
    status: 422,
    words: { en: 'The end of the right lies in the past.', zh: '权限的截止时间已过。' },
    next: { en: 'Choose a later end, or none.', zh: '请选择更晚的截止时间，或不设置截止时间。' },
  },
  RIGHT_NOT_FOUND: {
    status: 404,
    words: { en: 'There is no such right.', zh: '没有此授权。' },
    next: { en: 'See the list; it may be revoked already.', zh: '请查看授权列表，它可能已被收回。' },
  },
  HOLDER_NOT_FOUND: {
    status: 404,
    words: { en: 'There is no person or group called {name}.', zh: '没有名为 {name} 的用户或组。' },
    next: { en: 'See the lists of users and groups.', zh: '请查看用户列表和组列表。' },
  },
  SCOPE_NOT_FOUND: {
    status: 404,
    words: { en: 'There is no {kind} {id} to grant a role on.', zh: '没有可授予角色的范围：{kind} {id}。' },
    next: {
      en: 'Name an application or a cluster by its id, an environment by its name.',
      zh: '应用和集群请填写编号，环境请填写名称。',
    },
  },
  GROUP_NOT_FOUND: {
    status: 404,
    words: { en: 'There is no such group.', zh: '没有此组。' },
    next: { en: 'See the list of groups.', zh: '请查看组列表。' },
  },
  GROUP_NAME_TAKEN: {
    status: 409,
    words: { en: 'There is a group named {name} already.', zh: '组 {name} 已存在。' },
    next: { en: 'Choose another name.', zh: '请换一个名称。' },
  },
  GROUP_MEMBER_NOT_FOUND: {
    status: 404,
    words: { en: 'This person is not in the group.', zh: '此人不在该组中。' },
    next: { en: 'See the people of the group.', zh: '请查看该组的成员。' },
  },
  NOT_A_GROUP_OWNER: {
    status: 403,
    words: {
      en: 'Only owners of the group and administrators may do this.',
      zh: '仅组的负责人和管理员可执行此操作。',
    },
    next: { en: 'Ask an owner of the group.', zh: '请联系该组的负责人。' },
  },
});
