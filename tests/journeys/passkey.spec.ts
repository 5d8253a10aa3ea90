import { expect, type Page, test } from '@playwright/test';
import { lettersTo } from '../support/post-office.ts';
import { t } from '../support/words.ts';

/* A passkey with the browser's own code, on the authenticator that Chromium keeps for tests. */

test('somebody adds a passkey, signs out, and signs in with it without typing an address', async ({ page }) => {
  test.slow(true, 'waits for a mail');
  await addAuthenticator(page);
  const email = 'sleutel@example.org';
  await signInByMail(page, email);

  await page.getByRole('button', { name: t('passkey.new') }).click();
  await expect(page.getByLabel(t('passkey.label'))).toHaveValue(/Chrome/);
  await page.getByRole('button', { name: t('account.sign-out') }).click();
  await expect(page).toHaveURL(/\/nl(#\w*)?$/);

  await page.goto('/nl/sign-in?next=/nl/organisations');
  await page.getByRole('button', { name: t('passkey.sign-in') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('organisations.title'));
  await page.goto('/nl/account');
  await expect(page.getByText(t('account.lead', { email }))).toBeVisible();

  await page.getByRole('button', { name: t('passkey.remove') }).click();
  await expect(page.getByText(t('passkey.none'))).toBeVisible();
  await page.getByRole('button', { name: t('account.sign-out') }).click();
  await expect(page).toHaveURL(/\/nl(#\w*)?$/);
  await page.goto('/nl/sign-in');
  await page.getByRole('button', { name: t('passkey.sign-in') }).click();
  await expect(page.getByText(t('passkey.sign-in-failed'))).toBeVisible();
});

test('a browser without passkeys is offered the mailed link alone', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'PublicKeyCredential'));
  await page.goto('/nl/sign-in');
  await expect(page.getByLabel(t('sign-in.email'))).toBeVisible();
  await expect(page.getByRole('button', { name: t('passkey.sign-in') })).toBeHidden();
});

async function addAuthenticator(page: Page) {
  const browser = await page.context().newCDPSession(page);
  await browser.send('WebAuthn.enable');
  await browser.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
    },
  });
}

async function signInByMail(page: Page, email: string) {
  await page.goto('/nl/sign-in');
  await page.getByLabel(t('sign-in.email')).fill(email);
  await page.getByRole('button', { name: t('sign-in.submit') }).click();
  const link = () => /\/nl\/sign-in\/[\w-]+/.exec(lettersTo(process.env.TEST_LETTERS as string, email).join(''))?.[0];
  await expect.poll(link, { timeout: 60_000, message: 'the mail with the link' }).toBeTruthy();
  await page.goto(link() as string);
  await page.getByRole('button', { name: t('sign-in.link-submit') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('account.title'));
}
