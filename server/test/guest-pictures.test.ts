// Pictures of guests, where the desk's policy lets them give some; and pictures that their owner takes back.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { premSite } from '@bilet/shared/policy/prem-site'
import { unusedLifeMs } from '../src/attachments/attachments.ts'
import { sweepUnused } from '../src/attachments/sweep-unused.ts'
import { png } from '../src/attachments/image/test-pictures.ts'
import { createDesk } from './support/desk.ts'
import type { Desk } from './support/desk.ts'
import { fileForm } from './support/over-http.ts'
import { createTestApp, noon, owner } from './support/test-app.ts'
import type { TestApp } from './support/test-app.ts'

let test: TestApp
let desk: Desk
let form: Form
let address = ''
let visits = 0

beforeAll(async () => {
  const guest = { ...premSite.guest, pictures: true }
  form = await formOf(png())
  const limits = { guestUploadBytes: 6 * form.bytes.length }
  test = await createTestApp({ policy: { ...premSite, guest }, limits, address: () => address })
  desk = createDesk(test)
})
beforeEach(() => {
  test.at(noon)
  address = `203.0.113.${++visits}`
})
afterAll(() => test.close())

const email = 'guest@mail.example'
const shown = (...attachments: string[]) => ({ email, screenshot: { attachments, links: [] } })

type Form = { type: string; bytes: Uint8Array<ArrayBuffer> }

/** As it goes over the wire, where its length is told first. */
async function formOf(picture: Uint8Array): Promise<Form> {
  const sent = new Response(fileForm(picture))
  return { type: sent.headers.get('content-type') ?? '', bytes: new Uint8Array(await sent.arrayBuffer()) }
}

async function upload(token?: string, app = test.app): Promise<Response> {
  return app.request('/v1/attachments', {
    method: 'POST',
    body: form.bytes,
    headers: {
      'Content-Type': form.type,
      'Content-Length': String(form.bytes.length),
      ...(token !== undefined && { Authorization: `Bearer ${token}` }),
    },
  })
}
const idOf = async (response: Response) => ((await response.json()) as { id: string }).id
const take = (id: string, token?: string) =>
  test.app.request(`/v1/attachments/${id}`, {
    method: 'DELETE',
    ...(token !== undefined && { headers: { Authorization: `Bearer ${token}` } }),
  })

it('a guest gives none unless the policy lets them', async () => {
  const usual = await createTestApp()
  expect((await upload(undefined, usual.app)).status).toBe(401)
  await usual.close()
})

it('a guest’s picture goes with their ticket, and stays there when the unused ones are forgotten', async () => {
  const [used, unused] = [await idOf(await upload()), await idOf(await upload())]
  const { id } = await desk.submit(shown(used), 'guest')
  test.at(noon + unusedLifeMs + 1)
  await sweepUnused(test.deps)
  const found = await Promise.all([used, unused].map((one) => test.deps.attachments.find(one)))
  expect(found.map((one) => one !== null)).toEqual([true, false])
  test.at(noon)
  const link = test.deps.guestLinks.give(id) ?? ''
  const read = (token?: string) =>
    test.app.request(
      `/v1/attachments/${used}`,
      token === undefined ? {} : { headers: { Authorization: `Bearer ${token}` } },
    )
  expect([(await read(link)).status, (await read()).status, (await read(await test.tokenFor())).status]).toEqual([
    200, 401, 404,
  ])
})

it('guests take no picture of an owner, and owners none of a guest', async () => {
  const owned = await idOf(await upload(await test.tokenFor()))
  await expect(desk.submit(shown(owned), 'guest')).rejects.toThrow('attachment_not_found')
  const given = await idOf(await upload())
  await expect(desk.submit(shown(given))).rejects.toThrow('attachment_not_found')
})

it('guests behind one address store so much in a day, and no more', async () => {
  const statuses = []
  for (let count = 0; count < 7; count++) statuses.push((await upload()).status)
  expect(statuses).toEqual([201, 201, 201, 201, 201, 201, 429])
})

it('a picture in no ticket is taken back by whoever gave it, and by nobody else', async () => {
  const token = await test.tokenFor()
  const stranger = await test.tokenFor({ ...owner, userId: 'u2' })
  const [free, used, given] = [
    await idOf(await upload(token)),
    await idOf(await upload(token)),
    await idOf(await upload()),
  ]
  await desk.submit({ screenshot: { attachments: [used], links: [] } })
  expect((await take(free, stranger)).status).toBe(404)
  expect((await take(free)).status).toBe(404)
  expect((await take(free, token)).status).toBe(204)
  expect((await take(free, token)).status).toBe(404)
  expect((await take(used, token)).status).toBe(404)
  expect((await take(given)).status).toBe(204)
  const left = await Promise.all([free, used, given].map((one) => test.deps.attachments.read(one)))
  expect(left.map((bytes) => bytes !== null)).toEqual([false, true, false])
})
