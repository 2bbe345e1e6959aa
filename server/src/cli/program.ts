/** How this program is called: from a clone as TypeScript, from the bundle as what was built of it. */
export const program = import.meta.url.endsWith('.ts') ? 'npm run bilet --' : 'node bilet/cli.js'
