import { createCookie } from '@remix-run/node';
import * as z from 'zod';
import type { Services } from './services.ts';

/** The codes of the owner's own assessments: only in the owner's browser, never on the server (product: journey). */
const codes = z.record(z.string(), z.string().max(20));
const newest = 25;

const cookieFor = (services: Services) =>
  createCookie(services.secure ? '__Host-codes' : 'codes', {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: services.secure,
    maxAge: 365 * 24 * 60 * 60,
    secrets: [services.cookieSecret],
  });

async function ownCodes(services: Services, request: Request): Promise<Record<string, string>> {
  const parsed = codes.safeParse(await cookieFor(services).parse(request.headers.get('Cookie')));
  return parsed.success ? parsed.data : {};
}

export const findOwnCode = async (services: Services, request: Request, assessment: string): Promise<string | null> =>
  (await ownCodes(services, request))[assessment] ?? null;

/** The Set-Cookie value that adds a code; the oldest give way, so that the cookie stays small. */
export async function rememberCode(services: Services, request: Request, assessment: string, code: string) {
  const { [assessment]: _, ...others } = await ownCodes(services, request);
  const kept = Object.entries(others).slice(1 - newest);
  return cookieFor(services).serialize(Object.fromEntries([...kept, [assessment, code]]));
}

export async function forgetCode(services: Services, request: Request, assessment: string) {
  const { [assessment]: _, ...others } = await ownCodes(services, request);
  return cookieFor(services).serialize(others);
}

export const forgetAllCodes = (services: Services) => cookieFor(services).serialize('', { maxAge: 0 });
