/** Styles of the readable reference. */
export const pageStyles = `:root { color-scheme: light dark; --line: light-dark(#e3e6eb, #2b3038); --soft: light-dark(#f6f7f9, #171a1f); }
body { margin: 0; font: 15px/22px system-ui, sans-serif; display: grid; grid-template-columns: 280px minmax(0, 1fr); background: light-dark(#fff, #0f1115); }
nav { position: sticky; top: 0; height: 100dvh; overflow: auto; padding: 16px; box-sizing: border-box; border-right: 1px solid var(--line); background: var(--soft); }
nav h1 { font-size: 17px; margin: 0 0 8px; }
nav h2 { font-size: 13px; text-transform: uppercase; letter-spacing: .04em; margin: 24px 0 8px; opacity: .7; }
nav ul { list-style: none; margin: 0; padding: 0; font-size: 13px; }
nav li a { display: block; padding: 3px 0; color: inherit; text-decoration: none; overflow-wrap: anywhere; }
nav b { display: inline-block; width: 48px; text-transform: uppercase; font-size: 11px; }
main { padding: 24px 32px; max-width: 860px; }
section { padding: 16px 0; border-top: 1px solid var(--line); scroll-margin-top: 8px; }
h3 { font-size: 15px; margin: 0; }
h3 b { text-transform: uppercase; font-size: 12px; padding: 2px 8px; border-radius: 6px; background: var(--soft); border: 1px solid var(--line); margin-right: 8px; }
pre { background: var(--soft); border: 1px solid var(--line); border-radius: 8px; padding: 12px; overflow: auto; font-size: 13px; line-height: 18px; max-height: 480px; }
table { border-collapse: collapse; width: 100%; margin: 8px 0; font-size: 14px; }
td, th { text-align: left; padding: 6px 8px; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
.response { margin: 4px 0; font-size: 14px; }
summary { cursor: pointer; padding: 4px 0; }
a { color: light-dark(#2456e6, #8aa8ff); }
@media (width < 720px) { body { display: block; } nav { position: static; height: auto; } }
`
