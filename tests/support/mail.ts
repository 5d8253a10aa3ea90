import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sendWaitingMail } from '#app/jobs/mail.server.ts';
import { planToday, runDueJobs } from '#app/jobs/run.server.ts';
import { openMailer, type SendMail } from '#app/mail/send.server.ts';
import { startApp, type TestApp } from './app.ts';
import { whenFileEnds } from './clean-up.ts';
import { startPostOffice } from './post-office.ts';

/**
 * A post office of a test file's own, whose letters arrive in `folder`; closed and removed when the file has run. It lets
 * each connection wait for a tenth of a second: who comes often keeps theirs.
 */
export async function openPostOffice(): Promise<{ url: string; folder: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'toolbox-mail-'));
  const { url, close } = await startPostOffice(folder);
  whenFileEnds(async () => {
    for (const mailer of mailers.values()) mailer.close();
    await close();
    rmSync(folder, { recursive: true });
  });
  return { url: `${url}/?pool=true`, folder };
}

/** An app that posts its letters there. */
export async function startMailingApp(): Promise<{ app: TestApp; folder: string }> {
  const { url, folder } = await openPostOffice();
  return { app: await startApp({ SMTP_URL: url, MAIL_FROM: 'Toolbox <toolbox@example.org>' }), folder };
}

/** Sends the letters that wait: through the app's mail server, unless told otherwise. */
export async function deliver({ services, settings }: TestApp, send?: SendMail): Promise<void> {
  await sendWaitingMail(services, send ?? mailerOf(settings).send);
}

type Mailer = ReturnType<typeof openMailer>;
const mailers = new Map<TestApp['settings'], Mailer>();

function mailerOf(settings: TestApp['settings']): Mailer {
  const mailer = mailers.get(settings) ?? openMailer(settings.smtpUrl as string, settings.mailFrom, settings.baseUrl);
  mailers.set(settings, mailer);
  return mailer;
}

/** Does what is due now, and sends the letters that wait. */
export async function workAndDeliver(app: TestApp, send?: SendMail): Promise<void> {
  await planToday(app.services);
  await runDueJobs(app.services, app.settings);
  await deliver(app, send);
}
