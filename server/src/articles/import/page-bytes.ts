/** The text of a page, by the encoding that its header names, or its own `<meta>`; UTF-8 else. Without NUL. */
export function decodePage(bytes: Uint8Array, contentType: string): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2_048))
  const named = charset.exec(contentType)?.[1] ?? charset.exec(/<meta[^>]+charset[^>]+>/iu.exec(head)?.[0] ?? '')?.[1]
  return decoderFor(named).decode(bytes).replaceAll('\0', '\uFFFD')
}

const charset = /charset\s*=\s*["']?([\w-]+)/iu

function decoderFor(label = 'utf-8') {
  try {
    return new TextDecoder(label)
  } catch {
    return new TextDecoder()
  }
}
