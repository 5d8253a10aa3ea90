import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { MoveForm } from '#app/components/move-form.tsx';
import { PlacementCrumb } from '#app/components/placement-crumb.tsx';
import { useWords } from '#app/components/words.tsx';
import { postedForm } from '#app/web/form.ts';
import { titleMeta } from '#app/web/page.ts';
import { moveOn, movePage } from '#app/web/placement-moving.server.ts';
import { placementFrame } from '#app/web/placement-page.server.ts';
import { requirePlacement } from '#app/web/placement-visit.server.ts';

export const meta = titleMeta;
export const handle = { nav: 'placement', hydrate: ['move.'] };

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requirePlacement(args, 'move');
  const frame = await placementFrame(visit, visit.t('move.title'));
  return { ...frame, ...(await movePage(visit, new URL(args.request.url).searchParams)) };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requirePlacement(args, 'move');
  const posted = await postedForm(args.request);
  const failed = await moveOn(visit, posted);
  if (failed) return data(failed, { status: 422 });
  const page = `/${visit.language}/placements/${visit.placement.id}`;
  return redirect(posted.get('intent') === 'tick' ? `${page}/move?to=${posted.get('to')}` : page);
}

export default function PlacementMove() {
  const { language, t } = useWords();
  const page = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const base = `/${language}/placements/${page.placement}`;
  const others = page.moves.filter(({ to }) => to !== page.chosen?.to);
  return (
    <div className="wrap">
      <PlacementCrumb placement={page.placement} code={page.code} />
      <div className="title">
        <p className="kicker">{t('move.from', { phase: page.phase })}</p>
        <h1>{page.chosen ? page.chosen.name : t('move.none')}</h1>
      </div>
      {others.length > 0 ? (
        <p className="row">
          <span className="muted">{t('move.or')}</span>
          {others.map(({ to, name }) => (
            <a key={to} href={`${base}/move?to=${to}`}>
              {name}
            </a>
          ))}
        </p>
      ) : null}
      {page.chosen ? <MoveForm page={page} chosen={page.chosen} result={result} cancelUrl={base} /> : null}
    </div>
  );
}
