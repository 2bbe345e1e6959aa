import { useComputed } from '@preact/signals'
import { pictureWords } from '../../panel/i18n/picture-words.ts'
import { useDesk } from '../../panel/ui/context.ts'

/** The words of the viewer and the editor in the chosen language. */
export function usePictureWords() {
  const { desk } = useDesk()
  return useComputed(() => {
    const { locale, mended } = desk.i18n
    return mended({ picture: pictureWords[locale.value] ?? pictureWords.ru }).picture
  }).value
}
