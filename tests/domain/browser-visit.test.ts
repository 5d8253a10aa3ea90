import { describe, expect, test } from 'vitest';
import { isBrowserVisit } from '#app/domain/browser-visit.ts';

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0';
const visit = (headers: Record<string, string>, method = 'GET') =>
  isBrowserVisit(method, (name) => headers[name] ?? null);

describe('somebody at a browser', () => {
  test.each([
    ['Firefox', firefox],
    [
      'Chrome',
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
    ],
    [
      'Safari on a telephone',
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1',
    ],
    [
      'a telephone called Cubot',
      'Mozilla/5.0 (Linux; Android 13; CUBOT NOTE 40) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36',
    ],
    [
      'the Teams program',
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Teams/25.1 Chrome/138.0.0.0 Safari/537.36',
    ],
  ])('is counted: %s', (_, agent) => {
    expect(visit({ 'User-Agent': agent })).toBe(true);
  });

  test('is counted where the browser says that it opens a page', () => {
    expect(visit({ 'User-Agent': firefox, 'Sec-Fetch-Dest': 'document' })).toBe(true);
  });
});

describe('whoever is no person at a browser is not counted', () => {
  test.each([
    [''],
    ['curl/8.14.1'],
    ['WhatsApp/2.23.20.0'],
    ['Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)'],
    ['Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)'],
    ['Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5'],
    ['Mozilla/5.0 (compatible; Yahoo! Slurp; http://help.yahoo.com/help/us/ysearch/slurp)'],
    ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/142.0.0.0 Safari/537.36'],
    ['Mozilla/5.0 (Macintosh) AppleWebKit/601 (KHTML, like Gecko) facebookexternalhit/1.1 Facebot Twitterbot/1.0'],
    ['Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)'],
    ['Mozilla/5.0 (Linux; Android 11) AppleWebKit/537.36 Chrome/142.0.0.0 Mobile Safari/537.36 Chrome-Lighthouse'],
  ])('%s', (agent) => {
    expect(visit({ 'User-Agent': agent })).toBe(false);
  });

  test.each([
    ['Purpose', 'prefetch'],
    ['Sec-Purpose', 'prefetch;prerender'],
    ['X-Purpose', 'preview'],
    ['X-Moz', 'prefetch'],
    ['Sec-Fetch-Dest', 'empty'],
    ['Sec-Fetch-Dest', 'iframe'],
  ])('a browser that looks ahead or fetches a part: %s: %s', (name, value) => {
    expect(visit({ 'User-Agent': firefox, [name]: value })).toBe(false);
  });

  test('a question whether it is there', () => {
    expect(visit({ 'User-Agent': firefox }, 'HEAD')).toBe(false);
  });
});
