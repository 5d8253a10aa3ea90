/** Tasks of a floor, and the job carved out of them: what the job asks, never who does it (product: job carving). */

export const taskTimes = ['early', 'morning', 'noon', 'afternoon', 'evening', 'night', 'any-time'] as const;
export type TaskTime = (typeof taskTimes)[number];
export const taskRisks = ['none', 'some', 'high'] as const;
export const carveChoices = ['yes', 'maybe', 'no'] as const;

export type Task = {
  id: string;
  title: string;
  when: TaskTime;
  /** Whole minutes, each working day or each week. */
  minutes: number;
  per: 'day' | 'week';
  /** Ids of the needs that the task asks of a workplace or a worker: what it requires. */
  needs: string[];
  risk: (typeof taskRisks)[number];
  /** What was changed so that a risk is under control, in words; empty when nothing was. */
  adapted: string;
  /** Who does it now: a function, never a name. */
  doneBy: string;
  carve: (typeof carveChoices)[number];
};

export type CarvedJob = {
  /** In the order of the day. */
  tasks: Task[];
  minutesPerWeek: number;
  /** What the job asks: every need of its tasks once, in order of appearance. */
  asks: string[];
  /** What is never in this job: typed lines, and tasks with a high risk that nothing was changed about. */
  redLines: { typed: string[]; tasks: Task[] };
  /** Tasks that may still come in, and the minutes they would bring. */
  maybe: { tasks: Task[]; minutesPerWeek: number };
};

/** Carves the job: the tasks marked yes, less those behind a red line. `daysPerWeek`: working days, 1 to 7. */
export function carveJob(tasks: Task[], typedRedLines: string[], daysPerWeek: number): CarvedJob {
  const inOrder = [...tasks].sort((one, other) => taskTimes.indexOf(one.when) - taskTimes.indexOf(other.when));
  const allowed = inOrder.filter((task) => !isRedLine(task));
  const chosen = allowed.filter(({ carve }) => carve === 'yes');
  const maybe = allowed.filter(({ carve }) => carve === 'maybe');
  return {
    tasks: chosen,
    minutesPerWeek: minutesOf(chosen, daysPerWeek),
    asks: [...new Set(chosen.flatMap(({ needs }) => needs))],
    redLines: {
      typed: [...new Set(typedRedLines.map((line) => line.trim()).filter(Boolean))],
      tasks: inOrder.filter(isRedLine),
    },
    maybe: { tasks: maybe, minutesPerWeek: minutesOf(maybe, daysPerWeek) },
  };
}

/** Hours and minutes of a week: 450 is 7 hours 30. */
export const inHours = (minutes: number): { hours: number; minutes: number } => ({
  hours: Math.floor(minutes / 60),
  minutes: minutes % 60,
});

const isRedLine = ({ risk, adapted }: Task): boolean => risk === 'high' && adapted.trim() === '';

const minutesOf = (tasks: Task[], daysPerWeek: number): number =>
  tasks.reduce((sum, { minutes, per }) => sum + minutes * (per === 'day' ? daysPerWeek : 1), 0);
