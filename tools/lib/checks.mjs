// What a check of the tools says: a line for each thing that holds, or does not.

export const say = (line) => process.stdout.write(`${line}\n`)

export function createChecks() {
  const failures = []
  const check = (what, isSo) => {
    say(`${isSo ? 'yes' : 'NO '}  ${what}`)
    if (!isSo) failures.push(what)
  }
  return { check, failures }
}
