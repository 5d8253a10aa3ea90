import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Crumb } from '#app/components/crumb.tsx';
import { useWords } from '#app/components/words.tsx';
import { deletePilot } from '#app/data/pilot.server.ts';
import { titleMeta } from '#app/web/page.ts';
import { pilotMenu } from '#app/web/pilot-page.server.ts';
import { requirePilot } from '#app/web/pilot-visit.server.ts';

export const meta = titleMeta;
export const handle = { nav: 'person' };

export async function loader(args: LoaderFunctionArgs) {
  return pilotMenu(await requirePilot(args, 'publish-pilot'));
}

export async function action(args: ActionFunctionArgs) {
  const { services, language, organisation, whole } = await requirePilot(args, 'publish-pilot');
  await deletePilot(services.store, whole.pilot.id);
  return redirect(`/${language}/organisations/${organisation.id}/pilots`);
}

export default function DeletePilot() {
  const { language, t } = useWords();
  const { organisation, pilot } = useLoaderData<typeof loader>();
  const base = `/${language}/organisations/${organisation.id}/pilots/${pilot.id}`;
  return (
    <div className="wrap">
      <Crumb href={base} label={pilot.title} />
      <div className="title">
        <h1>{t('pilot-delete.title')}</h1>
        <p className="lead">{t('pilot-delete.lead', { pilot: pilot.title })}</p>
      </div>
      <p>{t('pilot-delete.stays')}</p>
      <form method="post" className="step-buttons">
        <button className="button" type="submit">
          {t('pilot-delete.yes')}
        </button>
        <a href={base}>{t('pilot-delete.no')}</a>
      </form>
    </div>
  );
}
