const titles = { 401: 'A key is needed', 404: 'Not found' };

/** What went wrong, for programs (RFC 9457). */
export const problem = (status: 401 | 404, detail: string): Response =>
  Response.json(
    { type: 'about:blank', title: titles[status], status, detail },
    {
      status,
      headers: {
        'Content-Type': 'application/problem+json; charset=utf-8',
        'Cache-Control': 'no-store',
        ...(status === 401 && { 'WWW-Authenticate': 'Bearer' }),
      },
    },
  );
