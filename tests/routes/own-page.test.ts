import { expect, test } from 'vitest';
import { pageBytes } from '#app/server/page-bytes.ts';
import { startApp } from '../support/app.ts';
import { openWorkplace } from '../support/workplace.ts';

/* Many people ask for their own page at the same moment: nobody is shown another's. */

test('a page that was made stays what it is when the next one is made', () => {
  const first = pageBytes('the page of one', []);
  pageBytes('what another one is shown', []);
  expect(first.toString()).toBe('the page of one');
});

test('everybody who asks at once gets their own page', async () => {
  const app = await startApp();
  const names = Array.from({ length: 25 }, (_, number) => `werkvloer nummer ${number} van velen`);
  const workplaces = await Promise.all(names.map((name) => openWorkplace(app, name)));
  for (let turn = 0; turn < 4; turn++) {
    const pages = await Promise.all(workplaces.map(async ({ owner, base }) => (await owner.get(base)).text()));
    for (const [at, page] of pages.entries())
      expect(names.filter((name) => page.includes(name))).toEqual([names[at] as string]);
  }
});
