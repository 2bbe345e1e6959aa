// Languages of integrators' backends: found, or installed where the tests may install.
import { spawnSync } from 'node:child_process'

const packages = { php: 'php-cli', python3: 'python3', ruby: 'ruby', go: 'golang-go' }
export type Interpreter = keyof typeof packages

const runs = (name: Interpreter) => spawnSync(name, [name === 'go' ? 'version' : '--version']).status === 0

/** Whether the program can be run. Debian as root: its own package is fetched; elsewhere it is there or not. */
export function hasInterpreter(name: Interpreter): boolean {
  if (runs(name)) return true
  if (process.getuid?.() !== 0) return false
  const apt = (...args: string[]) =>
    spawnSync('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=900', ...args], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  apt('update')
  apt('install', '-y', '--no-install-recommends', packages[name])
  return runs(name)
}
