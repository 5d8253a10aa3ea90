/** A person at a browser without a browser: keeps cookies, posts forms, saves answers. */
export type Visitor = {
  cookies: Map<string, string>;
  get: (path: string) => Promise<Response>;
  post: (path: string, fields: Fields) => Promise<Response>;
  save: (assessment: string, answer: Partial<PostedAnswer> & { item: string; value: string }) => Promise<Response>;
};
export type Fields = Record<string, string | string[]>;
export type PostedAnswer = {
  id: string;
  item: string;
  value: string;
  reasonId: string | null;
  reasonText: string;
  note: string;
  proof: string;
  base: string[];
};

export function newVisitor(url: string): Visitor {
  const cookies = new Map<string, string>();
  async function send(path: string, init: RequestInit = {}) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url + path, {
      redirect: 'manual',
      ...init,
      headers: { ...(init.headers as Record<string, string>), ...(cookie && { Cookie: cookie }) },
    });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s);
      cookies.set(name, value);
    }
    return response;
  }
  return {
    cookies,
    get: (path) => send(path),
    post: (path, fields) => send(path, { method: 'POST', body: toForm(fields) }),
    save: (assessment, answer) =>
      send('/save', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ assessment, language: 'nl', answer: { ...emptyAnswer(), ...answer } }),
      }),
  };
}

const emptyAnswer = () => ({
  id: crypto.randomUUID(),
  reasonId: null,
  reasonText: '',
  note: '',
  proof: '',
  base: [],
});

function toForm(fields: Fields): URLSearchParams {
  const form = new URLSearchParams();
  for (const [name, values] of Object.entries(fields)) for (const value of [values].flat()) form.append(name, value);
  return form;
}

/** What is posted to start an assessment about which nothing more is known. */
export const startAssessmentFields = {
  subSector: 'other',
  size: 'unknown',
  place: 'unknown',
  targetJob: 'unknown',
  shifts: ['unknown'],
  label: '',
};

/** Starts an assessment about which nothing more is known, so that few items fall away; gives its id. */
export async function startAssessment(visitor: Visitor, sector = 'care', label = ''): Promise<string> {
  const response = await visitor.post(`/nl/sectors/${sector}/start`, { ...startAssessmentFields, label });
  const id = /\/assessments\/([^/]+)\//.exec(response.headers.get('Location') ?? '')?.[1];
  if (!id) throw new Error(`No assessment was started: ${response.status} ${await response.text()}`);
  return id;
}
