// Pictures of a site's pages, taken into the desk's storage: its panel then shows nothing of any other host.
import { articlePictures } from '@bilet/shared/article'
import { limits } from '@bilet/shared/limits'
import type { Root } from 'hast'
import { visit } from 'unist-util-visit'
import { sanitizeImage } from '../../../attachments/image/sanitize-image.ts'
import { digestBytes } from '../../../util/digest.ts'
import { reasonOf } from '../failure.ts'
import { pictureEndings } from '../source.ts'
import type { ImportedPicture } from '../source.ts'
import type { Addresses } from '../tree/addresses.ts'
import type { OnTrouble } from '../tree/trouble.ts'
import type { Permission, PoliteClient } from './polite-client.ts'

/** Bytes of pictures that several pages may show, held until the next of them comes. */
const mostHeld = 32_000_000

export type SitePictures = ReturnType<typeof createSitePictures>

/** `permit` is of the pages' site: other hosts are asked for their pictures as a browser would ask them. */
export function createSitePictures(client: PoliteClient, permit: Permission) {
  const known = new Map<string, ImportedPicture | undefined>()
  let held = 0

  async function fetchOne(address: string, onTrouble: OnTrouble): Promise<ImportedPicture | undefined> {
    try {
      const { status, bytes } = await client.get(new URL(address), permit, { most: limits.fileBytes })
      const cleaned = status === 200 ? sanitizeImage(bytes) : undefined
      if (cleaned?.outcome === 'clean') return await named(cleaned.picture.bytes, pictureEndings[cleaned.type])
      const reason = status === 200 ? 'no PNG, JPEG or WebP' : `answered ${status}`
      onTrouble({ kind: 'lost picture', what: address, sample: reason })
    } catch (error) {
      onTrouble({ kind: 'lost picture', what: address, sample: reasonOf(error) })
    }
    return undefined
  }

  /** Those of a page that could be taken, by address; the others stay where they are. */
  return async (hast: Root, addresses: Addresses, onTrouble: OnTrouble) => {
    const found = new Map<string, ImportedPicture>()
    for (const address of picturesIn(hast, addresses)) {
      if (!known.has(address)) {
        const picture = await fetchOne(address, onTrouble)
        held += picture?.bytes().byteLength ?? 0
        if (held > mostHeld) {
          known.clear()
          held = 0
        }
        known.set(address, picture)
      }
      const picture = known.get(address)
      if (picture) found.set(address, picture)
    }
    return found
  }
}

async function named(bytes: Uint8Array, ending: string): Promise<ImportedPicture> {
  return { src: `${articlePictures}${await digestBytes(new Uint8Array(bytes))}.${ending}`, bytes: () => bytes }
}

/** Addresses of all pictures, each once. */
function picturesIn(hast: Root, addresses: Addresses): Set<string> {
  const found = new Set<string>()
  visit(hast, 'element', ({ tagName, properties: { src, dataSrc, poster } }) => {
    const sources = tagName === 'img' ? [src, dataSrc] : tagName === 'video' ? [poster] : []
    const first = sources
      .filter((one) => typeof one === 'string')
      .map(addresses.image)
      .find((one) => one !== undefined)
    if (first !== undefined) found.add(first)
  })
  return found
}
