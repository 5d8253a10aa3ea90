/** Who may do what with one assessment: the only table, used to allow and to draw. */

export const roles = ['owner', 'colleague', 'reader', 'asked'] as const;
/** How a person came in: by the owner's code or link, a colleague's link, a reader's link, or one question. */
export type Role = (typeof roles)[number];

export const permissions = [
  'answer',
  'answer-one',
  'read-answers',
  'read-result',
  'read-notes',
  'ask',
  'plan',
  'settle',
  'hand-in',
  'change-context',
  'keep-file',
  'share',
  'delete',
] as const;
export type Permission = (typeof permissions)[number];

const table: Record<Role, readonly Permission[]> = {
  owner: permissions.filter((one) => one !== 'answer-one'),
  colleague: ['answer', 'read-answers', 'read-result', 'read-notes', 'ask', 'plan'],
  reader: ['read-result'],
  asked: ['answer-one'],
};

/** Whether a role may do more than another: a weaker link never takes the place of a stronger one. */
export const isStronger = (role: Role, than: Role): boolean => table[role].length > table[than].length;

/** Whether this role may do this. */
export const can = (role: Role, permission: Permission): boolean => table[role].includes(permission);
