import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { FollowUpForm } from '#app/components/follow-up-form.tsx';
import { useWords } from '#app/components/words.tsx';
import { requireFollowUp } from '#app/web/follow-up.server.ts';
import { followUpPage, sendStep } from '#app/web/follow-up-form.server.ts';
import { titleMeta } from '#app/web/page.ts';
import { placementMenu } from '#app/web/placement-page.server.ts';
import { requirePlacement } from '#app/web/placement-visit.server.ts';

export const meta = titleMeta;
export const handle = { nav: 'placement' };

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireFollowUp(args);
  const menu = await placementMenu(await requirePlacement(args, 'fill-in-follow-up'));
  return { ...menu, ...followUpPage(visit, args.request), placement: visit.placement.id };
}

export async function action(args: ActionFunctionArgs) {
  return data(await sendStep(await requireFollowUp(args), args.request), { status: 422 });
}

export default function FollowUp() {
  const { language } = useWords();
  const page = useLoaderData<typeof loader>();
  const back = `/${language}/placements/${page.placement}/follow-ups`;
  return <FollowUpForm page={page} failed={useActionData<typeof action>()} back={back} />;
}
