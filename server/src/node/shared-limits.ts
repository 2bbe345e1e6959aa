import type { Database } from '../database/database.ts'
import { createDatabaseWindow } from '../limits/database-window.ts'
import type { OpenWindow } from '../limits/window.ts'
import { createMemoryWindow } from '../limits/memory-window.ts'
import { openRedisWindows } from '../limits/redis-window.ts'

/**
 * Where limits are counted that hold over all processes, by BILET_LIMITS_STORE. In memory unless told: one process needs
 * no more, and of several each lets the limit through.
 */
export function openSharedLimits(store = 'memory', database: Database): { open: OpenWindow; close: () => void } {
  if (store === 'memory') return { open: createMemoryWindow, close() {} }
  if (store === 'database') return { open: createDatabaseWindow(database), close() {} }
  return openRedisWindows(store)
}
