/** One person's requests, with the cookie and the headers that a browser would send. */
export async function signIn(url: string, person: string) {
  let cookie = ''
  const ask = async (method: string, path: string, body?: unknown, headers: Readonly<Record<string, string>> = {}) => {
    const isForm = body instanceof FormData
    const response = await fetch(`${url}/api${path}`, {
      method,
      headers: {
        origin: url,
        ...headers,
        ...(cookie && { cookie }),
        ...(body !== undefined && !isForm && { 'Content-Type': 'application/json' }),
      },
      ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
    })
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie
    return {
      status: response.status,
      type: response.headers.get('content-type'),
      told: JSON.parse(await response.text()),
    }
  }
  await ask('PUT', '/session', { person })
  return ask
}

/** Sends one request, and gives the answer. */
export type Ask = Awaited<ReturnType<typeof signIn>>

/** A form with a small PDF. */
export function pdf(text: string): FormData {
  const form = new FormData()
  form.set('file', new File([`%PDF-1.4 ${text}`], '材料.pdf'))
  return form
}

/** The headers of a request that is sent once, about the version that was seen. */
export function keyed(key: string, version?: number) {
  return { 'Idempotency-Key': key, ...(version !== undefined && { 'If-Match': `"${version}"` }) }
}
