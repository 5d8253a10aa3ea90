import { organisationRoles } from '#app/domain/organisation.ts';
import { useWords } from './words.tsx';

export type ShownMember = {
  id: string;
  email: string | null;
  role: string;
  label: string;
  since: string;
  own: boolean;
};

/** Who belongs to an organisation; owners see addresses, change roles and remove. */
export const MemberList = ({ members, mayManage }: { members: ShownMember[]; mayManage: boolean }) => {
  const { t } = useWords();
  return (
    <ul className="list" role="list">
      {members.map((one) => (
        <li key={one.id} className="stack stack--tight">
          <p>
            <strong>{one.label || t('people.no-label')}</strong>
            {one.own ? <span className="muted"> ({t('people.you')})</span> : null}
            <span className="muted small block">
              {[one.email, t(`organisation-role.${one.role}`), t('people.since', { day: one.since })]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </p>
          {mayManage ? <ManageMember member={one} /> : null}
        </li>
      ))}
    </ul>
  );
};

const ManageMember = ({ member }: { member: ShownMember }) => {
  const { t } = useWords();
  const who = member.email ?? member.label;
  return (
    <form method="post" className="inline-form no-print">
      <input type="hidden" name="member" value={member.id} />
      <select
        className="input input--short"
        name="role"
        defaultValue={member.role}
        aria-label={t('people.role-of', { who })}
      >
        {organisationRoles.map((id) => (
          <option key={id} value={id}>
            {t(`organisation-role.${id}`)}
          </option>
        ))}
      </select>
      <button className="button button--secondary button--small" type="submit" name="intent" value="role">
        {t('people.role-save')}
        <span className="visually-hidden"> {who}</span>
      </button>
      {member.own ? null : (
        <button className="button button--secondary button--small" type="submit" name="intent" value="remove">
          {t('people.remove')}
          <span className="visually-hidden"> {who}</span>
        </button>
      )}
    </form>
  );
};
