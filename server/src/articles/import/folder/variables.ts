import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'

/** Names that a tree's own files give values to: `presets.yaml` of YFM, `_config.yml` of Jekyll as `site.*`. */
export async function variablesOf(root: string): Promise<ReadonlyMap<string, string>> {
  const [presets, config] = await Promise.all([
    readYaml(join(root, 'presets.yaml')),
    readYaml(join(root, '_config.yml')),
  ])
  return new Map([...plainFields(field(presets, 'default'), ''), ...plainFields(config, 'site.')])
}

async function readYaml(file: string): Promise<unknown> {
  try {
    return parse(await readFile(file, 'utf8'), { logLevel: 'silent' })
  } catch {
    return undefined
  }
}

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined

const plainFields = (value: unknown, prefix: string): [string, string][] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, one]: [string, unknown]): [string, string][] =>
        typeof one === 'string' || typeof one === 'number' ? [[prefix + name, String(one)]] : [],
      )
    : []
