// What this build does not have and an earlier one, or one beside it, had.
import { Hono } from 'hono'
import type { AppEnv } from '../http/env.ts'
import { problem } from '../http/problem.ts'
import { foreverCached, openToAll } from '../widget-headers.ts'
import type { BuildStore } from './build-store.ts'

const notHere = { ...openToAll, 'Cache-Control': 'no-store' }

/** Routes of immutable files; earlier builds had theirs in one folder. A page on another origin can read the 404 too: without that it would see a broken network. */
export const earlierFiles = (builds: BuildStore) =>
  new Hono<AppEnv>().on('GET', ['/panel/:build/:file', '/panel/:file', '/v/:version/:file'], async (c) => {
    const bytes = await builds.find(c.req.path.slice(1))
    if (!bytes) return problem(c, 'not_found', { headers: notHere })
    const headers = { 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': foreverCached, ...openToAll }
    return c.body(bytes, 200, headers)
  })
