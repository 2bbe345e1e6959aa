// Sets that are not the project's: a folder with `dev.jsonl`, `queries.dev.jsonl` and `markdown/`, named by the environment.
const named = process.env['SETS']
if (!named) throw new Error('SETS names no folder: npm run test:sets -- FOLDER')

export const folder: string = named
