import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { preferredLanguage } from '#app/web/language.ts';

export const loader = ({ request }: LoaderFunctionArgs) =>
  redirect(`/${preferredLanguage(request)}`, { headers: { Vary: 'Cookie, Accept-Language' } });
