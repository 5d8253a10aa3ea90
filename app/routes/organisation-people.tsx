import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Crumb } from '#app/components/crumb.tsx';
import { Band, ErrorSummary, TextField, typedOr } from '#app/components/fields.tsx';
import { InvitationForm } from '#app/components/invitation-form.tsx';
import { MemberList } from '#app/components/member-list.tsx';
import { useCheckedForm } from '#app/components/use-checked-form.ts';
import { useWords } from '#app/components/words.tsx';
import { listOpenInvitations } from '#app/data/invitation.server.ts';
import { listMembers } from '#app/data/member.server.ts';
import { showDay } from '#app/domain/calendar.ts';
import { invitationDays } from '#app/domain/organisation.ts';
import { labelInput } from '#app/domain/organisation-input.ts';
import type { FailedForm } from '#app/domain/posted-form.ts';
import { postedForm } from '#app/web/form.ts';
import { organisationPage } from '#app/web/organisation-page.server.ts';
import { peopleActions } from '#app/web/organisation-people.server.ts';
import { requireOrganisation } from '#app/web/organisation-visit.server.ts';
import { titleMeta } from '#app/web/page.ts';

export const meta = titleMeta;
export const handle = { nav: 'person', hydrate: [] };

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireOrganisation(args, 'see');
  const { services, organisation, person, language, t } = visit;
  const [page, members, invitations] = await Promise.all([
    organisationPage(visit, t('people.title')),
    listMembers(services.store, organisation.id),
    visit.may('invite') ? listOpenInvitations(services.store, organisation.id, services.now()) : [],
  ]);
  return {
    ...page,
    mail: services.mail,
    label: visit.label,
    members: members.map(({ personId, email, role, label, joinedAt }) => ({
      id: personId,
      email: visit.may('manage-people') || personId === person.id ? email : null,
      role,
      label,
      since: showDay(language, joinedAt),
      own: personId === person.id,
    })),
    invitations: invitations.map(({ id, email, role, expiresAt }) => ({
      id,
      email,
      role,
      until: showDay(language, expiresAt),
    })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireOrganisation(args, 'see');
  const result = await peopleActions(visit, await postedForm(args.request));
  if (result.kind === 'failed') return data(result, { status: 422 });
  if (result.kind === 'left') throw redirect(`/${visit.language}/organisations`);
  throw redirect(`/${visit.language}/organisations/${visit.organisation.id}/people${result.at}`);
}

export default function People() {
  const { language, t } = useWords();
  const page = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const failed = (intent: string) => (result?.intent === intent ? result.form : undefined);
  const may = (permission: string) => (page.mayThere as string[]).includes(permission);
  return (
    <div className="wrap">
      <Crumb href={`/${language}/organisations/${page.id}`} label={page.name} />
      <div className="title">
        <h1>{t('people.title')}</h1>
        <p className="lead">{t('people.lead')}</p>
      </div>
      <ErrorSummary errors={failed('people')?.errors ?? {}} labels={{}} />
      <Band title={t('people.members')} intro={t('people.members-intro')} id="members">
        <MemberList members={page.members} mayManage={may('manage-people')} />
      </Band>
      {may('invite') ? (
        <Band title={t('people.invite')} intro={t('people.invite-intro', { days: invitationDays })} id="invitations">
          {page.mail ? <InvitationForm result={failed('invite')} /> : <p>{t('people.no-mail')}</p>}
          <Invitations invitations={page.invitations} />
        </Band>
      ) : null}
      <Band title={t('people.me')} id="me">
        <LabelForm label={page.label} result={failed('label')} />
        <form method="post" className="no-print">
          <button className="button button--secondary" type="submit" name="intent" value="leave">
            {t('people.leave')}
          </button>
        </form>
      </Band>
    </div>
  );
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>;

const Invitations = ({ invitations }: Pick<Page, 'invitations'>) => {
  const { t } = useWords();
  return (
    <ul className="list" role="list">
      {invitations.map((one) => (
        <li key={one.id} className="row row--apart">
          <p>
            {one.email}
            <span className="muted small block">
              {t(`organisation-role.${one.role}`)} · {t('people.until', { day: one.until })}
            </span>
          </p>
          <form method="post">
            <input type="hidden" name="invitation" value={one.id} />
            <button className="button button--secondary button--small" type="submit" name="intent" value="revoke">
              {t('people.revoke')}
              <span className="visually-hidden"> {one.email}</span>
            </button>
          </form>
        </li>
      ))}
    </ul>
  );
};

const LabelForm = ({ label, result }: { label: string; result: FailedForm | undefined }) => {
  const { t } = useWords();
  const { register, errors, handlers } = useCheckedForm(labelInput, result?.errors);
  return (
    <form method="post" noValidate {...handlers}>
      <input type="hidden" name="intent" value="label" />
      <ErrorSummary errors={errors} labels={{ label: t('organisations.label') }} />
      <TextField
        name="label"
        label={t('organisations.label')}
        hint={t('organisations.label-hint')}
        optional
        error={errors.label}
        value={typedOr(result?.values, 'label', label)}
        register={register('label')}
      />
      <div className="step-buttons">
        <button className="button button--secondary" type="submit">
          {t('people.label-save')}
        </button>
      </div>
    </form>
  );
};
