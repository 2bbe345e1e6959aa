import { Hono } from 'hono'
import { expect, it } from 'vitest'
import { KnownPaths } from './known-paths.ts'

const app = new Hono({ router: new KnownPaths() })
  .use('/a/*', async (c, next) => {
    c.header('Seen', c.req.path)
    await next()
  })
  .get('/a/check', (c) => c.text('check'))
  .get('/a/:id', (c) => c.text(`id ${c.req.param('id')}`))
  .post('/a/check', (c) => c.text('posted'))

it('a path is answered the second time as it was the first, whatever was asked between', async () => {
  const ask = async (method: string, path: string) => {
    const answer = await app.request(path, { method })
    return [answer.status, await answer.text(), answer.headers.get('Seen')]
  }
  const expected = [
    ['GET', '/a/check', 200, 'check', '/a/check'],
    ['POST', '/a/check', 200, 'posted', '/a/check'],
    ['GET', '/a/1', 200, 'id 1', '/a/1'],
    ['GET', '/a/2', 200, 'id 2', '/a/2'],
    ['PUT', '/a/check', 404, '404 Not Found', '/a/check'],
    ['GET', '/b', 404, '404 Not Found', null],
  ] as const
  for (let turn = 0; turn < 2; turn++)
    for (const [method, path, ...answer] of expected) expect(await ask(method, path)).toEqual(answer)
})
