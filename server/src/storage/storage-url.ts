// What BILET_STORAGE_URL may say, read without touching disk or network.
import { SettingError } from '../setting-error.ts'

export type S3Location = {
  kind: 's3'
  endpoint: string
  bucket: string
  /** Folder inside the bucket, '' for its root. */
  prefix: string
  region: string
  accessKeyId: string
  secretAccessKey: string
  sessionToken?: string
}

export type StorageLocation =
  | { kind: 'memory' }
  | { kind: 'fs'; folder: string }
  | { kind: 'redis'; url: string; prefix: string }
  | S3Location

type Environment = Readonly<Record<string, string | undefined>>

export const defaultStorageUrl = 'fs:data/blobs'

// Never repeats the value: it may hold a password.
const malformed = (what: string) => new SettingError('BILET_STORAGE_URL', what)

/**
 * Reads a storage URL; throws an error that names the setting and what is wrong with it.
 *
 * - `fs:data/blobs`, `fs:/var/lib/bilet`, `fs:///var/lib/bilet`: a folder, relative to where the process starts.
 * - `redis://user:password@host:6379/0`, `rediss://…` over TLS; `?prefix=` before every key, `bilet` by default.
 * - `s3://bucket/folder?region=eu-central-1&endpoint=https://s3.example.com`: Amazon S3 and what speaks like it (MinIO,
 *   R2, Ceph), addressed by path. Without `endpoint`: AWS_ENDPOINT_URL_S3, AWS_ENDPOINT_URL, or Amazon's own for the
 *   region; without `region`: AWS_REGION, AWS_DEFAULT_REGION. Keys come from AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and
 *   AWS_SESSION_TOKEN, or from the URL, percent-encoded: `s3://key:secret@bucket`. The key must be allowed to get, put,
 *   delete and list: a bucket that may not be listed answers 403 where nothing is, which reads as trouble.
 * - `memory:` keeps nothing after the process ends: for tests.
 */
export function parseStorageUrl(url: string, env: Environment = {}): StorageLocation {
  const scheme = /^([a-z0-9]+):/.exec(url)?.[1]
  switch (scheme) {
    case 'memory':
      if (url !== 'memory:') throw malformed('nothing may follow memory:')
      return { kind: 'memory' }
    case 'fs':
      return { kind: 'fs', folder: folderOf(url) }
    case 'redis':
    case 'rediss':
      return redisLocation(parse(url))
    case 's3':
      return s3Location(parse(url), env)
    default:
      throw malformed('must begin with fs:, s3://, redis://, rediss:// or memory:')
  }
}

function parse(url: string): URL {
  const parsed = URL.canParse(url) ? new URL(url) : null
  if (!parsed?.hostname) throw malformed('is not a URL with a host')
  return parsed
}

function folderOf(url: string): string {
  const folder = url.slice('fs:'.length).replace(/^\/\/(?=\/)/, '')
  if (folder === '') throw malformed('fs: needs a folder, as in fs:data/blobs')
  if (folder.startsWith('//') || folder.includes('\0')) throw malformed('fs: takes a folder, not a host')
  return folder
}

/** Takes the named parameters out of the URL; any other is a mistake that would otherwise go unnoticed. */
function takeParameters(url: URL, names: readonly string[]): Record<string, string> {
  for (const name of url.searchParams.keys())
    if (!names.includes(name)) throw malformed(`does not know the parameter ${JSON.stringify(name)}`)
  return Object.fromEntries(url.searchParams)
}

function redisLocation(url: URL): StorageLocation {
  const { prefix = 'bilet' } = takeParameters(url, ['prefix'])
  if (!/^(\/\d*)?$/.test(url.pathname)) throw malformed('the path of a Redis URL is the number of a database')
  url.search = ''
  return { kind: 'redis', url: url.href, prefix }
}

function s3Location(url: URL, env: Environment): StorageLocation {
  const given = takeParameters(url, ['region', 'endpoint'])
  const region = given['region'] ?? env['AWS_REGION'] ?? env['AWS_DEFAULT_REGION']
  if (!region) throw malformed('s3:// needs ?region= or AWS_REGION')
  const endpoint = given['endpoint'] ?? env['AWS_ENDPOINT_URL_S3'] ?? env['AWS_ENDPOINT_URL']
  return {
    kind: 's3',
    endpoint: endpointOf(endpoint ?? `https://s3.${region}.amazonaws.com`),
    bucket: url.hostname,
    prefix: url.pathname.replace(/^\/+|(?<!\/)\/+$/g, ''),
    region,
    ...s3Keys(url, env),
  }
}

function endpointOf(endpoint: string): string {
  const parsed = URL.canParse(endpoint) ? new URL(endpoint) : null
  if (!parsed || !/^https?:$/.test(parsed.protocol)) throw malformed('the S3 endpoint must be an http(s) URL')
  return parsed.href.replace(/(?<!\/)\/+$/, '')
}

function s3Keys(url: URL, env: Environment): Pick<S3Location, 'accessKeyId' | 'secretAccessKey' | 'sessionToken'> {
  if (url.username && url.password) return { accessKeyId: decode(url.username), secretAccessKey: decode(url.password) }
  const {
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_SESSION_TOKEN: sessionToken,
  } = env
  if (!accessKeyId || !secretAccessKey) throw malformed('s3:// needs AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY')
  return { accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) }
}

function decode(encoded: string): string {
  try {
    return decodeURIComponent(encoded)
  } catch {
    throw malformed('the keys must be percent-encoded')
  }
}
