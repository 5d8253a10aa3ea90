import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { FollowUpForm } from '#app/components/follow-up-form.tsx';
import { useWords } from '#app/components/words.tsx';
import { requireFollowUp } from '#app/web/follow-up.server.ts';
import { followUpPage, sendStep } from '#app/web/follow-up-form.server.ts';
import { titleMeta } from '#app/web/page.ts';

export const meta = titleMeta;
export const handle = { nav: 'person' };

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireFollowUp(args);
  return { ...followUpPage(visit, args.request), placement: visit.placement.id };
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
