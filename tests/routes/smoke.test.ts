import { expect, test } from 'vitest';
import { ask, countRows, everything, startApp } from '../support/app.ts';
import { askColleague, codeOf, handIn, invite, openWorkplace, ownFile } from '../support/workplace.ts';

test('smoke', async () => {
  const app = await startApp();
  const w = await openWorkplace(app);
  const r = await invite(w, 'reader');
  const q = await askColleague(w, 'goal-backed');
  console.log(r.link, q, await codeOf(w), await countRows(app));
  console.log(await ownFile(w));
  for (const [who, path, init] of [
    [w.owner, `${w.base}.data`, {}],
    [null, `${w.base}.data`, {}],
    [null, `/nl/assessments/nope.data`, {}],
    [null, `${w.base}?_data=routes%2Foverview`, {}],
    [w.owner, `${w.base}?_data=routes%2Foverview`, {}],
    [null, `${w.base}/delete.data`, { method: 'POST', body: new URLSearchParams({ a: '1' }) }],
    [null, `${w.base}/delete`, { method: 'POST', body: new URLSearchParams({ a: '1' }) }],
    [null, `${w.base}/result`, { method: 'POST', body: new URLSearchParams({ a: '1' }) }],
    [null, `${w.base}/result.data`, { method: 'POST', body: new URLSearchParams({ a: '1' }) }],
    [null, `/files/x/own/y`, { method: 'POST', body: new URLSearchParams({ a: '1' }) }],
    [null, `/`, { method: 'POST', body: new URLSearchParams({ a: '1' }) }],
    [null, `/?index`, { method: 'POST', body: new URLSearchParams({ a: '1' }) }],
    [null, `/nl/help`, { method: 'POST', body: new URLSearchParams({ a: '1' }) }],
    [null, `/nl/help`, { method: 'PUT', body: new URLSearchParams({ a: '1' }) }],
    [null, `/nl/help`, { method: 'HEAD' }],
    [null, `/nl/help`, { method: 'OPTIONS' }],
    [null, `/nl/help`, { method: 'DELETE' }],
    [null, `/zz/help`, {}],
    [null, `/nl/resume`, { method: 'POST', body: '{}', headers: { 'Content-Type': 'application/json' } }],
    [null, `/nl/resume`, { method: 'POST', body: 'x', headers: { 'Content-Type': 'text/plain' } }],
    [
      null,
      `/nl/resume`,
      { method: 'POST', body: 'x', headers: { 'Content-Type': 'multipart/form-data; boundary=zz' } },
    ],
    [null, `/nl/resume`, { method: 'POST' }],
    [null, `/save`, { method: 'POST', body: '{', headers: { 'Content-Type': 'application/json' } }],
    [null, `/%E0%A4%A`, {}],
    [null, `/nl/assessments/%00`, {}],
    [null, `/__manifest?p=/nl/help&version=x`, {}],
  ] as const) {
    const a = await ask(app, who, path, init);
    const body = await a.text();
    console.log(
      (init as any).method ?? 'GET',
      path,
      a.status,
      a.headers.get('content-type'),
      body.length,
      body.length < 400 ? body : '',
    );
  }
  console.log(app.log.slice(-3));
});
