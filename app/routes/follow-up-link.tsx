import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { FollowUpForm } from '#app/components/follow-up-form.tsx';
import { requireFollowUpLink } from '#app/web/follow-up.server.ts';
import { followUpPage, sendStep } from '#app/web/follow-up-form.server.ts';
import { titleMeta } from '#app/web/page.ts';

export const meta = titleMeta;
/** No menu: the link opens this form and nothing else. */
export const handle = { bare: true };

export const loader = async (args: LoaderFunctionArgs) => followUpPage(await requireFollowUpLink(args), args.request);

export async function action(args: ActionFunctionArgs) {
  return data(await sendStep(await requireFollowUpLink(args), args.request), { status: 422 });
}

export default function FollowUpLink() {
  return <FollowUpForm page={useLoaderData<typeof loader>()} failed={useActionData<typeof action>()} back={null} />;
}
