// What a real Redis holds: limits over all processes, and pictures.
import { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLimits } from '../src/limits/limits.ts'
import { openRedisWindows } from '../src/limits/redis-window.ts'
import { createStorage } from '../src/storage/storage.ts'
import { startRedis } from './support/redis-server.ts'

let redis: Awaited<ReturnType<typeof startRedis>>
beforeAll(async () => void (redis = await startRedis()), 120_000)
afterAll(() => redis.remove())

/** The limits of one process, connected. */
async function openProcess() {
  const { open, close } = openRedisWindows(redis.url)
  const troubles: unknown[] = []
  const limits = createLimits({
    settings: { guestTickets: 30, ownerTickets: 2 },
    openShared: open,
    onTrouble: (error) => troubles.push(error),
  })
  /** Whether an act is counted in Redis, and not in memory for want of it. */
  const isCounted = async () => {
    const before = troubles.length
    await limits.spend('ownerUploads', 'somebody else')
    return troubles.length === before
  }
  await expect.poll(isCounted).toBe(true)
  return { limits, troubles, isCounted, close }
}

describe('limits that are counted in Redis', () => {
  it('hold over all processes, end with their window, and name nobody', async () => {
    const processes = await Promise.all([0, 1, 2].map(openProcess))
    const spent = await Promise.all(
      Array.from({ length: 20 }).flatMap(() =>
        processes.map(({ limits }) => limits.spend('guestTickets', '203.0.113.9')),
      ),
    )
    expect(spent.filter((one) => one?.isOver === false)).toHaveLength(30)
    const over = await processes[0]?.limits.spend('guestTickets', '203.0.113.9')
    expect(over).toMatchObject({ isOver: true, left: 0 })
    expect(over?.resetSeconds).toBeLessThanOrEqual(60)
    const client = new Redis(redis.url)
    const keys = await client.keys('*')
    const left = await Promise.all(keys.map((key) => client.ttl(key)))
    expect(keys.length).toBeGreaterThan(0)
    expect(keys.join('\n')).not.toContain('203.0.113.9')
    expect(left.filter((seconds) => seconds < 0)).toEqual([])
    client.disconnect()
    for (const { close } of processes) close()
  })

  it('go on from memory while it is away, and are counted there again once it is back', async () => {
    const { limits, troubles, isCounted, close } = await openProcess()
    await redis.stop()
    const away = []
    for (const _ of [1, 2, 3]) away.push((await limits.spend('ownerTickets', 'anna'))?.isOver)
    expect(away).toEqual([false, false, true])
    expect(troubles.length).toBeGreaterThanOrEqual(3)
    await redis.start()
    await expect.poll(isCounted, { timeout: 20_000 }).toBe(true)
    expect(await limits.spend('ownerTickets', 'oleg')).toMatchObject({ isOver: false, left: 1 })
    close()
  })
})

it('pictures that are kept in Redis come back as they were, and are gone once removed', async () => {
  const storage = await createStorage(`${redis.url}?prefix=desk`)
  const bytes = Uint8Array.from({ length: 1_000 }, (_, at) => at % 256)
  await storage.setItemRaw('attachments:bytes:a', bytes)
  await storage.setItem('attachments:facts:a', { size: 1_000 })
  const read: unknown = await storage.getItemRaw('attachments:bytes:a')
  expect(read).toEqual(Buffer.from(bytes))
  expect(await storage.getItem('attachments:facts:a')).toEqual({ size: 1_000 })
  expect((await storage.getKeys('attachments')).toSorted()).toEqual(['attachments:bytes:a', 'attachments:facts:a'])
  await storage.removeItem('attachments:bytes:a')
  expect(await storage.getItemRaw('attachments:bytes:a')).toBeNull()
  await storage.dispose()
})
