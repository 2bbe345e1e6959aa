// The part of the panel that shows pictures as thumbnails: fetched with the first picture of a ticket or a thread.
import pictures from '../styles/pictures.css?inline'

export { PictureTiles, PictureRow } from './picture-tiles.tsx'

export const css = pictures
