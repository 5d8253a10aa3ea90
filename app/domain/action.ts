export const actionStatuses = ['todo', 'doing', 'done', 'dropped'] as const;
/** A job coach's proposal is `proposed` until the owner accepts it, and counts nowhere (product: from gap to action). */
export type ActionStatus = (typeof actionStatuses)[number] | 'proposed';

/** A remedy that the employer takes on; days are YYYY-MM-DD, instants ISO 8601 UTC. */
export type Action = {
  id: string;
  /** Id of the remedy it came from; null when the employer wrote it. */
  remedy: string | null;
  title: string;
  /** Ids of the items it should lift. */
  items: string[];
  /** A function or an outside party, never a name. */
  owner: string;
  due: string | null;
  status: ActionStatus;
  /** Id of the support measure that pays or helps. */
  instrument: string | null;
  note: string;
  doneBy: string;
  doneAt: string | null;
  /** How it was seen to be done. */
  doneHow: string;
  /** Highest answer `seq` at the moment it was done: a later answer to an item counts as answered again. */
  doneSeq: number | null;
  /** Place in the shortest way, from 0; null outside it. */
  step: number | null;
  /** Id of the coach who proposed it; null when it is the employer's own. */
  proposedBy: string | null;
};
/** An action that the employer took on. */
export type AcceptedAction = Action & { status: Exclude<ActionStatus, 'proposed'> };

export const isAccepted = (action: Action): action is AcceptedAction => action.status !== 'proposed';

const isOpen = (action: Action): boolean => action.status === 'todo' || action.status === 'doing';

/** Whether an open action's day has passed; the day itself is still in time. `today` = YYYY-MM-DD in Europe/Brussels. */
export const isOverdue = (action: Action, today: string): boolean =>
  isOpen(action) && action.due !== null && action.due < today;

/** Overdue first, then by day (without a day last), then by step in the shortest way, then by id. */
export function sortActions<T extends Action>(actions: readonly T[], today: string): T[] {
  const sortKey = (action: T): [number, string, number, string] => [
    isOverdue(action, today) ? 0 : 1,
    action.due ?? '9999-12-31',
    action.step ?? Number.MAX_SAFE_INTEGER,
    action.id,
  ];
  return [...actions].sort((a, b) => compareKeys(sortKey(a), sortKey(b)));
}

function compareKeys(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  const at = a.findIndex((part, index) => part !== b[index]);
  if (at < 0) return 0;
  return (a[at] ?? 0) < (b[at] ?? 0) ? -1 : 1;
}
