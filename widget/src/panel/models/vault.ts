// What is too large for the device's storage of words: IndexedDB, or memory where it is closed, full or does not answer.

export type Vault = {
  /** Keeps a value under a key. False when it is kept in memory only, and gone with the page. */
  put(key: string, value: unknown): Promise<boolean>
  /** Every value whose key begins so, in the order of their keys. */
  list(prefix: string): Promise<unknown[]>
  /** The keys that begin so. */
  keys(prefix: string): Promise<string[]>
  /** Takes away everything whose key begins so. */
  remove(prefix: string): Promise<void>
}

const shelf = 'kept'

/** How long the browser may take to open its database, in milliseconds: some never answer. */
const patience = 4_000

const settled = <T>(request: IDBRequest<T>) =>
  new Promise<T>((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error))
  })

const committed = (transaction: IDBTransaction) =>
  new Promise<void>((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve())
    transaction.addEventListener('abort', () => reject(transaction.error))
  })

const beginning = (prefix: string) => IDBKeyRange.bound(prefix, `${prefix}\uffff`)

function open(databases: IDBFactory, name: string) {
  const request = databases.open(name, 1)
  request.addEventListener('upgradeneeded', () => request.result.createObjectStore(shelf))
  return new Promise<IDBDatabase>((resolve, reject) => {
    settled(request).then(resolve, reject)
    setTimeout(reject, patience)
  })
}

/**
 * A vault in the databases that `name` gives by a key's beginning: `bilet:user` is wiped as a whole at logout, from this
 * tab or another, so nothing holds it open against that. Nothing here throws.
 */
export function createVault(databases: () => IDBFactory, name: (key: string) => string): Vault {
  const memory = new Map<string, unknown>()
  const opened = new Map<string, Promise<IDBDatabase>>()

  const connect = (to: string) => {
    const known = opened.get(to)
    if (known) return known
    const connection = Promise.resolve().then(() => open(databases(), to))
    opened.set(to, connection)
    const lose = () => void opened.delete(to)
    const attend = (database: IDBDatabase) => {
      database.addEventListener('close', lose)
      database.addEventListener('versionchange', () => {
        database.close()
        lose()
      })
    }
    void connection.then(attend, lose)
    return connection
  }

  const write = async (key: string, change: (store: IDBObjectStore) => void) => {
    const transaction = (await connect(name(key))).transaction(shelf, 'readwrite')
    change(transaction.objectStore(shelf))
    await committed(transaction)
  }

  const remembered = (prefix: string) => [...memory.keys()].filter((key) => key.startsWith(prefix))

  return {
    async put(key, value) {
      try {
        await write(key, (store) => store.put(value, key))
        return true
      } catch {
        memory.set(key, value)
        return false
      }
    },
    async list(prefix) {
      const found = new Map<string, unknown>()
      try {
        const store = (await connect(name(prefix))).transaction(shelf).objectStore(shelf)
        const [keys, values] = await Promise.all([
          settled(store.getAllKeys(beginning(prefix))),
          settled<unknown[]>(store.getAll(beginning(prefix))),
        ])
        for (const [index, key] of keys.entries()) if (typeof key === 'string') found.set(key, values[index])
      } catch {
        // What memory holds is all there is.
      }
      for (const key of remembered(prefix)) found.set(key, memory.get(key))
      return [...found.keys()].toSorted().map((key) => found.get(key))
    },
    async keys(prefix) {
      const found = new Set(remembered(prefix))
      try {
        const store = (await connect(name(prefix))).transaction(shelf).objectStore(shelf)
        for (const key of await settled(store.getAllKeys(beginning(prefix))))
          if (typeof key === 'string') found.add(key)
      } catch {
        // What memory holds is all there is.
      }
      return [...found]
    },
    async remove(prefix) {
      for (const key of remembered(prefix)) memory.delete(key)
      await write(prefix, (store) => store.delete(beginning(prefix))).catch(() => undefined)
    },
  }
}
