import { Icon } from './icon.tsx';
import { useWords } from './words.tsx';

export type PlanRow = {
  id: string;
  title: string;
  owner: string;
  due: string | null;
  status: 'todo' | 'doing' | 'done' | 'dropped';
  overdue: boolean;
  note: string;
  instrument: string | null;
  items: string[];
};

/** The plan as a table that becomes cards on a phone; roles stay where the look changes. */
export const PlanTable = ({ actions, base, mayPlan }: { actions: PlanRow[]; base: string; mayPlan: boolean }) => {
  const { t } = useWords();
  return (
    <table className="table table--cards plan">
      <thead>
        <tr>
          <th scope="col">{t('plan.action')}</th>
          <th scope="col">{t('plan.owner')}</th>
          <th scope="col">{t('plan.due')}</th>
          <th scope="col">{t('plan.status')}</th>
          <th scope="col">{t('plan.instrument')}</th>
          <th scope="col">
            <span className="visually-hidden">{t('plan.change')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {actions.map((one) => (
          <tr key={one.id}>
            <th scope="row">
              {one.title}
              <small>
                {one.items.length > 0 ? t('plan.for', { items: one.items.join(', ') }) : t('plan.own')}
                {one.note ? ` · ${one.note}` : ''}
              </small>
            </th>
            <td data-l={t('plan.owner')}>
              <span>{one.owner || t('plan.nobody')}</span>
            </td>
            <td data-l={t('plan.due')} className="figures">
              <span>{one.due ?? t('plan.no-date')}</span>
            </td>
            <td data-l={t('plan.status')}>
              <StatusTag action={one} />
            </td>
            <td data-l={t('plan.instrument')}>
              <span>{one.instrument ?? t('plan.no-instrument')}</span>
            </td>
            <td>
              {mayPlan ? (
                <a href={`${base}/plan/${one.id}`}>
                  {t('plan.change')}
                  <span className="visually-hidden"> {one.title}</span>
                </a>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const StatusTag = ({ action }: { action: PlanRow }) => {
  const { t } = useWords();
  if (action.overdue)
    return (
      <span className="tag tag--error">
        <Icon name="circle-alert" />
        {t('action.overdue')}
      </span>
    );
  const look = { todo: 'tag tag--empty', doing: 'tag tag--busy', done: 'tag tag--done', dropped: 'tag tag--empty' };
  return (
    <span className={look[action.status]}>
      {action.status === 'done' ? <Icon name="check" /> : action.status === 'doing' ? <Icon name="clock" /> : null}
      {t(`action.${action.status}`)}
    </span>
  );
};
