/** Sends a form as a browser would, but stays on the page: the line may be cut, and the answer may not come. */

export interface Answer {
  /** 0 when nothing was answered. */
  status: number;
  /** Where it leads, when it was taken or somebody has to sign in. */
  location?: string;
  /** The page that came back. */
  html?: string;
}

export interface Sending {
  action: string;
  body: URLSearchParams | FormData;
  key: string;
  /** Is it kept here? Then the server need keep nothing over signing in, and says only where it leads. */
  isKept: boolean;
}

/** On a line that is as good as dead, nobody is told so but by waiting. A file takes its time. */
const PATIENCE = { words: 40_000, file: 300_000 };

export async function sendForm({ action, body, key, isKept }: Sending): Promise<Answer> {
  try {
    const response = await fetch(action, {
      method: 'POST',
      body,
      headers: { Accept: 'text/html', 'Idempotency-Key': key, ...(isKept && { Prefer: 'return=minimal' }) },
      signal: AbortSignal.timeout(body instanceof FormData ? PATIENCE.file : PATIENCE.words),
    });
    // The page it led to has been loaded on the way.
    if (response.redirected) return { status: 204, location: response.url };
    const location = response.headers.get('Location') ?? undefined;
    return { status: response.status, location, html: await response.text() };
  } catch {
    return { status: 0 };
  }
}
