// Words of the viewer and the editor of pictures. They come with the viewer, so that nobody else pays for them.
import type { Locale } from '@bilet/shared/locale'

export type Tool = 'crop' | 'arrow' | 'frame' | 'text' | 'redact'

export type PictureWords = {
  of(number: number, count: number): string
  previous: string
  next: string
  zoomIn: string
  zoomOut: string
  fit: string
  edit: string
  unseen: string
  tools: string
  tool: Record<Tool, string>
  /** What to do with the tool in hand. */
  hint: Record<Tool, string>
  keys: string
  begun: string
  text: string
  undo: string
  redo: string
  done: string
  add: string
  cancel: string
  canvas: string
  /** A picture just taken is not wanted. */
  throwAway: string
}

export const pictureWords: Record<string, PictureWords | undefined> & Record<Locale, PictureWords> = {
  ru: {
    of: (number, count) => `${number} из ${count}`,
    previous: 'Предыдущий снимок',
    next: 'Следующий снимок',
    zoomIn: 'Приблизить',
    zoomOut: 'Отдалить',
    fit: 'Показать целиком',
    edit: 'Изменить',
    unseen: 'Снимок не открывается. Закройте и попробуйте ещё раз',
    tools: 'Что сделать',
    tool: { crop: 'Обрезать', arrow: 'Стрелка', frame: 'Рамка', text: 'Надпись', redact: 'Закрасить' },
    hint: {
      crop: 'Обведите то, что оставить.',
      arrow: 'Проведите к тому, на что показать.',
      frame: 'Обведите важное.',
      text: 'Нажмите там, где нужна надпись.',
      redact: 'Обведите лишнее: под краской ничего не останется.',
    },
    keys: 'С клавиатуры: стрелки двигают точку (с Shift — быстрее), Enter ставит начало и конец, Esc отменяет.',
    begun: 'Начало поставлено. Стрелками ведите к концу, Enter — готово',
    text: 'Текст надписи',
    undo: 'Отменить',
    redo: 'Вернуть',
    done: 'Готово',
    add: 'Добавить к билету',
    cancel: 'Не менять',
    canvas: 'Снимок для правки',
    throwAway: 'Не добавлять',
  },
  uk: {
    of: (number, count) => `${number} з ${count}`,
    previous: 'Попередній знімок',
    next: 'Наступний знімок',
    zoomIn: 'Наблизити',
    zoomOut: 'Віддалити',
    fit: 'Показати повністю',
    edit: 'Змінити',
    unseen: 'Знімок не відкривається. Закрийте й спробуйте ще раз',
    tools: 'Що зробити',
    tool: { crop: 'Обрізати', arrow: 'Стрілка', frame: 'Рамка', text: 'Напис', redact: 'Зафарбувати' },
    hint: {
      crop: 'Обведіть те, що залишити.',
      arrow: 'Проведіть до того, на що показати.',
      frame: 'Обведіть важливе.',
      text: 'Натисніть там, де потрібен напис.',
      redact: 'Обведіть зайве: під фарбою нічого не залишиться.',
    },
    keys: 'З клавіатури: стрілки рухають точку (із Shift — швидше), Enter ставить початок і кінець, Esc скасовує.',
    begun: 'Початок поставлено. Стрілками ведіть до кінця, Enter — готово',
    text: 'Текст напису',
    undo: 'Скасувати',
    redo: 'Повернути',
    done: 'Готово',
    add: 'Додати до білета',
    cancel: 'Не змінювати',
    canvas: 'Знімок для правки',
    throwAway: 'Не додавати',
  },
  en: {
    of: (number, count) => `${number} of ${count}`,
    previous: 'Previous picture',
    next: 'Next picture',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    fit: 'Fit to screen',
    edit: 'Edit',
    unseen: 'The picture does not open. Close it and try again',
    tools: 'What to do',
    tool: { crop: 'Crop', arrow: 'Arrow', frame: 'Frame', text: 'Text', redact: 'Redact' },
    hint: {
      crop: 'Draw around what to keep.',
      arrow: 'Draw towards what to point at.',
      frame: 'Draw around what matters.',
      text: 'Press where the text should be.',
      redact: 'Draw around what to hide: nothing stays under the paint.',
    },
    keys: 'By keyboard: arrows move the point (faster with Shift), Enter sets the start and the end, Esc cancels.',
    begun: 'The start is set. Move to the end with the arrows, then press Enter',
    text: 'Text to put on the picture',
    undo: 'Undo',
    redo: 'Redo',
    done: 'Done',
    add: 'Add to the ticket',
    cancel: 'Leave as it was',
    canvas: 'Picture being edited',
    throwAway: 'Do not add',
  },
}
